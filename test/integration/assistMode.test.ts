import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { createPatient, type Office, openOffice } from '../support/bookingPatients.ts'
import { openDraftDesk } from '../support/draftDesk.ts'
import { quickReply, textMessage } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

const PROMISE = /^Thank you\. .*A person will answer you here by /s
const HELLO = /^Hello\. This is Demo Screening Service .* An automated assistant prepares the answers here/

let service: RunningService
let desk: Awaited<ReturnType<typeof openDraftDesk>>
let office: Office
let aheadMs = 0

beforeAll(async () => {
  service = await startService({ clock: { now: () => DateTime.utc().plus(aheadMs) } })
  desk = await openDraftDesk(service.databaseUrl)
  office = await openOffice(service.databaseUrl)
  await answering('assist')
}, 60_000)
afterAll(async () => {
  await office.close()
  await desk.close()
  await service.close()
})

/** What is kept of the facts is old at once. */
async function answering(how: 'answer' | 'assist'): Promise<void> {
  await desk.answering(how)
  aheadMs += 6_000
}

const says = (psid: string, text: string) => service.meta(textMessage({ psid, mid: randomUUID(), text }))
const heard = (psid: string) => service.graph.messagesTo(psid).map(({ text = '' }) => text)
const hears = (psid: string, part: string | RegExp) =>
  eventually(
    () => service.graph.messagesTo(psid).find(({ text = '' }) => text.match(part)),
    `"${part}" to ${psid}, who heard ${heard(psid)}`,
  )

test('a question is answered by nobody before staff have sent the answer; she is told so at once, and once', async () => {
  const psid = randomUUID()
  await says(psid, 'is there parking?')
  const draft = await desk.waitsFor(psid, 'parking is free')
  await desk.quiet()
  expect(heard(psid)).toEqual([expect.stringMatching(HELLO), expect.stringMatching(PROMISE)])
  expect(draft.answers).toBe('is there parking?')
  expect(await desk.openPromises(psid)).toEqual(['draft'])

  await says(psid, 'does it hurt?')
  await desk.waitsFor(psid, 'uncomfortable')
  await desk.quiet()
  expect(heard(psid)).toHaveLength(2)
  expect((await desk.waiting(psid)).map(({ answers }) => answers)).toEqual(['is there parking?', 'does it hurt?'])
})

test('what staff send goes out with its choices; a tap on one comes back, and is prepared for', async () => {
  const psid = randomUUID()
  await says(psid, 'does it hurt?')
  const draft = await desk.waitsFor(psid, 'uncomfortable')
  expect(await desk.drafts.send(draft.id, desk.priya)).toMatchObject({ kind: 'done' })
  const last = await eventually(() =>
    service.graph.messagesTo(psid).find(({ quickReplies }) => quickReplies.some(({ title }) => title === 'Tell me more')),
  )
  expect(await desk.openPromises(psid)).toEqual([])
  const [more] = last.quickReplies.filter(({ title }) => title === 'Tell me more')
  await service.meta(quickReply({ psid, mid: randomUUID(), title: 'Tell me more', payload: more?.payload ?? '' }))
  const next = await eventually(async () => (await desk.waiting(psid))[0])
  expect(next.answers).toBe('Tell me more')
  expect(next.text).not.toBe(draft.text)
  await desk.quiet()
  expect(heard(psid).at(-1)).toMatch(PROMISE)
})

test('what staff have changed goes out in their words only', async () => {
  const psid = randomUUID()
  await says(psid, 'is there parking?')
  const draft = await desk.waitsFor(psid, 'parking')
  await desk.drafts.change(draft.id, desk.priya, 'Parking is closed this week.')
  const message = await hears(psid, 'Parking is closed this week.')
  expect(message.quickReplies).toEqual([])
  expect(heard(psid).join()).not.toContain('parking is free')
})

test('what staff have discarded never goes out', async () => {
  const psid = randomUUID()
  await says(psid, 'is there parking?')
  const draft = await desk.waitsFor(psid, 'parking')
  await desk.drafts.discard(draft.id, desk.priya)
  await says(psid, 'does it hurt?')
  await desk.drafts.send((await desk.waitsFor(psid, 'uncomfortable')).id, desk.priya)
  await hears(psid, 'uncomfortable')
  await desk.quiet()
  expect(heard(psid).join()).not.toContain('parking')
})

test('danger is answered at once, and so is who asks for a person', async () => {
  const [ill, asks] = [randomUUID(), randomUUID()]
  await says(ill, 'I have chest pain and cannot breathe')
  await hears(ill, '999')
  await says(asks, 'can I speak to a person')
  await hears(asks, 'I have passed this conversation to the team.')
  await hears(asks, 'It helps them to know what it is about.')
  await desk.quiet()
  expect(await desk.waiting(ill)).toEqual([])
  expect(await desk.waiting(asks)).toEqual([])
  expect(heard(asks).filter((text) => PROMISE.test(text))).toEqual([])

  await says(asks, 'is there parking?')
  await desk.waitsFor(asks, 'parking')
  await desk.quiet()
  expect(heard(asks).filter((text) => PROMISE.test(text))).toEqual([])
})

test('an appointment is booked step by step, and nothing is booked that she has not seen', async () => {
  const [sx = ''] = await office.invite(1, 40)
  const patient = createPatient(randomUUID(), sx, service.graph, [service.url])
  const { psid } = patient
  const sends = async (part: string) => {
    const draft = await desk.waitsFor(psid, part)
    await desk.drafts.send(draft.id, desk.priya)
    await hears(psid, part)
  }
  await patient.says('can I book')
  await patient.saysWhoSheIs()
  const offer = await desk.waitsFor(psid, 'Shall I book it for you?')

  // She has not seen the offer: what she agrees to is something else.
  await patient.says('yes')
  const again = await eventually(async () => (await desk.waiting(psid)).find(({ id }) => id !== offer.id))
  expect(again.text).toContain('Shall I book it for you?')
  await patient.says('no')
  await eventually(async () => (await desk.waiting(psid)).length === 3)
  await desk.quiet()
  for (const { id } of (await desk.waiting(psid)).slice(0, 2)) await desk.drafts.discard(id, desk.priya)
  await sends('Shall I book it for you?')
  expect(await office.standing()).toEqual([])

  await patient.says('yes')
  await sends('Is there anything that would help you at the visit?')
  await patient.says('no')
  await sends('One last question.')
  expect(await office.standing()).toEqual([])
  await patient.says('no')
  await patient.hears('You are booked:')
  expect(await office.standing()).toHaveLength(1)
  await desk.quiet()
  expect(await desk.waiting(psid)).toEqual([])
}, 60_000)

test('the fact may change in the middle of a conversation, and nothing is lost', async () => {
  const psid = randomUUID()
  await says(psid, 'is there parking?')
  const draft = await desk.waitsFor(psid, 'parking')
  await answering('answer')
  await says(psid, 'does it hurt?')
  await hears(psid, 'uncomfortable')
  expect(await desk.waiting(psid)).toHaveLength(1)
  await desk.drafts.send(draft.id, desk.priya)
  await hears(psid, 'parking is free')
  await answering('assist')
  await says(psid, 'what should I wear?')
  await eventually(async () => (await desk.waiting(psid)).length === 1)
  await desk.quiet()
  expect(heard(psid).at(-1)).toMatch(PROMISE)
})

test('the service logs no error, and no words', () => {
  expect(service.logged.filter(({ level }) => level === 'error')).toEqual([])
  expect(JSON.stringify(service.logged)).not.toMatch(/parking/)
})
