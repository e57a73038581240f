import { describe, expect, test } from '@jest/globals'
import {
  delivery,
  passThreadControl,
  postback,
  read,
  referral,
  requestThreadControl,
  takeThreadControl,
  testPageId,
  update,
} from '../../support/messengerWebhook.ts'
import { at, observeOne, readAll, readOne } from './reading.ts'

const psid = '24680135792468013'
const day = 24 * 60 * 60 * 1000

describe('a postback', () => {
  test('is a message with the title as text and the payload as value', () => {
    expect(readOne(postback({ psid, mid: 'm_1', title: 'Book', payload: 'book', at }))).toMatchObject({
      kind: 'said',
      eventKey: 'messenger:m_1',
      replyWindowUntil: new Date(at + day),
      activity: { type: 'message', id: 'm_1', text: 'Book', value: 'book' },
    })
  })

  test('without a mid is keyed by person, time and payload', () => {
    const key = (payload: string, when = at) => readOne(postback({ psid, title: 'Book', payload, at: when })).eventKey
    expect(key('book')).toMatch(new RegExp(`^messenger:postback:${psid}:${at}:[0-9a-f]{64}$`))
    expect(key('book')).toBe(key('book'))
    expect(key('book')).not.toBe(key('cancel'))
    expect(key('book')).not.toBe(key('book', at + 1))
  })

  test('from Get Started is an event, with the ref it came by', () => {
    expect(readOne(postback({ psid, title: 'Get Started', payload: 'GET_STARTED', at })).activity).toEqual({
      type: 'event',
      name: 'getStarted',
    })
    expect(readOne(postback({ psid, title: 'Get Started', payload: 'GET_STARTED', ref: 'letter_7=a', at })).activity).toEqual({
      type: 'event',
      name: 'getStarted',
      value: 'letter_7=a',
    })
  })

  test('in standby lacks its payload, and does not stand in the way of the whole one', () => {
    const event = readOne(postback({ psid, mid: 'm_1', title: 'Book', at }), { inStandby: true })
    expect(event).toMatchObject({ kind: 'overheard', eventKey: 'messenger:m_1:standby', activity: { text: 'Book' } })
    expect(event.activity.value).toBeUndefined()
  })
})

describe('a referral', () => {
  test('is an event with its ref, and opens the window', () => {
    expect(readOne(referral({ psid, ref: 'poster-3', at }))).toMatchObject({
      kind: 'said',
      replyWindowUntil: new Date(at + day),
      activity: { type: 'event', name: 'referral', value: 'poster-3' },
    })
  })

  test.each([
    ['<script>alert(1)</script>', 'scriptalert1script'],
    ['../../etc', 'etc'],
    ['a b\nc', 'abc'],
    ['x'.repeat(300), 'x'.repeat(256)],
    ['💥', undefined],
    ['', undefined],
  ])('keeps of the ref %j only what Meta allows', (ref, value) => {
    expect(readOne(referral({ psid, ref, at })).activity.value).toBe(value)
  })
})

describe('thread control', () => {
  test('passed to us is handed to the bot; taken from us is handed to staff', () => {
    expect(readOne(passThreadControl({ psid, newOwner: '777', at }))).toMatchObject({
      kind: 'handedToBot',
      address: psid,
      activity: { type: 'event', name: 'threadControl' },
    })
    expect(readOne(takeThreadControl({ psid, newOwner: '263902037430900', at })).kind).toBe('handedToStaff')
    expect(readOne(update({ psid, at }, { take_thread_control: { previous_owner_app_id: null, new_owner_app_id: 456 } })).kind).toBe(
      'handedToStaff',
    )
    expect(readOne(update({ psid, at }, { pass_thread_control: {} })).kind).toBe('handedToBot')
  })

  test('passed on to the inbox or another app is not ours', () => {
    expect(readOne(passThreadControl({ psid, newOwner: '263902037430900', at })).kind).toBe('handedToStaff')
    expect(readOne(passThreadControl({ psid, newOwner: '456', at })).kind).toBe('handedToStaff')
  })

  test('requested is observed with who asks, and so are app roles, which have no sender', () => {
    expect(observeOne(requestThreadControl({ psid, at, by: '263902037430900' }))).toMatchObject({
      kind: 'threadRequested',
      appId: '263902037430900',
      address: psid,
    })
    const roles = { recipient: { id: testPageId }, timestamp: at, app_roles: { '123456789': ['primary_receiver'] } }
    expect(observeOne(roles)).toEqual({ kind: 'other', code: 'app_roles', at: new Date(at) })
  })
})

