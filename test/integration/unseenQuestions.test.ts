import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { type DemoClinics, openDemoClinics } from '../support/demoClinics.ts'
import { startTalk, type Talk } from '../support/talk.ts'

const now = DateTime.fromISO('2026-11-27T10:00', { zone: 'Europe/London' })
let demo: DemoClinics
let talk: Talk
beforeEach(async () => {
  demo = await openDemoClinics()
  talk = await startTalk({ now, appointments: demo.appointments, conversationId: demo.conversationId })
})
afterEach(() => demo.close())

/** What the bot has asked and shown so far lies with staff. */
const unsent = () => Object.assign(talk.session(), { unseen: true })
const textOf = (said: { text: string }[]) => said.map(({ text }) => text).join('\n')
const dayShown = () =>
  DateTime.fromISO(talk.session().booking?.shown[0]?.startsAt ?? '', { zone: 'Europe/London', locale: 'en-GB' }).toFormat('cccc d LLLL')
const booked = () =>
  demo.db.selectFrom('appointments').where('conversation_id', '=', demo.conversationId).where('status', '=', 'booked').selectAll().execute()

test.each(['yes', 'no', 'that is fine', 'ok', '1'])(
  '"%s" agrees to no offer that she has not seen: she is offered it anew',
  async (words) => {
    await demo.check('Rose Example', now)
    await talk.says('can I book')
    unsent()
    expect(textOf(await talk.says(words))).toContain('Shall I book it for you?')
    expect(talk.session().booking?.chosen).toBeUndefined()
    expect(talk.session().unseen).toBeUndefined()
  },
)

test('nor does the day of a place that was not shown to her', async () => {
  await demo.check('Rose Example', now)
  await talk.says('can I book')
  const day = dayShown()
  unsent()
  expect(textOf(await talk.says(`${day} please`))).toContain('Which of these would suit you?')
  expect(talk.session().booking?.chosen).toBeUndefined()
})

test('what she has said stays, and only what she has not seen is asked anew', async () => {
  await demo.check('Rose Example', now)
  for (const words of ['can I book', 'yes', 'no']) await talk.says(words)
  expect(talk.session().booking?.needs).toEqual([])
  unsent()
  expect(textOf(await talk.says('no'))).toContain('One last question.')
  expect(await booked()).toEqual([])
  await talk.says('no')
  expect(await booked()).toHaveLength(1)
})

test('"not this time" cancels nothing before she has seen what it is about', async () => {
  await demo.check('Queenie Example', now)
  await talk.says('cancel my appointment')
  const about = talk.session().booking?.about ?? []
  unsent()
  await talk.says('not this time')
  const [kept] = await demo.db.selectFrom('appointments').where('id', 'in', about).select('status').execute()
  expect(kept?.status).toBe('booked')
})

test('whoever taps a choice has seen it', async () => {
  await demo.check('Rose Example', now)
  await talk.says('can I book')
  unsent()
  expect(textOf(await talk.taps('Yes, book it'))).toContain('Is there anything that would help you at the visit?')
})
