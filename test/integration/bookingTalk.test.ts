import { afterEach, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { type DemoClinics, openDemoClinics } from '../support/demoClinics.ts'
import { startTalk, type Talk } from '../support/talk.ts'

const now = DateTime.fromISO('2026-11-27T10:00', { zone: 'Europe/London' })
let demo: DemoClinics
afterEach(() => demo.close())

async function talkAs(name: string, booking: 'direct' | 'request' = 'direct'): Promise<Talk> {
  demo = await openDemoClinics(booking)
  const talk = await startTalk({ now, appointments: demo.appointments, conversationId: demo.conversationId })
  await demo.check(name, now)
  return talk
}

const textOf = (said: { text: string }[]) => said.map(({ text }) => text).join('\n')
const liveOnes = () =>
  demo.db
    .selectFrom('appointments')
    .where('status', 'in', ['booked', 'confirmed'])
    .where('conversation_id', '=', demo.conversationId)
    .selectAll()
    .execute()

/** Somebody else takes the place that is held for the conversation, once its hold is over. */
async function somebodyElseTakes(placeId: number, at: Date): Promise<void> {
  const other = await demo.db
    .selectFrom('participants')
    .where('staff_only', 'is', null)
    .where('sx_digest', 'is not', null)
    .orderBy('id')
    .select('id')
    .execute()
  const busy = await demo.db
    .selectFrom('appointments')
    .where('status', 'in', ['booked', 'confirmed', 'asked'])
    .select('participant_id')
    .execute()
  const checked = await demo.db.selectFrom('checked_people').select('participant_id').execute()
  const free = other.find(({ id }) => ![...busy, ...checked].some(({ participant_id }) => participant_id === id))
  const diary = createPostgresDiary({ db: demo.db, clock: { now: () => DateTime.fromJSDate(at) } })
  const outcome = await diary.book({
    key: 'other',
    author: { kind: 'patient' },
    at,
    participantId: free?.id ?? '',
    programme: 'breast',
    placeId,
    needs: [],
    asked: false,
  })
  expect(outcome.kind).toBe('booked')
}

describe('a place that she was shown', () => {
  test('is hers to take for ten minutes; lost after that, she is told and offered the nearest', async () => {
    const talk = await talkAs('Rose Example')
    await talk.says('can I book')
    const [shown] = talk.session().booking?.shown ?? []
    await talk.says('yes')
    await talk.says('no')
    talk.waits({ minutes: 11 })
    await somebodyElseTakes(shown?.placeId ?? 0, talk.now().toJSDate())
    const said = textOf(await talk.says('no'))
    expect(said).toContain('I am sorry, that time has just gone.')
    expect(said).toContain('Shall I book it for you?')
    expect(talk.session().booking?.shown[0]?.placeId).not.toBe(shown?.placeId)
    await talk.says('yes please')
    expect(await liveOnes()).toHaveLength(1)
  })

  test('is let go of when she looks at others, and when she stops', async () => {
    const held = () => demo.db.selectFrom('places').where('held_by', '=', demo.conversationId).select('id').execute()
    const talk = await talkAs('Rose Example')
    await talk.says('can I book')
    expect(await held()).toHaveLength(1)
    await talk.says('another day')
    expect(await held()).toHaveLength(3)
    await talk.says('stop')
    expect(await held()).toHaveLength(0)
  })
})

describe('a turn that is taken again, as after a crash', () => {
  test.each([
    ['a first booking', 'Rose Example', ['can I book', 'yes', 'no', 'no']],
    ['a change', 'Ada Example', ['can I change my appointment', 'yes', 'no', 'no']],
    ['a cancellation', 'Queenie Example', ['cancel my appointment', 'not this time']],
    ['an end for good', 'Edna Example', ['cancel my appointment', 'never again']],
  ])('says the same, and does nothing twice: %s', async (_, name, words) => {
    const talk = await talkAs(name)
    for (const text of words) {
      const first = await talk.says(text)
      const changes = await demo.db.selectFrom('appointment_changes').select('id').execute()
      const requests = await demo.db.selectFrom('requests').select('id').execute()
      expect(textOf(await talk.again())).toBe(textOf(first))
      expect(await demo.db.selectFrom('appointment_changes').select('id').execute()).toHaveLength(changes.length)
      expect(await demo.db.selectFrom('requests').select('id').execute()).toHaveLength(requests.length)
    }
  })
})

describe('where the office confirms', () => {
  test('what was asked for is cancelled with what she has, and nothing is left to confirm', async () => {
    const talk = await talkAs('Ada Example', 'request')
    for (const text of ['change my appointment', 'yes', 'no', 'no']) await talk.says(text)
    const open = () =>
      demo.db.selectFrom('requests').where('kind', '=', 'confirmAppointment').where('status', '=', 'asked').selectAll().execute()
    expect(await open()).toHaveLength(1)
    await talk.says('cancel my appointment')
    await talk.says('not this time')
    expect(await open()).toHaveLength(0)
    const left = await demo.db
      .selectFrom('appointments')
      .innerJoin('participants', 'participants.id', 'participant_id')
      .where('status', 'in', ['asked', 'booked', 'confirmed'])
      .where('appointments.conversation_id', '=', demo.conversationId)
      .select('appointments.id')
      .execute()
    expect(left).toEqual([])
  })
})

test('"the 3rd" under several offers is a day, and "the third one" is the third offer', async () => {
  const talk = await talkAs('Rose Example')
  await talk.says('can I book')
  await talk.says('another day')
  const third = talk.session().booking?.shown[2]
  expect(textOf(await talk.says('the 9th'))).toContain('9 December')
  await talk.says('another day')
  await talk.says('the third one')
  expect(third).toBeDefined()
  expect(talk.session().booking?.chosen).toBeDefined()
})

test('nobody who is dead is spoken of', async () => {
  const talk = await talkAs('Olive Example')
  const said = textOf(await talk.says('when is my appointment'))
  expect(said).toContain('A person will answer you here by')
  expect(said).not.toContain('appointment')
})

describe('another person on the same account', () => {
  test('takes nothing over: neither the place, nor the needs, nor the answer whether anything speaks against it', async () => {
    const talk = await talkAs('Ivy Example')
    for (const text of ['can I book', 'yes', 'no']) await talk.says(text)
    expect(talk.session().booking?.chosen).toBeDefined()
    await demo.check('Rose Example', now)
    expect(textOf(await talk.opens('identityChecked'))).toContain('I can offer you:')
    expect(talk.session().booking?.chosen).toBeUndefined()
    expect(talk.session().booking?.needs).toBeUndefined()
    await talk.says('yes')
    expect(textOf(await talk.says('no'))).toContain('Is any of these true for you?')
  })

  test('cannot cancel what the first was asked about', async () => {
    const talk = await talkAs('Queenie Example')
    await talk.says('cancel my appointment')
    const { about = [] } = talk.session().booking ?? {}
    await demo.check('Rose Example', now)
    await talk.says('not this time')
    const [kept] = await demo.db.selectFrom('appointments').where('id', 'in', about).select('status').execute()
    expect(kept?.status).toBe('booked')
  })

  test('is not told of the symptom that the first told of', async () => {
    const talk = await talkAs('Queenie Example')
    await talk.says('I have found a lump in my breast')
    await talk.says("that's not me")
    await demo.check('Rose Example', now)
    expect(textOf(await talk.says('can I book'))).toContain('I can offer you:')
  })
})

test('a talk that was left a day ago is over', async () => {
  const talk = await talkAs('Rose Example')
  await talk.says('can I book')
  talk.waits({ hours: 25 })
  const said = textOf(await talk.says('is there parking?'))
  expect(said).not.toContain('Back to your appointment')
  expect(talk.session().booking).toBeUndefined()
})

test('who wants to change what she does not have is told so, and offered one', async () => {
  const talk = await talkAs('Rose Example')
  const said = textOf(await talk.says('can I change my appointment'))
  expect(said).toContain('I can find no appointment for you that is still to come, but I can book one.')
  expect(said).toContain('Shall I book it for you?')
})
