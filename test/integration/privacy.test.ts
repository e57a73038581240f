import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { messageEdit, quickReply, textMessage } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

let service: RunningService
let database: pg.Client
beforeAll(async () => {
  service = await startService()
  database = new pg.Client(service.databaseUrl)
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await service.close()
})

/** Every row of every table, the jobs' too, as one text. */
async function everythingAtRest(): Promise<string> {
  const { rows: tables } = await database.query<{ name: string }>(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
  )
  const contents = []
  for (const { name } of tables) contents.push((await database.query(`select * from ${name}`)).rows)
  return JSON.stringify(contents)
}

test("a person's words are in no table and no line of the log", async () => {
  const psid = randomUUID()
  const at = Date.now()
  await service.meta(
    textMessage({ psid, mid: 'm1', text: 'marmalade and does it hurt', at }),
    textMessage({ psid, mid: 'm2', text: 'I have found a lump, marmalade', at: at + 1 }),
    textMessage({ psid, mid: 'm3', text: 'I want to speak to a person', at: at + 2 }),
    quickReply({ psid, mid: 'm4', title: 'A worry', payload: 'a worry', at: at + 3 }),
    textMessage({ psid, mid: 'm5', text: 'my name is marmalade', at: at + 4 }),
    messageEdit({ psid, mid: 'm1', text: 'marmalade', at: at + 5 }),
  )
  await eventually(async () => (await database.query('select 1 from inbox where done_at is null')).rowCount === 0)
  await eventually(() => service.graph.messagesTo(psid).some(({ text }) => text?.includes('I have added that to your message')))
  const atRest = await everythingAtRest()
  expect(atRest).toContain(psid)
  expect(atRest.toLowerCase()).not.toContain('marmalade')
  expect(JSON.stringify(service.logged).toLowerCase()).not.toContain('marmalade')
})
