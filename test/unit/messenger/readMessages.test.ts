import { describe, expect, test } from '@jest/globals'
import { attachment, echo, messageDelete, messageEdit, quickReply, reaction, textMessage, update } from '../../support/messengerWebhook.ts'
import { at, observeOne, readOne } from './reading.ts'

const psid = '24680135792468013'
const day = 24 * 60 * 60 * 1000

function message(content: Record<string, unknown>) {
  return update({ psid, at }, { message: { mid: 'm_1', ...content } })
}

describe('a message', () => {
  test('is said by its sender, at the time Meta tells, and opens the window for 24 hours from then', () => {
    expect(readOne(textMessage({ psid, mid: 'm_1', text: 'Does it hurt?', at }))).toEqual({
      channel: 'messenger',
      address: psid,
      eventKey: 'messenger:m_1',
      kind: 'said',
      occurredAt: new Date(at),
      replyWindowUntil: new Date(at + day),
      activity: { type: 'message', id: 'm_1', text: 'Does it hurt?' },
    })
  })

  test('in standby is overheard under the same key', () => {
    const event = readOne(textMessage({ psid, mid: 'm_1', text: 'hello', at }), { inStandby: true })
    expect(event).toMatchObject({ kind: 'overheard', eventKey: 'messenger:m_1', address: psid })
  })

  test('from a quick reply carries its payload as value', () => {
    const { activity } = readOne(quickReply({ psid, mid: 'm_1', title: 'Yes', payload: 'yes', at }))
    expect(activity).toEqual({ type: 'message', id: 'm_1', text: 'Yes', value: 'yes' })
  })

  test('that answers another carries which', () => {
    expect(readOne(message({ text: 'this one', reply_to: { mid: 'm_0', is_self_reply: false } })).activity.channelData).toEqual({
      replyTo: 'm_0',
    })
  })

  test('from an advertisement keeps the cleaned ref beside the words', () => {
    const { activity } = readOne(message({ text: 'hi', referral: { ref: 'van-<2>', source: 'ADS', type: 'OPEN_THREAD' } }))
    expect(activity).toMatchObject({ type: 'message', text: 'hi', channelData: { ref: 'van-2' } })
  })

  test.each([
    ['image', 'image'],
    ['audio', 'audio'],
    ['video', 'video'],
    ['file', 'file'],
    ['reel', 'video'],
    ['ig_reel', 'video'],
    ['post', 'post'],
    ['location', 'location'],
    ['template', 'template'],
    ['appointment_booking', 'appointment_booking'],
    ['something_new', 'something_new'],
    ['Some <thing>', 'unknown'],
  ])('with an attachment %s tells its kind as %s and nothing of its address', (type, contentType) => {
    const { activity } = readOne(attachment({ psid, mid: 'm_1', type, payload: { url: 'https://cdn.example/secret.jpg' }, at }))
    expect(activity.attachments).toEqual([{ contentType }])
    expect(JSON.stringify(activity)).not.toContain('cdn.example')
  })

  test('with a fallback has its title, when there is any payload', () => {
    const shared = readOne(attachment({ psid, mid: 'm_1', type: 'fallback', payload: { url: 'https://a.example', title: 'A page' }, at }))
    expect(shared.activity.attachments).toEqual([{ contentType: 'fallback', name: 'A page' }])
    expect(readOne(attachment({ psid, mid: 'm_1', type: 'fallback', at })).activity.attachments).toEqual([{ contentType: 'fallback' }])
  })

  const like = 369239263222822
  test.each([
    ['as a sticker', { attachments: [{ type: 'sticker', payload: { sticker_id: like } }] }],
    ['as a sticker with the id beside the payload', { attachments: [{ type: 'sticker', sticker_id: String(like), payload: {} }] }],
    ['as an image with a sticker id', { attachments: [{ type: 'image', payload: { url: 'https://a', sticker_id: like } }] }],
    [
      'as a sticker and an image',
      {
        attachments: [
          { type: 'image', payload: { url: 'https://a' } },
          { type: 'sticker', payload: { url: 'https://a', sticker_id: like } },
        ],
      },
    ],
    [
      'as a sticker and an image, both with the id',
      {
        attachments: [
          { type: 'image', payload: { sticker_id: like } },
          { type: 'sticker', payload: { sticker_id: like } },
        ],
      },
    ],
    ['with the id on the message', { sticker_id: like, attachments: [{ type: 'image', payload: { url: 'https://a' } }] }],
  ])('with a Like %s is one sticker named like', (_form, content) => {
    expect(readOne(message(content)).activity.attachments).toEqual([{ contentType: 'application/x-sticker', name: 'like' }])
  })

  test('with another sticker has no name', () => {
    expect(readOne(message({ attachments: [{ type: 'sticker', payload: { sticker_id: 12 } }] })).activity.attachments).toEqual([
      { contentType: 'application/x-sticker' },
    ])
    expect(readOne(message({ attachments: [{ type: 'sticker' }] })).activity.attachments).toEqual([
      { contentType: 'application/x-sticker' },
    ])
  })

  test('with several photos keeps each', () => {
    const images = Array.from({ length: 3 }, () => ({ type: 'image', payload: { url: 'https://a' } }))
    expect(readOne(message({ attachments: images })).activity.attachments).toHaveLength(3)
  })

  test('that is a slash command is text', () => {
    expect(readOne(message({ commands: [{ name: 'help' }] })).activity).toEqual({ type: 'message', id: 'm_1', text: '/help' })
    expect(readOne(message({ text: '/help me', commands: [{ name: 'help' }] })).activity.text).toBe('/help me')
  })

  test.each([
    ['that Meta cannot show', { is_unsupported: true }],
    ['without anything in it', {}],
    ['with an empty text', { text: '' }],
    ['whose text is not text', { text: { a: 1 } }],
  ])('%s is told apart as unsupported', (_what, content) => {
    expect(readOne(message(content)).activity.attachments).toEqual([{ contentType: 'unsupported' }])
  })

  test('keeps its words but for what no store can hold', () => {
    expect(readOne(message({ text: 'a\u0000b \ud83d c 👩‍⚕️ é' })).activity.text).toBe('ab \ufffd c 👩‍⚕️ é')
  })

  test('with a broken side field keeps its words', () => {
    const broken = message({
      text: 'hello',
      quick_reply: 'x',
      attachments: 'y',
      reply_to: 3,
      referral: [],
      commands: {},
      sticker_id: {},
      is_deleted: 'no',
    })
    expect(readOne(broken).activity).toEqual({ type: 'message', id: 'm_1', text: 'hello' })
  })
})

