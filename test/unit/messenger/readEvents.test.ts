import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readEvents } from '../../../src/channels/messenger/readEvents.ts'
import { echo, passThreadControl, testPageId, textMessage, update, webhookBody } from '../../support/messengerWebhook.ts'
import { at, faultOf, readAll, readOne, receivedAt } from './reading.ts'

const psid = '24680135792468013'

describe('odd envelopes', () => {
  test('entries may carry messaging, standby and changes in any mixture, or nothing', () => {
    const item = (mid: string) => textMessage({ psid, mid, text: 'hi', at })
    const { events, observed, faults } = readAll({
      object: 'page',
      entry: [
        { id: testPageId, time: at, standby: [item('m_1')] },
        { id: testPageId, time: at, messaging: [item('m_2')], standby: [item('m_3')], changes: [{ field: 'feed', value: {} }] },
        { id: Number(testPageId), time: at, messaging: [item('m_4')] },
        { id: testPageId, time: at },
      ],
    })
    expect(events.map(({ eventKey, kind }) => [eventKey, kind])).toEqual([
      ['messenger:m_1', 'overheard'],
      ['messenger:m_2', 'said'],
      ['messenger:m_3', 'overheard'],
      ['messenger:m_4', 'said'],
    ])
    expect([observed.length, faults]).toEqual([1, []])
  })

  test.each([
    ['no sender', { recipient: { id: testPageId }, timestamp: at, message: { mid: 'm', text: 'x' } }, 'NO_ADDRESS'],
    ['a sender without an id', { ...textMessage({ psid, mid: 'm', text: 'x' }), sender: {} }, 'NO_ADDRESS'],
    ['a user_ref in place of the person', { ...textMessage({ psid, mid: 'm', text: 'x' }), sender: { user_ref: 'r' } }, 'NO_ADDRESS'],
    ['a numeric id past 2^53', { ...textMessage({ psid, mid: 'm', text: 'x' }), sender: { id: Number('24680135792468013') } }, 'UNSAFE_ID'],
    ['a fractional id', { ...textMessage({ psid, mid: 'm', text: 'x' }), sender: { id: 1.5 } }, 'UNSAFE_ID'],
    ['an id with spaces', textMessage({ psid: 'a b', mid: 'm', text: 'x' }), 'MALFORMED'],
    ['an id with NUL', textMessage({ psid: 'a\u0000', mid: 'm', text: 'x' }), 'MALFORMED'],
    ['an endless id', textMessage({ psid: '1'.repeat(5000), mid: 'm', text: 'x' }), 'MALFORMED'],
    ['the page itself as sender', textMessage({ psid: testPageId, mid: 'm', text: 'x' }), 'PERSON_IS_PAGE'],
    ['an echo to the page itself', echo({ psid: testPageId, mid: 'm', text: 'x' }), 'PERSON_IS_PAGE'],
    ['a message without a mid', update({ psid }, { message: { text: 'x' } }), 'MALFORMED'],
    ['a message that is a string', update({ psid }, { message: 'x' }), 'MALFORMED'],
    ['an edit without a text', update({ psid }, { message_edit: { mid: 'm', num_edit: 1 } }), 'MALFORMED'],
    ['a reaction of another action', update({ psid }, { reaction: { mid: 'm', action: 'wave' } }), 'MALFORMED'],
    ['an item that is no object', 'x', 'MALFORMED'],
    ['an item that is null', null, 'MALFORMED'],
  ])('%s is a fault with a code', (_what, item, code) => {
    expect(faultOf(item)).toBe(code)
  })

  test('a numeric id that is still exact counts as its digits', () => {
    expect(readOne({ ...textMessage({ psid, mid: 'm', text: 'x' }), sender: { id: 200 } }).address).toBe('200')
  })

  test('a fault tells where it stood and never costs the others', () => {
    const bad = update({ psid }, { message: { text: 'no mid' } })
    const { events, faults } = readAll(
      webhookBody([textMessage({ psid, mid: 'm_1', text: 'a' }), bad, textMessage({ psid, mid: 'm_2', text: 'b' })]),
    )
    expect(events.map(({ eventKey }) => eventKey)).toEqual(['messenger:m_1', 'messenger:m_2'])
    expect(faults).toEqual([{ code: 'MALFORMED', at: 'entry[0].messaging[1].message.mid' }])
  })

  test('an entry of another page is refused, the rest taken', () => {
    const [mine] = webhookBody([textMessage({ psid, mid: 'm_1', text: 'a' })]).entry
    const [theirs] = webhookBody([textMessage({ psid, mid: 'm_2', text: 'a' })], { pageId: '101' }).entry
    const { events, faults } = readAll({ object: 'page', entry: [theirs, mine] })
    expect(events.map(({ eventKey }) => eventKey)).toEqual(['messenger:m_1'])
    expect(faults).toEqual([{ code: 'WRONG_PAGE', at: 'entry[0]' }])
  })

  test.each([
    [null, { code: 'NOT_A_PAGE', at: 'object' }],
    [
      { object: 'instagram', entry: [] },
      { code: 'NOT_A_PAGE', at: 'object' },
    ],
    [{ object: 'page' }, { code: 'MALFORMED', at: 'entry' }],
    [
      { object: 'page', entry: {} },
      { code: 'MALFORMED', at: 'entry' },
    ],
    [
      { object: 'page', entry: [{ time: at }] },
      { code: 'MALFORMED', at: 'entry[0].id' },
    ],
    [
      { object: 'page', entry: [7] },
      { code: 'MALFORMED', at: 'entry[0]' },
    ],
    [
      { object: 'page', entry: [{ id: testPageId, messaging: {} }] },
      { code: 'MALFORMED', at: 'entry[0].messaging' },
    ],
  ])('the body %j is one fault', (body, fault) => {
    expect(readAll(body)).toEqual({ events: [], observed: [], faults: [fault] })
  })
})

