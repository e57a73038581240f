import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { DateTime } from 'luxon'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { seedDemoDiary } from '../../src/booking/import/demo/seedDemoDiary.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { removeOldThings } from '../../src/storage/postgresOldThings.ts'
import { createPostgresRetention } from '../../src/storage/postgresRetention.ts'
import type { Retention } from '../../src/storage/retention.ts'
import { answeredTurn } from '../support/answeredTurn.ts'
import { conversationStores } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { friday } from '../support/servicePages.ts'

const ann = { id: '00000000-0000-4000-8000-00000000000a', firstName: 'Ann' }

describe.each(databases)('how long things are kept on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  let retention: Retention
  const edge = friday.minus({ hours: 30 * 24 })

  beforeAll(async () => {
    ;({ database, close } = await open())
    stores = conversationStores(database)
    const clock = { now: () => friday }
    retention = createPostgresRetention({ db: database.db, auditIn: (on) => createPostgresAudit(on, clock), clock })
  })
  afterAll(() => close())
  beforeEach(async () => {
    await database.db.deleteFrom('retention_periods').execute()
    await database.db.deleteFrom('conversations').execute()
  })

  /** A conversation that was said then: two messages, sent. */
  async function said(at: DateTime) {
    const turn = await answeredTurn(stores, ['an answer'])
    await stores.outbox.settleAll(turn.claim, { status: 'withheld', code: 'TEST' }, ['bot'])
    const id = turn.claim.conversationId
    await database.db.updateTable('transcript').set({ at: at.toJSDate() }).where('conversation_id', '=', id).execute()
    return id
  }
  const wordsOf = async (id: string) => {
    const rows = await database.db.selectFrom('transcript').where('conversation_id', '=', id).select('body').execute()
    return rows.filter(({ body }) => body !== null).length
  }
  const keep = (batch = 2_000) => removeOldThings(database.db, batch, sql`${friday.toJSDate()}::timestamptz`)
  const applied = async () =>
    (await database.db.selectFrom('audit_log').where('action', '=', 'retention.applied').orderBy('id').select('details').execute()).map(
      ({ details }) => details,
    )

  test('nothing goes before somebody has said so', async () => {
    const id = await said(friday.minus({ years: 20 }))
    await keep()
    expect(await wordsOf(id)).toBe(2)
    expect(await retention.periods()).toEqual({})
  })

  test('words that are older go to the millisecond, and what is counted before is what goes', async () => {
    const [older, onTheEdge] = [await said(edge.minus({ milliseconds: 1 })), await said(edge)]
    expect(await retention.change(ann, {}, { words: 30 })).toEqual({ kind: 'done' })
    expect((await retention.wouldRemove({ words: 30 })).words).toEqual({ count: 2, more: false })
    await keep()
    expect([await wordsOf(older), await wordsOf(onTheEdge)]).toEqual([0, 2])
    expect((await applied()).at(-1)).toEqual({ what: 'messages', count: 2, olderThanDays: 30 })
    expect((await retention.wouldRemove({ words: 30 })).words.count).toBe(0)
  })

  test('the edge does not move with the clocks', async () => {
    // The clocks went back on 25 October: thirty days before are 720 hours all the same.
    const now = friday.set({ month: 11, day: 5 })
    const [older, newer] = [await said(now.minus({ hours: 720, minutes: 1 })), await said(now.minus({ hours: 720 }).plus({ minutes: 1 }))]
    await retention.change(ann, {}, { words: 30 })
    await removeOldThings(database.db, 10, sql`${now.toJSDate()}::timestamptz`)
    expect([await wordsOf(older), await wordsOf(newer)]).toEqual([0, 2])
  })

  test('more than go at a time go all the same, each time noted', async () => {
    for (let n = 0; n < 5; n++) await said(edge.minus({ days: n + 1 }))
    await retention.change(ann, {}, { words: 30 })
    const before = (await applied()).length
    await keep(3)
    expect((await applied()).slice(before).map((details) => (details as { count: number }).count)).toEqual([3, 3, 3, 1])
    expect((await retention.wouldRemove({ words: 30 })).words.count).toBe(0)
  })

  test('where a person is waited for, or a colleague has it, or something is still to be sent, words stay until that is over', async () => {
    const [waiting, taken, pending] = [
      await said(edge.minus({ days: 9 })),
      await said(edge.minus({ days: 9 })),
      await said(edge.minus({ days: 9 })),
    ]
    const { db } = database
    const { event_id } = await db
      .selectFrom('transcript')
      .where('conversation_id', '=', waiting)
      .select('event_id')
      .executeTakeFirstOrThrow()
    const call = { conversation_id: waiting, event_id, reason: 'asked', urgency: 'soon', created_at: edge.toJSDate() }
    await db.insertInto('escalations').values(call).execute()
    await db.updateTable('conversations').set({ owner: 'nobody' }).where('id', '=', taken).execute()
    await db.updateTable('outbox').set({ status: 'pending', settled_at: null }).where('conversation_id', '=', pending).execute()
    await retention.change(ann, {}, { words: 30 })
    await keep()
    expect([await wordsOf(waiting), await wordsOf(taken), await wordsOf(pending)]).toEqual([2, 2, 1])
    await db
      .updateTable('escalations')
      .set({ closed_at: friday.toJSDate(), note: 'a note' })
      .where('conversation_id', '=', waiting)
      .execute()
    await db.updateTable('conversations').set({ owner: 'bot' }).where('id', '=', taken).execute()
    await keep()
    expect([await wordsOf(waiting), await wordsOf(taken)]).toEqual([0, 0])
    const { note } = await db.selectFrom('escalations').where('conversation_id', '=', waiting).select('note').executeTakeFirstOrThrow()
    expect(note).toBe('a note')
  })

  test('with the words go drafts of them, notes of colleagues, and notes of calls', async () => {
    const id = await said(edge.minus({ days: 1 }))
    const { db } = database
    const old = edge.minus({ days: 1 }).toJSDate()
    const { event_id } = await db.selectFrom('transcript').where('conversation_id', '=', id).select('event_id').executeTakeFirstOrThrow()
    const { id: account_id } = await db
      .insertInto('accounts')
      .values({ email: `${randomUUID()}@example.org`, first_name: 'Priya', roles: ['staff'], created_at: old })
      .returning('id')
      .executeTakeFirstOrThrow()
    const draft = { conversation_id: id, event_id, body: 'sealed', changed: 'sealed', created_at: old, settled_at: old, outcome: 'changed' }
    await db.insertInto('drafts').values(draft).execute()
    await db
      .insertInto('staff_notes')
      .values({ id: randomUUID(), conversation_id: id, account_id, author_name: 'Priya', at: old, body: 'sealed' })
      .execute()
    const call = { conversation_id: id, event_id, reason: 'asked', urgency: 'soon', created_at: old, closed_at: old, note: 'sealed' }
    await db.insertInto('escalations').values(call).execute()
    await retention.change(ann, {}, { words: 30 })
    await keep()
    expect(await db.selectFrom('drafts').where('conversation_id', '=', id).select(['body', 'changed']).execute()).toEqual([
      { body: null, changed: null },
    ])
    expect(await db.selectFrom('staff_notes').where('conversation_id', '=', id).selectAll().execute()).toEqual([])
    expect(await db.selectFrom('escalations').where('conversation_id', '=', id).select('note').execute()).toEqual([{ note: null }])
  })

  test('what the bot made of messages has a period of its own', async () => {
    const id = await said(edge.minus({ days: 1 }))
    const rows = await database.db
      .selectFrom('transcript')
      .where('conversation_id', '=', id)
      .where('position', '=', 0)
      .select('event_id')
      .execute()
    const event_id = rows[0]?.event_id ?? 0
    const reading = { event_id, conversation_id: id, at: edge.minus({ milliseconds: 1 }).toJSDate(), kind: 'notUnderstood' as const }
    await database.db.insertInto('message_readings').values(reading).execute()
    await retention.change(ann, {}, { readings: 30 })
    await keep()
    expect(await database.db.selectFrom('message_readings').selectAll().execute()).toEqual([])
    expect(await wordsOf(id)).toBe(2)
  })

  test('records of notices go when the appointment is over for as long, and not before', async () => {
    const { db } = database
    await seedDemoDiary(db, createSealer(['a key of tests, of 32 letters and more']), { now: () => friday })
    const appointment = await db
      .selectFrom('appointments as a')
      .innerJoin('places as p', 'p.id', 'a.place_id')
      .where('p.starts_at', '>', friday.toJSDate())
      .select(['a.id', 'p.starts_at'])
      .executeTakeFirstOrThrow()
    await db.deleteFrom('notices').execute()
    const told = {
      appointment_id: appointment.id,
      kind: 'confirmation',
      due_at: friday.toJSDate(),
      settled_at: friday.toJSDate(),
      status: 'sent',
    }
    await db.insertInto('notices').values(told).execute()
    await retention.change(ann, {}, { notices: 30 })
    const endPlus = (milliseconds: number) => new Date(appointment.starts_at.getTime() + 720 * 3_600_000 + milliseconds)
    const left = async () => (await db.selectFrom('notices').select('id').execute()).length
    await removeOldThings(db, 10, sql`${endPlus(0)}::timestamptz`)
    expect(await left()).toBe(1)
    await removeOldThings(db, 10, sql`${endPlus(1)}::timestamptz`)
    expect(await left()).toBe(0)
  })

  test('requests and call-backs go when they have been over for as long, and what is open never', async () => {
    const { db } = database
    const [older, onTheEdge] = [edge.minus({ milliseconds: 1 }).toJSDate(), edge.toJSDate()]
    const request = (status: string, settled_at: Date | null) => ({
      request_key: `${status} ${settled_at?.getTime()}`,
      kind: 'booking',
      status,
      created_at: edge.minus({ years: 1 }).toJSDate(),
      settled_at,
    })
    const requests = [
      request('asked', null),
      request('done', older),
      request('confirmed', onTheEdge),
      request('confirmed', older),
      request('withdrawn', older),
    ]
    await db.insertInto('requests').values(requests).execute()
    const settled = await db
      .selectFrom('requests')
      .where('request_key', '=', `confirmed ${older.getTime()}`)
      .select('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('request_steps')
      .values({ request_id: settled.id, status: 'confirmed', at: older, account_name: 'Ann', told: 'phone', comment: 'sealed' })
      .execute()
    const call = (form_key: string, done_at: Date | null) => ({
      form_key,
      details: 'sealed',
      due_by: edge.minus({ days: 9 }).toJSDate(),
      created_at: edge.minus({ days: 9 }).toJSDate(),
      created_name: 'Ann',
      done_at,
      outcome: done_at && ('reached' as const),
    })
    await db
      .insertInto('call_backs')
      .values([call('open', null), call('onTheEdge', onTheEdge), call('older', older)])
      .execute()
    await retention.change(ann, {}, { requests: 30, callBacks: 30 })
    const { requests: going, callBacks } = await retention.wouldRemove({ requests: 30, callBacks: 30 })
    expect([going.count, callBacks.count]).toEqual([2, 1])
    await keep()
    const kept = await db.selectFrom('requests').select('status').orderBy('status').execute()
    expect(kept.map(({ status }) => status)).toEqual(['asked', 'confirmed', 'done'])
    expect(await db.selectFrom('request_steps').selectAll().execute()).toEqual([])
    expect((await db.selectFrom('call_backs').select('form_key').execute()).map((one) => one.form_key).sort()).toEqual([
      'onTheEdge',
      'open',
    ])
    expect((await applied()).slice(-2)).toEqual([
      { what: 'requests', count: 2, olderThanDays: 30 },
      { what: 'callBacks', count: 1, olderThanDays: 30 },
    ])
    await db.deleteFrom('requests').execute()
    await db.deleteFrom('call_backs').execute()
  })

  test('two who set periods at once do not undo each other’s', async () => {
    await retention.change(ann, {}, { words: 365 })
    expect(await retention.change(ann, {}, { notices: 730 })).toEqual({ kind: 'done' })
    expect(await retention.periods()).toEqual({ words: 365, notices: 730 })
    const outcome = await retention.change(ann, {}, { words: 90 })
    expect(outcome).toEqual({ kind: 'conflict', conflicts: ['words'], now: { words: 365, notices: 730 } })
    expect(await retention.change(ann, { words: 365, notices: 730 }, { notices: 730 })).toEqual({ kind: 'done' })
    expect(await retention.periods()).toEqual({ notices: 730 })
    const last = await database.db
      .selectFrom('audit_log')
      .where('action', '=', 'retention.changed')
      .orderBy('id', 'desc')
      .select('details')
      .executeTakeFirst()
    expect(last?.details).toEqual({ words: 'forEver' })
  })

  test('no period is shorter than thirty days, whoever writes it', async () => {
    await expect(retention.change(ann, {}, { words: 29 })).rejects.toThrow()
    expect(await retention.periods()).toEqual({})
  })
})
