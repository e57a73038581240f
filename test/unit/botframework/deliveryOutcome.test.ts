import { describe, expect, test } from '@jest/globals'
import { ConnectorFailure, type FailureFacts } from '../../../src/channels/botframework/connectorFailure.ts'
import { deliveryOutcome } from '../../../src/channels/botframework/deliveryOutcome.ts'

const outcomeOf = (facts: FailureFacts) => deliveryOutcome(new ConnectorFailure(facts))
const answered = (status: number, more: { code?: string; retryAfterMs?: number } = {}) => outcomeOf({ kind: 'answered', status, ...more })

describe('what a connector answers', () => {
  test.each([
    [301, 'refused'],
    [307, 'refused'],
    [400, 'refused'],
    [401, 'channelStopped'],
    [402, 'refused'],
    [403, 'channelStopped'],
    [404, 'unreachable'],
    [405, 'refused'],
    [408, 'unknown'],
    [409, 'refused'],
    [410, 'unreachable'],
    [412, 'retry'],
    [413, 'refused'],
    [415, 'refused'],
    [422, 'refused'],
    [429, 'retry'],
    [500, 'unknown'],
    [501, 'unknown'],
    [502, 'unknown'],
    [503, 'retry'],
    [504, 'unknown'],
  ])('%s is %s', (status, kind) => {
    expect(answered(status)).toMatchObject({ kind, code: `HTTP_${status}` })
  })

  test.each(['MessageWritesBlocked', 'BotDisabledByUser', 'ConversationBlockedByUser', 'BotNotInConversationRoster'])(
    'one person who does not want us (403/%s) stops nobody else',
    (code) => {
      expect(answered(403, { code })).toEqual({ kind: 'unreachable', code: `403/${code}` })
      expect(answered(401, { code }).kind).toBe('channelStopped')
    },
  )

  test('what stops the channel says which settings to look at, and is tried again each minute', () => {
    const advice = expect.stringMatching(/MicrosoftAppId and MicrosoftAppPassword/)
    expect(answered(401)).toEqual({ kind: 'channelStopped', code: 'HTTP_401', advice, retryMs: 60_000 })
    expect(outcomeOf({ kind: 'signInRefused', code: 'LOGIN_invalid_client' })).toEqual({
      kind: 'channelStopped',
      code: 'LOGIN_invalid_client',
      advice,
      retryMs: 60_000,
    })
  })

  test('the pause that it asks for is kept', () => {
    expect(answered(429, { retryAfterMs: 7000 })).toEqual({ kind: 'retry', code: 'HTTP_429', afterMs: 7000 })
    expect(answered(503)).toEqual({ kind: 'retry', code: 'HTTP_503' })
  })
})

describe('without an answer', () => {
  test.each([
    [{ kind: 'noConnection' }, 'retry', 'NO_CONNECTION'],
    [{ kind: 'notSignedIn', code: 'LOGIN_UNREACHABLE' }, 'retry', 'LOGIN_UNREACHABLE'],
    [{ kind: 'brokenOff' }, 'unknown', 'BROKEN_OFF'],
    [{ kind: 'timeout' }, 'unknown', 'TIMEOUT'],
  ] as const)('%j is %s: only before the message was sent is it sure that it was not', (facts, kind, code) => {
    expect(outcomeOf(facts)).toEqual({ kind, code })
  })

  test('a message that cannot even be written is refused', () => {
    expect(deliveryOutcome(new TypeError('x'))).toEqual({ kind: 'refused', code: 'NOT_SENDABLE' })
  })
})