describe('times', () => {
  const withTime = (timestamp: unknown, time: unknown = at + 1000) =>
    readAll({
      object: 'page',
      entry: [{ id: testPageId, time, messaging: [{ ...textMessage({ psid, mid: 'm', text: 'x' }), timestamp }] }],
    }).events[0]?.occurredAt

  test.each([
    ['milliseconds', at, at],
    ['milliseconds as a string', String(at), at],
    ['seconds', at / 1000, at],
    ['seconds as a string', String(at / 1000), at],
    ['missing: the time of the entry', undefined, at + 1000],
    ['null: the time of the entry', null, at + 1000],
    ['words: the time of the entry', 'yesterday', at + 1000],
    ['past the year 9999: the time of the entry', 9e15, at + 1000],
    ['negative: the time of the entry', -1, at + 1000],
  ])('%s', (_form, timestamp, expected) => {
    expect(withTime(timestamp)).toEqual(new Date(expected))
  })

  test('without any, a watermark counts, and else the time of receipt', () => {
    const entry = (item: unknown) => ({ object: 'page', entry: [{ id: testPageId, messaging: [item] }] })
    const parties = { sender: { id: psid }, recipient: { id: testPageId } }
    expect(readAll(entry({ ...parties, delivery: { watermark: at - 9 } })).observed[0]?.at).toEqual(new Date(at - 9))
    expect(readAll(entry({ ...parties, message: { mid: 'm', text: 'x' } })).events[0]?.occurredAt).toEqual(receivedAt)
  })
})

describe('properties', () => {
  test('no JSON whatever makes it throw', () => {
    const json = fc.jsonValue({ maxDepth: 6 })
    const keys = fc.constantFrom(
      'sender',
      'recipient',
      'timestamp',
      'message',
      'postback',
      'referral',
      'reaction',
      'message_edit',
      'delivery',
      'read',
      'optin',
    )
    const inner = fc.constantFrom(
      'id',
      'mid',
      'text',
      'payload',
      'attachments',
      'watermark',
      'ref',
      'action',
      'is_echo',
      'is_deleted',
      'num_edit',
    )
    const leaf = fc.oneof(json, fc.dictionary(inner, json, { maxKeys: 6 }))
    const item = fc.oneof(json, fc.dictionary(keys, leaf, { maxKeys: 6 }))
    const body = fc.oneof(
      json,
      fc.record({
        object: fc.constant('page'),
        entry: fc.array(fc.record({ id: fc.constant(testPageId), time: json, messaging: fc.array(item) })),
      }),
    )
    fc.assert(
      fc.property(body, (any) => {
        for (const event of readAll(any).events) {
          expect(event.eventKey).toMatch(/^messenger:[\x21-\x7e]+$/)
          expect(event.occurredAt.getTime()).not.toBeNaN()
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what a person wrote arrives as they wrote it', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((text) => !text.includes('\u0000'))
    fc.assert(
      fc.property(words, (text) => {
        expect(readOne(textMessage({ psid, mid: 'm', text, at })).activity.text).toBe(text.toWellFormed())
      }),
    )
  })
})

test('a thousand updates, some of them broken, are all read', () => {
  const items = Array.from({ length: 1000 }, (_, index) =>
    index % 10 === 0 ? { message: {} } : textMessage({ psid: `${psid}${index}`, mid: `m_${index}`, text: 'x'.repeat(500) }),
  )
  const { events, faults } = readAll(webhookBody(items))
  expect([events.length, faults.length]).toEqual([900, 100])
})

test('without our app id a pass is to us, and an echo is ours by its marker only', () => {
  const { events, observed } = readEvents(
    webhookBody([
      passThreadControl({ psid, newOwner: '456', at }),
      echo({ psid, mid: 'm_1', text: 'x', appId: 777, at }),
      echo({ psid, mid: 'm_2', text: 'x', appId: 777, metadata: 'sm:out-1', at }),
    ]),
    { pageId: testPageId },
    receivedAt,
  )
  expect(events.map(({ kind }) => kind)).toEqual(['handedToBot', 'staffSaid'])
  expect(observed).toMatchObject([{ kind: 'echo', mid: 'm_2', outboxId: 'out-1' }])
})
