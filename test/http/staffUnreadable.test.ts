import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { databases } from '../support/databases.ts'
import { deskClient } from '../support/deskClient.ts'
import { type DeskApp, startDesk } from '../support/deskStandIn.ts'
import { eventually } from '../support/startService.ts'

/** A key that the service has no more. */
const lost = createSealer(['bG9zdCBrZXkgbG9zdCBrZXkgbG9zdCBrZXkgbG9zdCA='])

let desk: DeskApp
let database: Database
let close: () => Promise<void>
let priya: Awaited<ReturnType<DeskApp['colleague']>>

beforeAll(async () => {
  const [, open] = databases[0] ?? []
  const opened = await open?.()
  if (!opened) throw new Error('There is no database.')
  ;({ database, close } = opened)
  desk = await startDesk(database)
  priya = await desk.colleague('Priya')
})
afterAll(async () => {
  await desk.stop()
  await close()
})

test('notes that no key opens any more are shown as such, with all the rest, on the page and in the stream', async () => {
  const { db } = database
  const talk = await desk.conversations.begin()
  await desk.conversations.say(talk, { at: new Date(), text: 'Can anybody hear me?' })
  const escalation = await desk.conversations.call(talk, { reason: 'asked', urgency: 'soon', at: new Date() })
  await db
    .updateTable('escalations')
    .set({ note: lost.seal('gone', 'escalation') })
    .where('id', '=', escalation)
    .execute()
  const note = { id: randomUUID(), conversation_id: talk.id, account_id: priya.id, author_name: 'Priya', at: new Date() }
  await db
    .insertInto('staff_notes')
    .values({ ...note, body: lost.seal('gone', 'note') })
    .execute()
  const client = deskClient(desk)
  const page = await client.call('GET', `/staff/conversations/${talk.id}`, priya)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Can anybody hear me?')
  expect(page.text.match(/This cannot be read any more\./g)).toHaveLength(2)
  const told = client.listen(`/staff/events?conversation=${talk.id}`, priya.id)
  await eventually(() => told.text().includes('Can anybody hear me?'))
  told.close()
})

test('somebody whom no key opens any more stands in the list without her name', async () => {
  const talk = await desk.conversations.begin()
  await desk.conversations.call(talk, { reason: 'asked', urgency: 'soon', at: new Date() })
  const participant = await desk.conversations.check(talk.id, 'Margaret Hollins')
  await database.db
    .updateTable('participants')
    .set({ details: lost.seal('{}', `participant ${participant}`) })
    .where('id', '=', participant)
    .execute()
  const { status, text } = await deskClient(desk).call('GET', '/staff', priya)
  expect(status).toBe(200)
  expect(text).toContain(`q-${talk.id}`)
})
