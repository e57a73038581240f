import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createNotifyClient } from '../../../src/outreach/notifyClient.ts'
import { createNotifySender } from '../../../src/outreach/notifySender.ts'
import { type NotifyStandIn, notifyKeys, startNotifyStandIn } from '../../support/notifyStandIn.ts'

const words = { sms: 'Your appointment', email: { subject: 'About it', body: 'More of it' } }
const sms = { via: 'sms', to: '447700900123' } as const
const email = { via: 'email', to: 'ann@example.org' } as const
const { apiKey, templates } = notifyKeys

let notify: NotifyStandIn
beforeAll(async () => {
  notify = await startNotifyStandIn()
})
afterAll(() => notify.close())
beforeEach(() => {
  notify.messages.length = 0
})

const senderWith = (some: { apiKey?: string; url?: string; templates?: typeof templates } = {}) =>
  createNotifySender(createNotifyClient({ apiKey, url: notify.url, timeoutMs: 300, ...some }), some.templates ?? templates)

describe('Notify takes', () => {
  test('a text, with our words and the reference', async () => {
    const outcome = await senderWith().send(sms, words, 'notice-1')
    expect(notify.messages).toMatchObject([{ type: 'sms', to: '447700900123', body: 'Your appointment', reference: 'notice-1' }])
    expect(outcome).toEqual({ kind: 'sent', providerId: notify.messages[0]?.id })
  })

  test('an email, also with a slash after its address', async () => {
    const outcome = await senderWith({ url: `${notify.url}/` }).send(email, words, 'notice-2')
    expect(notify.messages).toMatchObject([{ type: 'email', to: 'ann@example.org', subject: 'About it', body: 'More of it' }])
    expect(outcome.kind).toBe('sent')
  })

  test('and is asked for it by the reference and the way', async () => {
    const sender = senderWith()
    await sender.send(sms, words, 'notice-3')
    expect(await sender.find('sms', 'notice-3')).toEqual({ kind: 'found', providerId: notify.messages[0]?.id })
    expect(await sender.find('email', 'notice-3')).toEqual({ kind: 'none' })
    expect(await sender.find('sms', 'notice-4')).toEqual({ kind: 'none' })
  })
})

describe('is refused', () => {
  test('what has no number', async () => {
    expect(await senderWith().send({ via: 'sms', to: '33612345678' }, words, 'x')).toEqual({
      kind: 'refused',
      code: 'NOTIFY_400_ValidationError',
    })
  })
  test('what has no template', async () => {
    const elsewhere = senderWith({ templates: { ...templates, email: templates.sms } })
    expect(await elsewhere.send(email, words, 'x')).toEqual({ kind: 'refused', code: 'NOTIFY_400_BadRequestError' })
  })
})

describe('nobody is told anything', () => {
  const denied = { kind: 'denied', code: 'NOTIFY_403_AuthError' }
  test('with a key that Notify does not know', async () => {
    const unknown = senderWith({ apiKey: apiKey.replace(/.$/, '1') })
    expect(await unknown.send(sms, words, 'x')).toEqual(denied)
    expect(await unknown.find('sms', 'x')).toEqual(denied)
  })
  test('with a clock that is half a minute wrong', async () => {
    notify.setClockAhead(40)
    expect(await senderWith().send(sms, words, 'x')).toEqual(denied)
    notify.setClockAhead(-40)
    expect(await senderWith().send(sms, words, 'x')).toEqual(denied)
    notify.setClockAhead(0)
    expect(notify.messages).toEqual([])
  })
})

describe('is tried later', () => {
  test.each([
    [429, 'RateLimitError', false],
    [429, 'TooManyRequestsError', false],
    [500, 'Exception', true],
    [503, 'Exception', true],
  ])('what Notify answers with %i %s', async (status, error, unknown) => {
    notify.trouble({ kind: 'fail', status, error })
    expect(await senderWith().send(sms, words, 'x')).toEqual({ kind: 'later', code: `NOTIFY_${status}_${error}`, unknown })
  })

  test('what Notify does not answer, and may have taken', async () => {
    notify.trouble({ kind: 'hang', taken: true })
    expect(await senderWith().send(sms, words, 'x')).toEqual({ kind: 'later', code: 'NO_ANSWER', unknown: true })
    notify.trouble({ kind: 'reset', taken: true })
    expect(await senderWith().send(sms, words, 'x')).toEqual({ kind: 'later', code: 'NO_ANSWER', unknown: true })
    expect(notify.messages).toHaveLength(2)
  })

  test('what reached nobody', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await new Promise((closed) => server.close(closed))
    expect(await senderWith({ url }).send(sms, words, 'x')).toEqual({ kind: 'later', code: 'NO_ANSWER', unknown: false })
  })

  test('what could not be asked for', async () => {
    notify.setDown(true)
    expect(await senderWith().find('sms', 'x')).toMatchObject({ kind: 'later', unknown: true })
    notify.setDown(false)
  })
})
