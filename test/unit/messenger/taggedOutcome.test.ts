import { describe, expect, test } from '@jest/globals'
import { deliveryOutcome } from '../../../src/channels/messenger/deliveryOutcome.ts'
import { taggedOutcome } from '../../../src/channels/messenger/taggedOutcome.ts'
import { toSendRequest } from '../../../src/channels/messenger/toSendRequest.ts'

const refusal = (code: number, subcode?: number) =>
  ({ kind: 'graphError', httpStatus: 400, code, ...(subcode ? { subcode } : {}) }) as const

describe('a message with the tag for a person’s words', () => {
  test('says so', () => {
    const message = { id: 'o', conversationId: 'c', address: 'anna', reply: { type: 'message', text: 'hello' } }
    expect(toSendRequest({ ...message, afterWindow: true })).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })
    expect(toSendRequest(message)).toMatchObject({ messaging_type: 'RESPONSE' })
    expect(toSendRequest(message)).not.toHaveProperty('tag')
  })

  test.each([
    [10, undefined, '10', 'channelStopped'],
    [100, undefined, '100', 'refused'],
    [10, 2018278, '10/2018278', 'windowClosed'],
  ])('refused with %s/%s is not allowed, where any other would be otherwise', (code, subcode, told, otherwise) => {
    expect(taggedOutcome(refusal(code, subcode))).toEqual({ kind: 'notAllowed', code: told })
    expect(deliveryOutcome(refusal(code, subcode)).kind).toBe(otherwise)
  })

  test.each([
    [190, undefined],
    [100, 2534037],
    [551, undefined],
    [613, undefined],
    [2018300, undefined],
  ])('refused with %s/%s means what it always means', (code, subcode) => {
    expect(taggedOutcome(refusal(code, subcode))).toEqual(deliveryOutcome(refusal(code, subcode)))
  })

  test('that was taken was sent', () =>
    expect(taggedOutcome({ kind: 'ok', messageId: 'm' })).toEqual({ kind: 'sent', providerMessageId: 'm' }))
})