describe('later changes of a message', () => {
  test('an edit carries the whole new text, is keyed by its number and opens no window', () => {
    const event = readOne(messageEdit({ psid, mid: 'm_1', text: 'I meant Tuesday', numEdit: 2, at }))
    expect(event).toMatchObject({
      eventKey: 'messenger:m_1:edit:2',
      kind: 'said',
      activity: { type: 'messageUpdate', id: 'm_1', text: 'I meant Tuesday' },
    })
    expect(event.replyWindowUntil).toBeUndefined()
    const asString = update({ psid, at }, { message_edit: { mid: 'm_1', text: 'x', num_edit: '2' } })
    expect(readOne(asString).eventKey).toBe('messenger:m_1:edit:2')
  })

  test('a deletion has a key of its own and opens no window', () => {
    const event = readOne(messageDelete({ psid, mid: 'm_1', at }))
    expect(event).toMatchObject({ eventKey: 'messenger:m_1:deleted', kind: 'said', activity: { type: 'messageDelete', id: 'm_1' } })
    expect(event.replyWindowUntil).toBeUndefined()
  })

  test('a reaction names its message and opens the window; taking it back does not', () => {
    expect(readOne(reaction({ psid, mid: 'm_1', name: 'love', at }))).toMatchObject({
      eventKey: `messenger:reaction:m_1:${psid}:react:${at}`,
      replyWindowUntil: new Date(at + day),
      activity: { type: 'messageReaction', replyToId: 'm_1', reactionsAdded: [{ type: 'love' }] },
    })
    const back = readOne(reaction({ psid, mid: 'm_1', action: 'unreact', at }))
    expect(back.activity).toEqual({ type: 'messageReaction', replyToId: 'm_1', reactionsRemoved: [{ type: 'other' }] })
    expect(back.replyWindowUntil).toBeUndefined()
  })
})

describe('an echo', () => {
  test('with our outbox marker is only observed', () => {
    expect(observeOne(echo({ psid, mid: 'm_9', text: 'Hello', appId: 5, metadata: 'sm:out-1', at }))).toEqual({
      kind: 'echo',
      at: new Date(at),
      address: psid,
      mid: 'm_9',
      outboxId: 'out-1',
    })
  })

  test('from our own app without a marker is only observed', () => {
    expect(observeOne(echo({ psid, mid: 'm_9', text: 'Hello', appId: 777, at }))).toEqual({
      kind: 'echo',
      at: new Date(at),
      address: psid,
      mid: 'm_9',
    })
  })

  test.each([false, true])("from Meta's inbox is staff speaking to the recipient (standby: %s)", (inStandby) => {
    const event = readOne(echo({ psid, mid: 'm_9', text: 'Jo here', appId: 263902037430900, at }), { inStandby })
    expect(event).toMatchObject({
      kind: 'staffSaid',
      address: psid,
      eventKey: 'messenger:m_9',
      activity: { type: 'message', text: 'Jo here' },
    })
    expect(event.replyWindowUntil).toBeUndefined()
  })

  test('without an app id is staff', () => {
    expect(readOne(echo({ psid, mid: 'm_9', text: 'Jo here', at })).kind).toBe('staffSaid')
  })
})
