import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { createPostgresConversationView } from '../../src/handoff/postgresConversationView.ts'
import { createPostgresQueue } from '../../src/handoff/postgresQueue.ts'
import { MOST_COUNTED, QUEUE_PAGE, type QueueFilter } from '../../src/handoff/queue.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { noon } from '../support/conversationStores.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const now = noon.toJSDate()
const clock = { now: () => noon }
const nobody = '00000000-0000-4000-8000-000000000000'
const context = (id: string) => `transcript ${id}`
const sealer = createSealer([testSecrets.secretKey])

/** 5,000 conversations of 20 lines each. */
const [CONVERSATIONS, LINES] = [5_000, 20]
const [HAS_NOBODY, CALLED, PRIYAS, SAMS] = [20, 130, 70, 60]

/** What waits, what is counted, and the lines of a page are fewer than this. */
const MOST_READ = 2_000

let made: TestDatabase
let db: Kysely<Tables>
let asked: CompiledQuery[] = []
let priya: string

beforeAll(async () => {
  made = await createTestDatabase()
  // Of a table as small as this the database rather reads the whole; what is judged is the way that it takes when it has grown.
  const pool = new pg.Pool({ connectionString: made.url, max: 1, options: '-c enable_seqscan=off' })
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void asked.push(query) })
  await migrate(db)
  const body = sealer.seal('{}', 'none')
  for (let from = 1; from <= CONVERSATIONS; from += 500)
    await sql`
      with made as (
        insert into conversations (channel, address, created_at, last_event_at, heard_at, last_seq, owner)
        select 'messenger', 'p' || n, ${now}::timestamptz, ${now}::timestamptz - n * interval '1 minute', ${now}::timestamptz, ${LINES}::integer,
          case when n % 250 = 0 then 'nobody' else 'bot' end from generate_series(${from}::integer, ${from + 499}::integer) n
        returning id
      ), heard as (
        insert into inbox (event_key, conversation_id, kind, occurred_at, received_at, done_at, outcome)
        select id || ':' || n, id, 'said', ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, 'noted'
        from made, generate_series(1, ${LINES}::integer) n returning id, conversation_id
      )
      insert into transcript (id, conversation_id, seq, event_id, position, author, at, body)
      select gen_random_uuid(), conversation_id, row_number() over (partition by conversation_id order by id), id, 0, 'patient',
        ${now}::timestamptz, ${body}
      from heard`.execute(db)
  await sql`
    insert into escalations (conversation_id, event_id, reason, urgency, created_at)
    select c.id, max(i.id), 'asked', 'soon', ${now}::timestamptz
    from conversations c join inbox i on i.conversation_id = c.id where c.owner = 'bot'
    group by c.id order by c.last_event_at desc limit ${CALLED}::integer`.execute(db)
  priya = await give('Priya', PRIYAS)
  await give('Sam', SAMS)
  await sql`analyze`.execute(db)
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await made.drop()
})

/** The oldest of the bot's go to a new colleague. */
async function give(firstName: string, count: number): Promise<string> {
  const { id } = await db
    .insertInto('accounts')
    .values({ email: `${firstName}@example.org`.toLowerCase(), first_name: firstName, roles: ['staff'], created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    update conversations set owner = 'staff', owner_account = ${id}::uuid, owner_until = ${now}::timestamptz + interval '1 hour'
    where id in (select id from conversations where owner = 'bot' order by last_event_at limit ${count}::integer)`.execute(db)
  return id
}

describe('among 5,000 conversations and 100,000 lines', () => {
  const queue = () => createPostgresQueue({ db, wordsOf: () => 'words', namesOf: async () => new Map(), clock })
  const view = () =>
    createPostgresConversationView({ db, sealer, transcriptContext: context, namesOf: async () => new Map(), personDays: () => 7, clock })

  test('each list has all of its conversations once, page by page, and the counts are theirs', async () => {
    expect(await sizes('waiting')).toEqual({ rows: HAS_NOBODY + CALLED, different: HAS_NOBODY + CALLED })
    expect(await sizes('mine')).toEqual({ rows: PRIYAS, different: PRIYAS })
    expect(await sizes('taken')).toEqual({ rows: SAMS, different: SAMS })
    expect(await sizes('all')).toEqual({ rows: CONVERSATIONS, different: CONVERSATIONS })
    const { waiting, all, mine, taken } = await queue().counts()
    expect([waiting, all, mine(priya), taken(priya)]).toEqual([HAS_NOBODY + CALLED, MOST_COUNTED, PRIYAS, SAMS])
    expect([mine(nobody), taken(nobody)]).toEqual([0, PRIYAS + SAMS])
  })

  test('nothing that is asked for the queue or a conversation goes through all conversations or all lines', async () => {
    const { id } = await db.selectFrom('conversations').select('id').limit(1).executeTakeFirstOrThrow()
    const looks: Record<string, () => Promise<unknown>> = {
      waiting: () => queue().list('waiting', priya, 1),
      mine: () => queue().list('mine', priya, 1),
      taken: () => queue().list('taken', priya, 1),
      all: () => queue().list('all', priya, 1),
      counts: () => queue().counts(),
      calls: () => queue().calls(),
      header: () => view().header(id),
      talk: () => view().talk(id),
    }
    const many: Record<string, object> = {}
    for (const [name, look] of Object.entries(looks)) {
      const read = await readBy(look)
      if (read.conversations > MOST_READ || read.transcript > MOST_READ) many[name] = read
    }
    expect(many).toEqual({})
  })

  async function sizes(filter: QueueFilter): Promise<{ rows: number; different: number }> {
    const ids: string[] = []
    for (let page = 1, more = true; more; page++) {
      const { rows, hasMore } = await queue().list(filter, priya, page)
      expect(rows.length).toBe(hasMore ? QUEUE_PAGE : rows.length)
      ids.push(...rows.map(({ conversationId }) => conversationId))
      more = hasMore
    }
    return { rows: ids.length, different: new Set(ids).size }
  }
})

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** How many rows of the large tables a look's statements read, all in all. */
async function readBy(look: () => Promise<unknown>): Promise<Record<'conversations' | 'transcript', number>> {
  asked = []
  await look()
  const read = { conversations: 0, transcript: 0 }
  for (const { sql: text, parameters } of asked.slice()) {
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      CompiledQuery.raw(`explain (analyze, timing off, format json) ${text}`, [...parameters]),
    )
    for (const plan of nodes(rows[0]?.['QUERY PLAN'][0]?.Plan)) {
      const table = plan['Relation Name'] as keyof typeof read
      if (table in read) read[table] += (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    }
  }
  return read
}

const nodes = (plan?: Plan): Plan[] => (plan ? [plan, ...(plan.Plans ?? []).flatMap(nodes)] : [])
