import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { parseReceivedActivity } from '../../../src/channels/botframework/parseReceivedActivity.ts'
import { toIncomingEvent } from '../../../src/channels/botframework/toIncomingEvent.ts'
import { receivedActivity } from '../../support/receivedActivity.ts'

const now = DateTime.fromISO('2026-11-21T12:00:00Z')
const clock = { now: () => now }

/** What becomes of the Emulator's activity `a1` with these members. */
function eventOf(members: Record<string, unknown>) {
  const activity = receivedActivity('http://localhost:1', { id: 'a1', timestamp: '2026-11-21T11:59:00.5Z', ...members })
  return toIncomingEvent(parseReceivedActivity(activity), 'the way back', clock)
}
const keyOf = (members: Record<string, unknown>) => eventOf(members)?.eventKey

describe('a message', () => {
  test('is told with its words, its time, and nothing of who wrote it', () => {
    expect(eventOf({ text: ' does it\u0000 hurt?\ud800 ' })).toEqual({
      channel: 'botframework',
      address: 'emulator|c1|livechat',
      eventKey: 'botframework:emulator|c1|livechat:a1',
      kind: 'said',
      occurredAt: new Date('2026-11-21T11:59:00.500Z'),
      replyTo: 'the way back',
      activity: { type: 'message', id: 'a1', text: 'does it hurt?\ufffd' },
    })
  })

  test.each([
    ['2026-11-21T12:00:00.001Z', now],
    ['2030-01-01T00:00:00Z', now],
    [undefined, now],
    ['yesterday', now],
    ['2026-11-21T12:59:00+01:00', DateTime.fromISO('2026-11-21T11:59:00Z')],
  ])('of %s happened then, but not in the future', (timestamp, expected) => {
    expect(eventOf({ timestamp })?.occurredAt).toEqual(expected.toJSDate())
  })

  test.each([
    ['a title and a payload', { text: 'Yes', value: 'yes' }, { text: 'Yes', value: 'yes' }],
    ['a payload as text', { text: 'yes', channelData: { postBack: true } }, { text: 'yes', value: 'yes' }],
    [
      'a payload with the words it shows',
      { text: undefined, value: 'yes', channelData: { messageBack: { displayText: 'Yes' } } },
      { text: 'Yes', value: 'yes' },
    ],
    ["a card's form", { text: undefined, value: { day: 'Monday' } }, { text: '', value: { day: 'Monday' } }],
    ['an empty payload', { text: 'Yes', value: '' }, { text: 'Yes' }],
  ])('by a tap may come with %s', (_what, members, expected) => {
    expect(eventOf(members)?.activity).toEqual({ type: 'message', id: 'a1', ...expected })
  })

  test('names its attachments by their kind only', () => {
    const attachments = [
      { contentType: 'Image/PNG', contentUrl: 'https://private.example/x.png', name: 'me.png' },
      { contentType: 'application/vnd.microsoft.card.audio', content: { text: 'private' } },
      { contentType: 'a secret' },
      {},
      5,
    ]
    expect(eventOf({ attachments, text: undefined })?.activity.attachments).toEqual([
      { contentType: 'image/png' },
      { contentType: 'application/vnd.microsoft.card.audio' },
      { contentType: 'unknown' },
      { contentType: 'unknown' },
      { contentType: 'unknown' },
    ])
  })

  test("in Teams' second form is not an attachment", () => {
    const attachments = [{ contentType: 'text/html', content: '<p>Hello</p>' }]
    expect(eventOf({ channelId: 'msteams', attachments })?.activity).not.toHaveProperty('attachments')
    expect(eventOf({ attachments, text: '' })?.activity.attachments).toHaveLength(1)
  })

  test('of nothing is said to be nothing we can read', () => {
    expect(eventOf({ text: ' ' })?.activity).toEqual({ type: 'message', id: 'a1', text: '', attachments: [{ contentType: 'unsupported' }] })
  })

  test('of the bot is not one of the person', () => {
    expect(eventOf({ from: { id: 'bot-1', role: 'bot' } })).toBeUndefined()
  })
})

describe('the address', () => {
  const addressOf = (channelId: string, id: string) => eventOf({ channelId, conversation: { id } })?.address

  test('is of the channel and the conversation', () => {
    expect(addressOf('msteams', 'a:1_x')).toBe('msteams|a:1_x')
    expect(addressOf('webchat', 'a:1_x')).toBe('webchat|a:1_x')
  })

  test('is bounded, and never the same for two', () => {
    const ids = [
      'x'.repeat(250),
      'x'.repeat(251),
      'x'.repeat(252),
      'x',
      'x\u0000',
      'x\u0001',
      'x\ud800',
      'x\ud801',
      'x\ufffd',
      'x ',
      'sha256:x',
    ]
    const addresses = ids.map((id) => addressOf('emulator', id) ?? '')
    expect(new Set(addresses).size).toBe(ids.length)
    expect(Math.max(...addresses.map(({ length }) => length))).toBeLessThanOrEqual(260)
    expect(addresses.join('')).toBe(addresses.join('').toWellFormed())
    expect(addresses.join('')).not.toMatch(/\p{Cc}/u)
    expect(addresses[0]).toBe(`emulator|${ids[0]}`)
    expect(addresses[1]).toMatch(/^emulator\|sha256:[\w-]{43}$/)
  })

  test("is not another conversation's hash written out", () => {
    const hashed = addressOf('emulator', 'x'.repeat(251))?.split('|')[1] ?? ''
    expect(addressOf('emulator', hashed)).not.toBe(addressOf('emulator', 'x'.repeat(251)))
  })
})

