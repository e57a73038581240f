import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { createPostgresPeopleNames } from '../../src/booking/postgresPeopleNames.ts'
import { transcriptContext } from '../../src/conversation/sealContext.ts'
import { createPostgresQueue } from '../../src/handoff/postgresQueue.ts'
import type { Queue } from '../../src/handoff/queue.ts'
import { shownActivity, wordsOf } from '../../src/handoff/shownActivity.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { noon } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { deskConversations } from '../support/deskConversations.ts'

const now = noon.toJSDate()
const ago = (minutes: number) => noon.minus({ minutes }).toJSDate()

describe.each(databases)('the queue on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let made: ReturnType<typeof deskConversations>
  let queue: Queue
  let priya: string
  let sam: string

  beforeAll(async () => {
    ;({ database, close } = await open())
    made = deskConversations(database)
    const { db } = database
    const names = createPostgresPeopleNames(db, made.sealer)
    queue = createPostgresQueue({
      db,
      wordsOf: (id, body) => wordsOf(shownActivity(JSON.parse(made.sealer.open(body, transcriptContext(id))))),
      namesOf: async (ids) => new Map([...(await names(ids))].map(([id, { name }]) => [id, name])),
      clock: { now: () => noon },
    })
    const account = async (first_name: string) =>
      (
        await db
          .insertInto('accounts')
          .values({ email: `${first_name}@example.org`.toLowerCase(), first_name, roles: ['staff'], created_at: now })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    priya = await account('Priya')
    sam = await account('Sam')
  })
  beforeEach(() => sql`truncate conversations cascade`.execute(database.db))
  afterAll(() => close())

  const ids = async (filter: 'waiting' | 'mine' | 'taken' | 'all', who = priya, page = 1) =>
    (await queue.list(filter, who, page)).rows.map(({ conversationId }) => conversationId)
  const begin = (minutes: number) => made.begin({ at: ago(minutes) })

  test('those in danger come first, then by what was promised, then who has waited longest', async () => {
    const [soonLate, today, now2, soonOld, soonPromised, now1] = [
      await begin(5),
      await begin(9),
      await begin(1),
      await begin(60),
      await begin(2),
      await begin(3),
    ]
    await made.call(soonLate, { reason: 'asked', urgency: 'soon', at: ago(5) })
    await made.call(today, { reason: 'distress', urgency: 'today', at: ago(9) })
    await made.call(now2, { reason: 'crisis', urgency: 'now', at: ago(1) })
    await made.call(soonOld, { reason: 'asked', urgency: 'soon', at: ago(60) })
    await made.call(soonPromised, { reason: 'complaint', urgency: 'soon', at: ago(2), promisedFor: ago(-30) })
    await made.call(now1, { reason: 'emergency', urgency: 'now', at: ago(3) })
    expect(await ids('waiting')).toEqual([now1, now2, today, soonPromised, soonOld, soonLate].map(({ id }) => id))
  })

  test('a conversation waits once, with the most urgent of its reasons and the earliest promise', async () => {
    const one = await begin(30)
    await made.call(one, { reason: 'asked', urgency: 'soon', at: ago(20), promisedFor: ago(-60) })
    await made.call(one, { reason: 'symptom', urgency: 'today', at: ago(10), promisedFor: ago(-20) })
    await made.call(one, { reason: 'complaint', urgency: 'now', at: ago(9), closedAt: ago(1) })
    const { rows } = await queue.list('waiting', priya, 1)
    expect(rows).toMatchObject([
      { reasons: ['asked', 'symptom'], urgency: 'today', since: ago(20), promisedFor: ago(-20), isWaiting: true, owner: { kind: 'bot' } },
    ])
  })

  test('what a person has does not wait; what nobody has does, with or without a reason', async () => {
    const [mine, sams, inbox, nobodys, lapsed, bots] = await Promise.all([begin(1), begin(2), begin(3), begin(4), begin(5), begin(6)])
    for (const { id, address } of [mine, sams, inbox, lapsed])
      await made.call({ id, address }, { reason: 'asked', urgency: 'soon', at: ago(5) })
    await made.own(mine.id, { account: priya, since: ago(3), until: ago(-27) })
    await made.own(sams.id, { account: sam, since: ago(3), until: ago(-27) })
    await made.own(inbox.id, { elsewhere: 'page inbox', until: ago(-600) })
    await made.own(nobodys.id, 'nobody')
    await made.own(lapsed.id, { account: sam, since: ago(90), until: ago(1) })
    expect((await ids('waiting')).sort()).toEqual([nobodys.id, lapsed.id].sort())
    expect(await ids('mine')).toEqual([mine.id])
    expect(await ids('mine', sam)).toEqual([sams.id])
    expect((await ids('taken')).sort()).toEqual([sams.id, inbox.id].sort())
    expect(await ids('all')).toEqual([mine, sams, inbox, nobodys, lapsed, bots].map(({ id }) => id))
    const counts = await queue.counts()
    expect([counts.waiting, counts.all, counts.mine(priya), counts.taken(priya), counts.mine(sam), counts.taken(sam)]).toEqual([
      2, 6, 1, 2, 1, 2,
    ])
  })

  test('of mine those come first in which the patient waits for my answer, the longest first', async () => {
    const [answered, waitsShort, waitsLong] = [await begin(50), await begin(40), await begin(30)]
    for (const { id } of [answered, waitsShort, waitsLong]) await made.own(id, { account: priya, since: ago(60), until: ago(-27) })
    await made.say(waitsShort, { at: ago(2), text: 'Hello?' })
    await made.say(waitsLong, { at: ago(20), text: 'Hello?' })
    await made.say(answered, { author: 'staff', at: ago(1), text: 'Yes.', name: 'Priya', account: priya })
    expect(await ids('mine')).toEqual([waitsLong.id, waitsShort.id, answered.id])
  })

  test('a row shows the last words, what nobody has read, and the name of who is checked', async () => {
    const one = await begin(30)
    await made.say(one, { at: ago(9), text: 'Is the car park free?' })
    const { eventId } = await made.say(one, { at: ago(8), text: 'A person please' })
    await made.call(one, { reason: 'asked', urgency: 'soon', at: ago(8), eventId })
    const last = await made.say(one, { at: ago(7), text: 'Hello?\n  Is anybody   there?' })
    await made.say(one, { author: 'system', at: ago(6), activity: { type: 'event', name: 'threadControl' } })
    const [row] = (await queue.list('waiting', priya, 1)).rows
    expect(row).toMatchObject({ last: { author: 'patient', at: ago(7), words: 'Hello? Is anybody there?' }, unread: 2 })
    expect(row?.name).toBeUndefined()
    await database.db
      .insertInto('conversation_reads')
      .values({ conversation_id: one.id, seq: last.seq - 1 })
      .execute()
    await made.check(one.id, 'Margaret Hollins', { at: ago(60) })
    expect((await queue.list('waiting', priya, 1)).rows).toMatchObject([{ unread: 1, name: 'Margaret Hollins' }])
  })

  test('a name is not shown any more once the check has lapsed', async () => {
    const one = await begin(30)
    await made.own(one.id, 'nobody')
    await made.check(one.id, 'Margaret Hollins', { at: ago(25 * 60) })
    expect((await queue.list('waiting', priya, 1)).rows[0]?.name).toBeUndefined()
  })

  test('words that were erased or taken back are not there', async () => {
    const one = await begin(30)
    await made.own(one.id, 'nobody')
    const { entry } = await made.say(one, { at: ago(9), text: 'Never mind' })
    await database.db.updateTable('transcript').set({ body: null }).where('id', '=', entry).execute()
    expect((await queue.list('waiting', priya, 1)).rows[0]?.last).toBeUndefined()
  })

  test('what calls for somebody is told with its times: of all that wait the newest, of what colleagues have each', async () => {
    expect(await queue.calls()).toEqual({ waiting: 0, held: [] })
    const [older, newer, left, taken, passed] = [await begin(40), await begin(30), await begin(25), await begin(20), await begin(10)]
    const call = await made.call(older, { reason: 'asked', urgency: 'soon', at: ago(40) })
    await made.call(newer, { reason: 'asked', urgency: 'soon', at: ago(30) })
    expect(await queue.calls()).toMatchObject({ waiting: 2, newest: ago(30) })
    const set = async (table: 'escalations' | 'conversations', id: string, values: object) =>
      void (await database.db.updateTable(table).set(values).where('id', '=', id).execute())
    await set('escalations', call, { alerted_at: ago(20) })
    expect(await queue.calls()).toMatchObject({ waiting: 2, newest: ago(20) })
    await set('conversations', left.id, { owner: 'nobody', taken_at: ago(15) })
    expect(await queue.calls()).toMatchObject({ waiting: 3, newest: ago(15) })

    await made.own(taken.id, { account: priya, since: ago(5), until: ago(-25) })
    await made.own(passed.id, { account: sam, since: ago(5), until: ago(-25) })
    const { seq } = await made.say(taken, { at: ago(4), text: 'Hello?' })
    await made.say(taken, { author: 'staff', at: ago(3), text: 'Yes?' })
    const audit = (id: string, to: string, at: Date) => ({
      ...{ at, action: 'conversation.passed', subject_kind: 'conversation', subject_id: id, details: JSON.stringify({ to }) },
    })
    await database.db
      .insertInto('audit_log')
      .values([audit(taken.id, priya, ago(60)), audit(passed.id, sam, ago(5)), audit(passed.id, priya, ago(4))])
      .execute()
    const { held } = await queue.calls()
    const known = { conversationId: expect.any(String), saidSeq: 0, alertedAt: 0, passedAt: 0 }
    expect(held).toHaveLength(2)
    expect(held).toContainEqual({ ...known, conversationId: taken.id, accountId: priya, saidSeq: seq })
    expect(held).toContainEqual({ ...known, conversationId: passed.id, accountId: sam, passedAt: ago(5).getTime() })
  })

  test('a page holds fifty, and the next one goes on where it ended', async () => {
    for (let n = 0; n < 53; n++) await begin(n)
    const [first, second] = [await queue.list('all', priya, 1), await queue.list('all', priya, 2)]
    expect([first.rows.length, first.hasMore, second.rows.length, second.hasMore]).toEqual([50, true, 3, false])
    expect(new Set([...first.rows, ...second.rows].map(({ conversationId }) => conversationId)).size).toBe(53)
  })
})
