import { describe, expect, test } from '@jest/globals'
import { graphErrorRules } from '../../../src/channels/messenger/graphErrorRules.ts'
import { deliveryWords } from '../../../src/consoles/staff/deliveryWords.ts'
import { dayWords, nameOf, timeWords } from '../../../src/consoles/staff/deskWords.ts'
import { presentItems } from '../../../src/consoles/staff/presentTalk.ts'
import { windowWords } from '../../../src/consoles/staff/windowWords.ts'
import type { TalkItem } from '../../../src/handoff/conversationView.ts'

const zone = 'Europe/London'
const at = (text: string) => new Date(`${text}Z`)
const now = at('2026-07-23T12:00:00')

describe('times are told as people at the site tell them', () => {
  test.each([
    ['2026-07-23T13:05:00', '2:05pm'],
    ['2026-07-23T23:30:00', '12:30am tomorrow'],
    ['2026-07-22T13:05:00', 'Wed 22 Jul, 2:05pm'],
    ['2025-12-01T09:00:00', '1 Dec 2025, 9:00am'],
  ])('%s is %s', (instant, words) => expect(timeWords(at(instant), now, zone)).toBe(words))

  test('days by their names', () => {
    expect(['2026-07-22T23:30:00', '2026-07-22T22:30:00', '2026-07-01T12:00:00'].map((day) => dayWords(at(day), now, zone))).toEqual([
      'Today',
      'Yesterday',
      'Wednesday 1 July 2026',
    ])
  })
})

test('somebody who was not checked has a name that tells her conversation from others', () => {
  expect(nameOf({ id: '4f2a0000-1111-4111-8111-111111111111', channel: 'messenger' })).toBe('Messenger visitor 4F2A')
})

describe('what became of a message', () => {
  test('is one word where it went well', () =>
    expect(['queued', 'sent', 'delivered', 'read'].map((status) => deliveryWords({ status: status as 'read' }).word)).toEqual([
      'On its way',
      'Sent',
      'Delivered',
      'Read',
    ]))

  test.each([
    ['OWNER_CHANGED', 'somebody else'],
    ['WINDOW_CLOSED', 'the time'],
    ['10/2018278', 'the time'],
    ['551', 'does not take messages'],
    ['551/1545041', 'does not take messages'],
    ['100/2534037', 'another app'],
    ['HTTP_503', 'did not answer'],
    ['190/463', 'An admin'],
    ['10', 'An admin'],
    ['613/2534040', 'too many'],
  ])('is told in words for %s', (code, words) => expect(deliveryWords({ status: 'failed', code }).why).toContain(words))

  test('of every code of Messenger that is no fault of the message there are words without the code', () => {
    const final = graphErrorRules.filter(({ meaning }) =>
      ['unreachable', 'windowClosed', 'notOurs', 'channelStopped'].includes(meaning.kind),
    )
    const codes = final.map(({ code, subcode }) => (typeof subcode === 'number' ? `${code}/${subcode}` : String(code)))
    expect(codes.filter((code) => deliveryWords({ status: 'failed', code }).why?.includes('refused it'))).toEqual([])
  })

  test('an unknown code is shown', () =>
    expect(deliveryWords({ status: 'failed', code: '100/1' }).why).toBe('the channel refused it (100/1).'))
})

describe('the clock by the reply box', () => {
  test('says until when, what comes after, and what to do when nothing goes any more', () => {
    const open = windowWords({ kind: 'open', until: at('2026-07-24T13:05:00'), thenPersonUntil: at('2026-07-28T13:05:00') }, now, zone)
    expect(open).toMatchObject({ words: 'You can answer until 2:05pm tomorrow.', mayReply: true })
    expect(open.next).toContain('Your own words can still go until Tue 28 Jul, 2:05pm')
    expect(windowWords({ kind: 'personOnly', until: at('2026-07-28T13:05:00') }, now, zone)).toMatchObject({
      words: open.next,
      mayReply: true,
    })
    expect(windowWords({ kind: 'closed', since: now }, now, zone)).toMatchObject({
      mayReply: false,
      words: expect.stringContaining('Ring'),
    })
  })
})

describe('a conversation is shown', () => {
  const entry = (seq: number, time: string, more: Partial<Extract<TalkItem, { kind: 'entry' }>>): TalkItem => ({
    kind: 'entry',
    id: `e${seq}`,
    seq,
    at: at(time),
    who: 'patient',
    said: { text: 'words' },
    ...more,
  })

  test('with a line for each day, and one name for words that follow each other', () => {
    const items = [
      entry(1, '2026-07-22T12:00:00', {}),
      entry(2, '2026-07-22T12:01:00', {}),
      entry(3, '2026-07-22T12:30:00', {}),
      entry(4, '2026-07-23T12:00:00', { who: 'assistant' }),
    ]
    expect(presentItems(items, now, zone).map(({ kind, text, follows }) => (kind === 'day' ? text : follows))).toEqual([
      'Yesterday',
      false,
      true,
      false,
      'Today',
      false,
    ])
  })

  test('with what was taken back as gone, and without what only machines are told', () => {
    const gone: TalkItem = { kind: 'entry', id: 'e1', seq: 1, at: now, who: 'patient' }
    const items = [gone, entry(2, '2026-07-23T12:00:00', { said: { event: 'handedBack', text: 'x' } })]
    expect(presentItems(items, now, zone).slice(1)).toMatchObject([{ isGone: true }])
  })
})