describe('what is only observed', () => {
  test('deliveries and reads', () => {
    expect(observeOne(delivery({ psid, mids: ['m_1'], watermark: at - 5, at }))).toEqual({
      kind: 'delivery',
      at: new Date(at),
      address: psid,
      mids: ['m_1'],
      watermark: new Date(at - 5),
    })
    expect(observeOne(update({ psid, at }, { delivery: { watermark: at } }))).toMatchObject({ kind: 'delivery', mids: [] })
    expect(observeOne(read({ psid, watermark: at - 5, at }))).toMatchObject({ kind: 'read', address: psid, watermark: new Date(at - 5) })
  })

  test.each(['policy_enforcement', 'policy-enforcement'])('%s, which has no sender', (key) => {
    const told = { recipient: { id: testPageId }, timestamp: at, [key]: { action: 'block', reason: 'The page violates a policy.' } }
    expect(observeOne(told)).toEqual({
      kind: 'policyEnforcement',
      at: new Date(at),
      action: 'block',
      reason: 'The page violates a policy.',
    })
    expect(observeOne({ ...told, [key]: { action: 'unblock' } })).toEqual({
      kind: 'policyEnforcement',
      at: new Date(at),
      action: 'unblock',
    })
  })

  test('opt-ins, with or without a person, and never their tokens', () => {
    const optin = { type: 'notification_messages', notification_messages_token: 'TOKEN', payload: 'p' }
    expect(observeOne(update({ psid, at }, { optin }))).toEqual({
      kind: 'optin',
      at: new Date(at),
      address: psid,
      type: 'notification_messages',
    })
    const anonymous = { sender: { user_ref: 'r' }, recipient: { id: testPageId }, timestamp: at, optin: { ref: 'x', user_ref: 'r' } }
    expect(observeOne(anonymous)).toEqual({ kind: 'optin', at: new Date(at) })
  })

  test('account linking, feedback, and kinds we do not know', () => {
    const linked = observeOne(update({ psid, at }, { account_linking: { status: 'linked', authorization_code: 'SECRET' } }))
    expect(linked).toEqual({ kind: 'accountLinking', at: new Date(at), address: psid, status: 'linked' })
    expect(observeOne(update({ psid, at }, { response_feedback: { feedback: 'Good response', mid: 'm_1' } }))).toMatchObject({
      kind: 'feedback',
      feedback: 'Good response',
      mid: 'm_1',
    })
    expect(observeOne(update({ psid, at }, { game_play: {} }))).toMatchObject({ kind: 'other', code: 'game_play' })
    expect(observeOne({ timestamp: at })).toEqual({ kind: 'other', code: 'empty', at: new Date(at) })
  })

  test('changes: the review of a template, and others by their field', () => {
    const changes = [
      { field: 'message_template_status_update', value: { event: 'APPROVED', message_template_name: 'appt_notice_v1' } },
      { field: 'feed', value: { item: 'comment', message: 'words of a person' } },
    ]
    const { observed, events, faults } = readAll({ object: 'page', entry: [{ id: testPageId, time: at, changes }] })
    expect(observed).toEqual([
      { kind: 'templateStatus', at: new Date(at), status: 'APPROVED', template: 'appt_notice_v1' },
      { kind: 'other', code: 'feed', at: new Date(at) },
    ])
    expect([events, faults]).toEqual([[], []])
  })
})
