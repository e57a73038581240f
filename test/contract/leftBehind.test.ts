import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { whenLeft } from '../../dialogs/whenAnswered.ts'
import { transcriptContext } from '../../src/conversation/sealContext.ts'
import { createPostgresEscalations } from '../../src/handoff/postgresEscalations.ts'
import { createPostgresLeftBehind } from '../../src/handoff/postgresLeftBehind.ts'
import { createPostgresTell } from '../../src/handoff/postgresTell.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'

const times = {
  timeZone: 'Europe/London',
  opening: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }],
  closedOn: [],
  answerWithin: { now: 10, today: 60, soon: 120 },
}

describe.each(databases)('what a colleague has left behind, on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  const clock = { now: () => noon }
  const sealer = createSealer([testSecrets.secretKey])
  beforeAll(async () => {
    ;({ database, close } = await open())
  })
  afterAll(() => close())

  const look = () => {
    const { db } = database
    const escalations = createPostgresEscalations({ db, sealer, clock, log: silentLog, openingHours: async () => times })
    const { tell } = createPostgresTell({ db, sealer, clock, transcriptContext, wake: () => {} })
    return createPostgresLeftBehind({ db, clock, escalations, tell, words: whenLeft })()
  }

  /** Somebody's conversation, which lies in the queue since `takenAt`. */
  async function left(reasons: string[] = [], takenAt = noon.minus({ minutes: 1 })): Promise<string> {
    const stores = conversationStores(database)
    const [accepted] = await stores.accept([said(randomUUID(), 'hello')])
    const id = accepted?.conversationId ?? ''
    await queue(id, takenAt.toJSDate())
    for (const reason of reasons)
      await sql`insert into escalations (conversation_id, event_id, reason, urgency, created_at)
        select ${id}::uuid, id, ${reason}, 'now', ${noon.toJSDate()}::timestamptz from inbox where conversation_id = ${id}::uuid limit 1`.execute(
        database.db,
      )
    return id
  }

  const queue = (id: string, at: Date) =>
    database.db.updateTable('conversations').set({ owner: 'nobody', owner_account: null, taken_at: at }).where('id', '=', id).execute()

  const openReasons = async (id: string) =>
    (
      await database.db
        .selectFrom('escalations')
        .where('conversation_id', '=', id)
        .where('closed_at', 'is', null)
        .select('reason')
        .execute()
    ).map(({ reason }) => reason)

  async function told(id: string): Promise<string[]> {
    const rows = await database.db
      .selectFrom('transcript')
      .innerJoin('outbox', 'outbox.id', 'transcript.id')
      .where('transcript.conversation_id', '=', id)
      .orderBy('transcript.seq')
      .select(['body', 'speaker'])
      .execute()
    return rows.map(({ body, speaker }) => `${speaker}: ${JSON.parse(sealer.open(body ?? '', transcriptContext(id))).text}`)
  }

  test('is promised to somebody, and she is told by when, once however many look', async () => {
    const id = await left()
    await Promise.all([look(), look()])
    await look()
    expect(await openReasons(id)).toEqual(['left'])
    expect(await told(id)).toEqual(['service: Your conversation is back with the whole team. A person will answer you here by 2pm today.'])
  })

  test('keeps the promise that somebody was called for with', async () => {
    const id = await left(['asked'])
    await database.db
      .updateTable('escalations')
      .set({ promised_for: noon.plus({ minutes: 30 }).toJSDate() })
      .where('conversation_id', '=', id)
      .execute()
    await look()
    expect(await openReasons(id)).toEqual(['asked'])
    expect(await told(id)).toEqual([
      'service: Your conversation is back with the whole team. A person will answer you here by 12:30pm today.',
    ])
  })

  test('is told again when somebody else leaves it, later', async () => {
    const id = await left()
    await look()
    await queue(id, noon.toJSDate())
    await look()
    expect(await told(id)).toHaveLength(2)
  })

  test('after a crisis nothing is told, and staff see it all the same', async () => {
    const id = await left(['crisis'])
    await look()
    expect(await openReasons(id)).toEqual(['crisis'])
    expect(await told(id)).toEqual([])
  })

  test('where nothing can be sent any more it is promised to somebody all the same, once', async () => {
    const id = await left()
    await database.db.updateTable('conversations').set({ unreachable_code: '551' }).where('id', '=', id).execute()
    await look()
    await look()
    expect(await openReasons(id)).toEqual(['left'])
    expect(await told(id)).toEqual([])
  })

  test('what the bot or a colleague has is none of it', async () => {
    const id = await left()
    await database.db.updateTable('conversations').set({ owner: 'bot' }).where('id', '=', id).execute()
    await look()
    expect(await openReasons(id)).toEqual([])
  })
})