describe('the same thing twice is one event', () => {
  const same = (one: Record<string, unknown>, two: Record<string, unknown>) => keyOf(one) === keyOf(two)

  test("by the channel's id, within the conversation", () => {
    expect(same({ text: 'a' }, { text: 'b' })).toBe(true)
    expect(same({}, { id: 'a2' })).toBe(false)
    expect(same({}, { conversation: { id: 'c2' } })).toBe(false)
    expect(same({}, { channelId: 'webchat' })).toBe(false)
  })

  test('without an id, by its words and its time', () => {
    expect(same({ id: undefined }, { id: undefined })).toBe(true)
    expect(same({ id: undefined }, { id: undefined, text: 'else' })).toBe(false)
    expect(same({ id: undefined }, { id: undefined, timestamp: '2026-11-21T11:59:01Z' })).toBe(false)
    expect(same({ id: undefined }, { id: undefined, from: { id: 'user-2' } })).toBe(false)
    expect(same({ id: undefined, timestamp: undefined }, { id: undefined, timestamp: undefined })).toBe(false)
  })

  test('whatever the length of the id', () => {
    expect(keyOf({ id: 'x'.repeat(2000) })?.length).toBeLessThan(400)
    expect(same({ id: 'x'.repeat(1999) }, { id: 'x'.repeat(2000) })).toBe(false)
  })

  test('an edit, a deletion and a reaction are events of their own', () => {
    const types = ['message', 'messageUpdate', 'messageDelete']
    const keys = types.map((type) => keyOf({ type }))
    keys.push(keyOf({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }))
    keys.push(keyOf({ type: 'messageReaction', reactionsRemoved: [{ type: 'like' }] }))
    keys.push(keyOf({ type: 'messageUpdate', text: 'else' }))
    expect(new Set(keys).size).toBe(6)
    expect(same({ type: 'messageUpdate' }, { type: 'messageUpdate' })).toBe(true)
  })
})

describe('the greeting is asked for', () => {
  const greeting = { type: 'event', name: 'getStarted' }

  test.each([
    [{ type: 'conversationUpdate', membersAdded: [{ id: 'user-1' }] }],
    [{ type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }], from: { id: 'bot-1', role: 'bot' } }],
    [{ type: 'event', name: 'getStarted' }],
    [{ type: 'event', name: 'webchat/join' }],
  ])('by %j, and is one event', (members) => {
    expect(eventOf({ id: 'other', ...members })).toMatchObject({
      eventKey: 'botframework:emulator|c1|livechat:start',
      activity: greeting,
      replyTo: 'the way back',
    })
  })

  test.each([
    [{ type: 'conversationUpdate' }],
    [{ type: 'conversationUpdate', membersAdded: [] }],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: 'user-1' }] }],
    [{ type: 'event', name: 'another' }],
    [{ type: 'event' }],
  ])('not by %j', (members) => {
    expect(eventOf(members)).toBeUndefined()
  })
})

describe('what a person does to a message', () => {
  test.each([
    ['an edit', { type: 'messageUpdate', text: 'new' }, { type: 'messageUpdate', id: 'a1', text: 'new' }],
    ['a deletion', { type: 'messageDelete' }, { type: 'messageDelete', id: 'a1' }],
    [
      'a reaction',
      { type: 'messageReaction', replyToId: 'm1', reactionsAdded: [{ type: 'like', more: 'x' }] },
      { type: 'messageReaction', replyToId: 'm1', reactionsAdded: [{ type: 'like' }] },
    ],
    [
      'a reaction taken back',
      { type: 'messageReaction', replyToId: 'm1', reactionsRemoved: [{ type: 'like' }] },
      { type: 'messageReaction', replyToId: 'm1', reactionsRemoved: [{ type: 'like' }] },
    ],
  ])('%s', (_what, members, activity) => {
    expect(eventOf(members)?.activity).toEqual(activity)
  })

  test.each([
    [{ type: 'messageUpdate', text: '' }],
    [{ type: 'messageUpdate', id: undefined }],
    [{ type: 'messageDelete', id: undefined }],
    [{ type: 'messageReaction' }],
    [{ type: 'messageReaction', reactionsAdded: 'like' }],
  ])('nothing comes of %j', (members) => {
    expect(eventOf(members)).toBeUndefined()
  })
})

describe('an agent hub', () => {
  const status = (value: unknown, more = {}) =>
    eventOf({ type: 'event', name: 'handoff.status', id: 'h1', text: undefined, value, ...more })

  test('that accepts has the conversation, under its name, and its way back is not the person’s', () => {
    const event = status({ state: 'accepted' }, { from: { id: 'hub-1', name: 'Contact centre' } })
    expect(event).toMatchObject({
      kind: 'handedToStaff',
      activity: { name: 'handoff.status', value: 'accepted', from: { name: 'Contact centre' } },
    })
    expect(event).not.toHaveProperty('replyTo')
  })

  test.each(['completed', 'failed'])('that says %s gives it to the bot', (state) => {
    expect(status({ state })?.kind).toBe('handedToBot')
  })

  test.each([undefined, 'accepted', { state: 'dancing' }, {}])('that says %j says nothing', (value) => {
    expect(status(value)).toBeUndefined()
  })
})
