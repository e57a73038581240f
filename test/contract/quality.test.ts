import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresQualityMessages } from '../../src/content/postgresQualityMessages.ts'
import { createPostgresQualityReports } from '../../src/content/postgresQualityReports.ts'
import type { QualityReports } from '../../src/content/qualityReports.ts'
import { qualityOf } from '../../src/content/qualityResult.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { databases } from '../support/databases.ts'
import { hearMessages } from '../support/heardMessages.ts'

const intents = [
  { id: 'pain', title: 'Pain', programme: 'breast' },
  { id: 'parking', title: 'Parking', programme: 'breast' },
]

/** A result of four examples, of which so many are read rightly. */
const resultOf = (right: number) =>
  qualityOf(
    Array.from({ length: 4 }, (_, n) => ({
      text: `does it hurt ${n}`,
      intent: 'pain',
      guesses: [{ intent: n < right ? 'pain' : 'parking', confidence: 0.9 }],
      does: { kind: 'answer' as const, intent: n < right ? 'pain' : 'parking' },
    })),
    intents,
    true,
  )

describe.each(databases)('what is measured, on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let db: Kysely<Tables>
  let now: DateTime
  let reports: QualityReports
  let ann: { id: string; firstName: string }
  const clock = { now: () => now }
  const later = (seconds: number) => {
    now = now.plus({ seconds })
  }

  beforeAll(async () => {
    opened = await open()
    db = opened.database.db
    reports = createPostgresQualityReports({ db, auditIn: (on) => createPostgresAudit(on, clock), clock })
    const row = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: new Date() }
    const { id } = await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
    ann = { id, firstName: 'Ann' }
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    now = DateTime.fromISO('2026-12-03T12:00:00Z', { zone: 'utc' })
    await sql`truncate quality_reports, content_versions, content_version_files, message_readings cascade`.execute(db)
  })

  async function begun(packHash: string): Promise<string> {
    const outcome = await reports.begin(packHash, ann)
    if (outcome.kind !== 'begun') throw new Error(outcome.kind)
    return outcome.id
  }

  describe('a measurement', () => {
    test('says how far it is, and its result is found by the pack', async () => {
      const id = await begun('one')
      expect(await reports.running()).toMatchObject({ id, packHash: 'one', begunBy: 'Ann', done: 0, total: 0 })
      expect(await reports.beat(id, 3, 8)).toBe(true)
      expect(await reports.running()).toMatchObject({ done: 3, total: 8 })
      expect(await reports.newest('one')).toBeUndefined()
      later(90)
      expect(await reports.end(id, resultOf(3))).toBe(true)
      expect(await reports.running()).toBeUndefined()
      expect(await reports.newest('one')).toEqual({
        packHash: 'one',
        begunAt: new Date('2026-12-03T12:00:00Z'),
        endedAt: new Date('2026-12-03T12:01:30Z'),
        begunBy: 'Ann',
        result: resultOf(3),
      })
      expect(await reports.newest('two')).toBeUndefined()
    })

    test('is the only one: of ten begun at once, whatever they measure, one is', async () => {
      const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => reports.begin(`pack ${n}`, ann)))
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['begun', ...Array(9).fill('busy')])
    })

    test('whose process died can be begun anew, and what that still says is not kept', async () => {
      const dead = await begun('one')
      later(59)
      expect(await reports.begin('one', ann)).toEqual({ kind: 'busy' })
      later(2)
      expect(await reports.running()).toBeUndefined()
      expect(await reports.lost('one')).toEqual({ times: 1, last: 'brokenOff' })
      const anew = await begun('one')
      expect(await reports.beat(dead, 8, 8)).toBe(false)
      expect(await reports.end(dead, resultOf(4))).toBe(false)
      expect(await reports.newest('one')).toBeUndefined()
      expect(await reports.end(anew, resultOf(1))).toBe(true)
      expect((await reports.newest('one'))?.result.right).toBe(1)
    })

    test('that is heard of is not taken for dead, however long it takes', async () => {
      const id = await begun('one')
      for (let n = 0; n < 5; n++) {
        later(50)
        await reports.beat(id, n, 8)
      }
      expect(await reports.begin('two', ann)).toEqual({ kind: 'busy' })
    })

    test('that failed is counted until one comes to an end', async () => {
      for (const as of ['brokenOff', 'failed'] as const) {
        await reports.giveUp(await begun('one'), as)
        later(1)
      }
      expect(await reports.lost('one')).toEqual({ times: 2, last: 'failed' })
      expect(await reports.lost('two')).toEqual({ times: 0, last: undefined })
      await reports.end(await begun('one'), resultOf(2))
      expect(await reports.lost('one')).toEqual({ times: 0, last: undefined })
    })

    test('takes the place of what was measured of the same pack before, and of no other', async () => {
      for (const [pack, right] of [
        ['one', 1],
        ['two', 2],
        ['one', 3],
      ] as const) {
        await reports.end(await begun(pack), resultOf(right))
        later(1)
      }
      expect((await reports.newest('one'))?.result.right).toBe(3)
      expect((await reports.newest('two'))?.result.right).toBe(2)
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from quality_reports`.execute(db)
      expect(rows[0]?.n).toBe(2)
    })

    test('of a draft that nobody published is forgotten after half a year, of a version never', async () => {
      await version('of a version')
      for (const pack of ['of a version', 'of a draft']) await reports.end(await begun(pack), resultOf(1))
      later(200 * 24 * 3600)
      await reports.end(await begun('today'), resultOf(1))
      expect(await reports.newest('of a version')).toBeDefined()
      expect(await reports.newest('of a draft')).toBeUndefined()
    })

    test('is in the audit log, by whom and of what', async () => {
      await reports.giveUp(await begun('hash of a pack'), 'brokenOff')
      await reports.begin('by the service')
      const rows = await db
        .selectFrom('audit_log')
        .select(['account_name', 'action', 'subject_kind', 'subject_id'])
        .orderBy('id', 'desc')
        .limit(2)
        .execute()
      expect(rows).toEqual([
        { account_name: null, action: 'quality.measured', subject_kind: 'content', subject_id: 'by the service' },
        { account_name: 'Ann', action: 'quality.measured', subject_kind: 'content', subject_id: 'hash of a pack' },
      ])
    })
  })

  async function version(packHash: string, figures?: Record<string, number>): Promise<void> {
    const row = { kind: 'published' as const, pack_hash: packHash, made_at: now.toJSDate(), note: `of ${packHash}` }
    await db
      .insertInto('content_versions')
      .values({ ...row, figures: figures ? JSON.stringify(figures) : null })
      .execute()
  }

  test('versions stand in their order, with what was measured of them, and a pack that came back with the same', async () => {
    for (const pack of ['a', 'b', 'c', 'a']) await version(pack, pack === 'b' ? { accuracy: 0.8 } : undefined)
    await reports.end(await begun('a'), resultOf(3))
    const versions = await reports.versions(3)
    expect(versions.map(({ note, measured, figures }) => [note, measured?.accuracy, figures])).toEqual([
      ['of b', undefined, { accuracy: 0.8 }],
      ['of c', undefined, undefined],
      ['of a', 0.75, undefined],
    ])
    expect(versions[2]).toMatchObject({ kind: 'published', measured: { top3: 0.75, examples: 4 } })
  })

  describe('real messages', () => {
    test('are counted by the weeks of the service’s zone, with weeks in which nothing came', async () => {
      await hearMessages(db, [
        { at: '2026-11-01T12:00:00Z', kind: 'answered' },
        { at: '2026-11-19T12:00:00Z', kind: 'notUnderstood' },
        // Sunday in London, Monday in Auckland.
        { at: '2026-11-29T18:00:00Z', kind: 'answered', vote: 'helped' },
        { at: '2026-12-02T12:00:00Z', kind: 'unsure', vote: 'notHelped' },
        { at: '2026-12-02T12:00:00Z', kind: 'danger' },
      ])
      const messages = createPostgresQualityMessages({ db, clock })
      const none = { answered: 0, unsure: 0, notUnderstood: 0, danger: 0, helped: 0, notHelped: 0 }
      expect(await messages.byWeek(3, 'Europe/London')).toEqual([
        { ...none, week: '2026-11-16', notUnderstood: 1 },
        { ...none, week: '2026-11-23', answered: 1, helped: 1 },
        { ...none, week: '2026-11-30', unsure: 1, danger: 1, notHelped: 1 },
      ])
      expect((await messages.byWeek(2, 'Pacific/Auckland')).map(({ week, answered }) => [week, answered])).toEqual([
        ['2026-11-23', 0],
        ['2026-11-30', 1],
      ])
    })

    test('of one answer are counted as answered or offered, with what patients said of it', async () => {
      await hearMessages(db, [
        { at: '2026-12-01T12:00:00Z', kind: 'answered', intents: ['pain'], vote: 'helped' },
        { at: '2026-12-01T12:00:00Z', kind: 'answered', intents: ['parking', 'pain'], vote: 'notHelped' },
        { at: '2026-12-01T12:00:00Z', kind: 'unsure', intents: ['pain', 'parking'] },
        { at: '2026-12-01T12:00:00Z', kind: 'answered', intents: ['parking'], vote: 'helped' },
      ])
      const messages = createPostgresQualityMessages({ db, clock })
      expect(await messages.ofIntent('pain', 1, 'Europe/London')).toEqual({ answered: 2, offered: 1, helped: 1, notHelped: 1 })
      expect(await messages.ofIntent('nothing', 1, 'Europe/London')).toEqual({ answered: 0, offered: 0, helped: 0, notHelped: 0 })
    })
  })
})
