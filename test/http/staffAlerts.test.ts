import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openTestPostgres } from '../support/databases.ts'
import { deskClient } from '../support/deskClient.ts'
import { type DeskApp, startDesk } from '../support/deskStandIn.ts'
import { eventually } from '../support/startService.ts'

let database: Database
let close: () => Promise<void>
let desk: DeskApp
let client: ReturnType<typeof deskClient>
let priya: Awaited<ReturnType<DeskApp['colleague']>>
let sam: typeof priya
let hers: ReturnType<typeof client.listen>
let his: typeof hers

beforeAll(async () => {
  const opened = await openTestPostgres()
  ;({ database, close } = opened)
  desk = await startDesk(database)
  client = deskClient(desk)
  priya = await desk.colleague('Priya')
  sam = await desk.colleague('Sam')
})
afterAll(async () => {
  await desk.stop()
  await close()
})
beforeEach(() => sql`truncate conversations cascade`.execute(database.db))
afterEach(() => {
  hers.close()
  his.close()
})

/** Priya sees a list, Sam another page of the console. Whatever is there by now is nothing new. */
async function open(): Promise<void> {
  hers = client.listen('/staff/events?show=waiting', priya.id)
  his = client.listen('/staff/events', sam.id)
  await eventually(() => hers.updates().length > 0 && his.updates().length > 0)
}

async function alerted(who: typeof hers): Promise<void> {
  await eventually(() => who.arrived() > 0, 'an alert')
}

/** Two looks more: what was to come has come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2_200))

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const begin = () => desk.conversations.begin({ at: ago(5) })
const pathOf = ({ id }: { id: string }) => `/staff/conversations/${id}`

async function called(urgency: 'now' | 'soon' = 'soon', at = ago(1)) {
  const talk = await begin()
  return { ...talk, escalation: await desk.conversations.call(talk, { reason: 'asked', urgency, at }) }
}

describe('every console is alerted', () => {
  test('to who comes to wait, however many wait already', async () => {
    for (let n = 0; n < 55; n++) await called('now', ago(30))
    await open()
    await called('soon')
    await Promise.all([alerted(hers), alerted(his)])
  })

  test('to who comes to wait while another is taken', async () => {
    const first = await called()
    await open()
    await database.db.transaction().execute(async (trx) => {
      await trx.updateTable('escalations').set({ closed_at: new Date() }).where('id', '=', first.escalation).execute()
      const { id } = await trx
        .insertInto('conversations')
        .values({ channel: 'messenger', address: 'at-once', created_at: new Date(), last_event_at: new Date() })
        .returning('id')
        .executeTakeFirstOrThrow()
      await trx.updateTable('conversations').set({ owner: 'nobody', taken_at: new Date() }).where('id', '=', id).execute()
    })
    await Promise.all([alerted(hers), alerted(his)])
    expect(hers.updates().at(-1)?.waiting).toBe(1)
  })

  test('to what was alerted anew, and its row says so', async () => {
    const { id, escalation } = await called()
    await open()
    await desk.alertAnew(escalation)
    await Promise.all([alerted(hers), alerted(his)])
    expect(hers.updates().at(-1)?.lists['queue-rows']?.items[`q-${id}`]?.html).toMatch(/alerted again <time datetime="[^"]+">\d/)
  })
})

describe('only who has a conversation is alerted', () => {
  test('to what her patient writes, not to her having taken it', async () => {
    const talk = await called()
    await open()
    await client.call('POST', `${pathOf(talk)}/take`, priya)
    await settled()
    expect([hers.arrived(), his.arrived()]).toEqual([0, 0])
    await desk.conversations.say(talk, { at: new Date(), text: 'Hello?' })
    await alerted(hers)
    await settled()
    expect([hers.arrived(), his.arrived()]).toEqual([1, 0])
    await desk.conversations.say(talk, { author: 'staff', at: new Date(), text: 'Yes?', name: 'Priya', account: priya.id })
    await settled()
    expect(hers.arrived()).toBe(1)
  })

  test('to its being passed to her', async () => {
    const talk = await called()
    await desk.takeover.take(talk.id, priya)
    await open()
    await client.call('POST', `${pathOf(talk)}/pass`, { ...priya, form: { to: sam.id } })
    await alerted(his)
    await settled()
    expect([hers.arrived(), his.arrived()]).toEqual([0, 1])
  })

  test('to its being alerted anew', async () => {
    const talk = await called()
    await desk.takeover.take(talk.id, sam)
    await open()
    await desk.alertAnew(talk.escalation)
    await alerted(his)
    await settled()
    expect([hers.arrived(), his.arrived()]).toEqual([0, 1])
  })
})
