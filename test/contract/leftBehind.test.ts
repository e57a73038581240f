import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type KyselyPlugin, sql } from 'kysely'
import { openAgeing } from '../../src/app/openAgeing.ts'
import type { ServiceFacts } from '../../src/content/serviceFactsSchema.ts'
import { transcriptContext } from '../../src/conversation/sealContext.ts'
import type { Escalations } from '../../src/handoff/escalation.ts'
import { createPostgresEscalations } from '../../src/handoff/postgresEscalations.ts'
import { type Log, silentLog } from '../../src/kernel/log.ts'
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
const facts = async () => ({ ...times, phone: '01632 960 001', hours: '9 to 5' }) as Partial<ServiceFacts> as ServiceFacts
const promisedFor = (time: string) =>
  `service: Your conversation is back with the whole team. A person will answer you here by ${time} today. If you need someone sooner, please ring 01632 960 001 (9 to 5).`

/** As if the database failed where somebody looks after what was left. */
const failsThere: KyselyPlugin = {
  transformQuery({ node }) {
    if (JSON.stringify(node).includes("'left:'")) throw new Error('the database failed')
    return node
  },
  transformResult: async ({ result }) => result,
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

  type Wrap = (escalations: Escalations) => Escalations
  function ageing({ db = database.db, log = silentLog, wrap = (one) => one }: { db?: Database['db']; log?: Log; wrap?: Wrap } = {}) {
    const escalations = wrap(createPostgresEscalations({ db, sealer, clock, log: silentLog, openingHours: async () => times }))
    return openAgeing({ stores: { database: { ...database, db }, sealer }, escalations, facts, wake: () => {}, clock, log })
  }
  const look = () => ageing().lookAfterLeft()
  /** What happens in a minute. */
  const aMinute = (all = ageing()) => Promise.allSettled(all.chores.map(({ run }) => run()))

  const promise = (id: string, minutes: number) =>
    database.db
      .updateTable('escalations')
      .set({ promised_for: noon.plus({ minutes }).toJSDate() })
      .where('conversation_id', '=', id)
      .execute()

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
    expect(await told(id)).toEqual([promisedFor('2pm')])
  })

  test('keeps the promise that somebody was called for with', async () => {
    const id = await left(['asked'])
    await promise(id, 30)
    await look()
    expect(await openReasons(id)).toEqual(['asked'])
    expect(await told(id)).toEqual([promisedFor('12:30pm')])
  })

  test.each([-5, 2])('whose promise ends at %i minutes is told once that it is put off, and nothing else', async (minutes) => {
    const id = await left(['asked'])
    await promise(id, minutes)
    await look()
    expect(await told(id)).toEqual([])
    await aMinute()
    await aMinute()
    expect(await told(id)).toEqual([
      expect.stringContaining('nobody has been able to answer you yet. A person will answer you here by 12:15pm today.'),
    ])
  })

  test.each(['symptom', 'undelivered'])('is promised to somebody beside an open %s, which she is told nothing of', async (reason) => {
    const id = await left([reason])
    await look()
    expect((await openReasons(id)).sort()).toEqual(['left', reason].sort())
    expect(await told(id)).toEqual([promisedFor('2pm')])
  })

  test('while there is an emergency nobody is told to wait, and staff are called for all the same', async () => {
    const id = await left(['emergency'])
    await look()
    await look()
    expect((await openReasons(id)).sort()).toEqual(['emergency', 'left'])
    expect(await told(id)).toEqual([])
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
    expect((await openReasons(id)).sort()).toEqual(['crisis', 'left'])
    expect(await told(id)).toEqual([])
  })

  test('those of which nothing is to be told do not stand before the others, open or closed', async () => {
    const old = noon.minus({ days: 1 })
    await Promise.all(Array.from({ length: 101 }, (_, n) => left(n % 2 ? ['crisis', 'left'] : ['abuse'], old)))
    await look()
    await look()
    const whileOpen = await left()
    await look()
    expect(await told(whileOpen)).toEqual([promisedFor('2pm')])
    await database.db.updateTable('escalations').set({ closed_at: noon.toJSDate() }).where('reason', '=', 'left').execute()
    const whenClosed = await left()
    await look()
    expect(await told(whenClosed)).toEqual([promisedFor('2pm')])
  })

  test('who waits longest comes first', async () => {
    await Promise.all(Array.from({ length: 101 }, () => left()))
    const id = await left([], noon.minus({ hours: 2 }))
    await look()
    expect(await told(id)).toHaveLength(1)
    await look()
  })

  test('one that cannot be looked after stops no other, and is told of by its id', async () => {
    const [bad, good] = [await left([], noon.minus({ minutes: 2 })), await left()]
    const logged: unknown[] = []
    const log: Log = { ...silentLog, warn: (event, facts) => void logged.push({ event, ...facts }) }
    const wrap: Wrap = (all) => ({
      ...all,
      escalate: (request) => (request.conversationId === bad ? Promise.reject(new Error('her words')) : all.escalate(request)),
    })
    await ageing({ log, wrap }).lookAfterLeft()
    expect(await told(good)).toHaveLength(1)
    expect(logged).toEqual([{ event: 'conversation.notPromised', conversation: bad, cause: 'Error', at: expect.any(String) }])
    await look()
    expect(await told(bad)).toHaveLength(1)
  })

  test('promises are put off also where nobody can look after it', async () => {
    const id = await left(['asked'])
    await promise(id, -5)
    await aMinute(ageing({ db: database.db.withPlugin(failsThere) }))
    expect(await told(id)).toEqual([expect.stringContaining('nobody has been able to answer you yet')])
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
