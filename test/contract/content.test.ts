import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { By, Draft } from '../../src/content/draft.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { createPostgresPublisher } from '../../src/content/postgresPublisher.ts'
import type { Publisher } from '../../src/content/publisher.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { databases } from '../support/databases.ts'

const folder = async () => [
  { path: 'breast/a.yaml', yaml: 'a: 1\n' },
  { path: 'breast/b.yaml', yaml: 'b: 1\n' },
]

describe.each(databases)('what the bot says, on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let db: Kysely<Tables>
  let draft: Draft
  let publisher: Publisher
  let ann: By
  let bea: By
  let cay: By

  beforeAll(async () => {
    opened = await open()
    db = opened.database.db
    const deps = { db, folder, auditIn: (on: Kysely<Tables>) => createPostgresAudit(on, systemClock), clock: systemClock }
    draft = createPostgresDraft(deps)
    publisher = createPostgresPublisher(deps)
    const account = async (firstName: string): Promise<By> => {
      const row = { email: `${firstName}@example.org`.toLowerCase(), first_name: firstName, roles: ['admin'], created_at: new Date() }
      const { id } = await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
      return { id, firstName }
    }
    ;[ann, bea, cay] = [await account('Ann'), await account('Bea'), await account('Cay')]
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    await sql`truncate content_versions, content_version_files, content_draft_files, content_approvals, content_checks`.execute(db)
  })

  const yamlOf = async (path: string) => (await draft.state()).draft.find((file) => file.path === path)?.yaml
  const putFrom = (from: string | undefined, by: By, path: string, yaml: string | undefined) => draft.put(by, [{ path, yaml, from }])
  const put = async (by: By, path: string, yaml: string | undefined) => putFrom(await yamlOf(path), by, path, yaml)
  const seen = async () => {
    const { draftHash, liveHash } = await draft.state()
    return { draftHash, liveHash }
  }
  async function checked(passed = true): Promise<Awaited<ReturnType<typeof seen>>> {
    const now = await seen()
    await db
      .insertInto('content_checks')
      .values({
        pack_hash: now.draftHash,
        live_hash: now.liveHash,
        begun_at: new Date(),
        begun_by_name: 'Ann',
        seen_at: new Date(),
        ended_at: new Date(),
        passed,
        result: null,
      })
      .execute()
    return now
  }
  const terms = (needed: number) => ({ needed, note: 'Clearer' })
  async function published(path: string, yaml: string): Promise<number> {
    await put(ann, path, yaml)
    const outcome = await publisher.publish(ann, await checked(), terms(0))
    if (outcome.kind !== 'published') throw new Error(outcome.kind)
    return outcome.version
  }

  describe('a draft', () => {
    test('begins as what is live, and an edit changes that file alone', async () => {
      expect((await draft.state()).draft).toEqual(await folder())
      expect(await put(ann, 'breast/a.yaml', 'a: 2\n')).toEqual({ kind: 'kept' })
      const state = await draft.state()
      expect(state.draft.map(({ yaml }) => yaml)).toEqual(['a: 2\n', 'b: 1\n'])
      expect(state.live).toEqual(await folder())
      expect(state.changes).toMatchObject([{ path: 'breast/a.yaml', yaml: 'a: 2\n', base: 'a: 1\n', rev: 1, authors: [ann] }])
      expect(state.draftHash).not.toBe(state.liveHash)
    })

    test('takes files out and takes new ones up', async () => {
      await put(ann, 'breast/a.yaml', undefined)
      await put(ann, 'breast/c.yaml', 'c: 1\n')
      expect((await draft.state()).draft.map(({ path }) => path)).toEqual(['breast/b.yaml', 'breast/c.yaml'])
    })

    test('an edit that goes out from what somebody else has changed since is refused, and hers stays', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      const refused = await putFrom('a: 1\n', bea, 'breast/a.yaml', 'a: 3\n')
      expect(refused).toMatchObject({ kind: 'changedMeanwhile', current: { yaml: 'a: 2\n', rev: 1, authors: [ann] } })
      expect(await yamlOf('breast/a.yaml')).toBe('a: 2\n')
      expect(await put(bea, 'breast/a.yaml', 'a: 3\n')).toEqual({ kind: 'kept' })
      expect((await draft.state()).changes[0]?.authors).toEqual([ann, bea])
    })

    test('an edit that goes out from what was live before a version was taken back is refused', async () => {
      const first = await published('breast/a.yaml', 'a: 2\n')
      const second = await published('breast/a.yaml', 'a: 3\n')
      expect(await publisher.rollBack(bea, first, { liveVersion: second, note: 'Wrong' })).toBe('rolledBack')
      expect((await putFrom('a: 3\n', ann, 'breast/a.yaml', 'a: 4\n')).kind).toBe('changedMeanwhile')
      expect(await yamlOf('breast/a.yaml')).toBe('a: 2\n')
    })

    test('after a change was discarded and another made, a discarding of the first takes nothing out', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      await put(bea, 'breast/a.yaml', 'a: 3\n')
      expect((await draft.discard(ann, 'breast/a.yaml', 1)).kind).toBe('changedMeanwhile')
      expect(await yamlOf('breast/a.yaml')).toBe('a: 3\n')
    })

    test('who wrote a file that moves has written what is there now', async () => {
      await put(ann, 'general/c.yaml', 'c: 1\n')
      await draft.put(bea, [
        { path: 'general/c.yaml', yaml: undefined, from: 'c: 1\n' },
        { path: 'breast/c.yaml', yaml: 'c: 2\n', from: undefined },
      ])
      expect((await draft.state()).changes).toMatchObject([{ path: 'breast/c.yaml', authors: [ann, bea] }])
      expect(await publisher.approve(ann, await seen())).toBe('ownWork')
    })

    test('of ten edits of one file at once one is kept, and the others are told', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => putFrom('a: 1\n', n % 2 ? ann : bea, 'breast/a.yaml', `a: ${n + 2}\n`)),
      )
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(9).fill('changedMeanwhile'), 'kept'])
    })

    test('ten edits of ten files at once are all kept', async () => {
      await Promise.all(Array.from({ length: 10 }, (_, n) => put(ann, `breast/n${n}.yaml`, `n: ${n}\n`)))
      expect((await draft.state()).changes).toHaveLength(10)
    })

    test('edits of several files are kept together or not at all', async () => {
      await put(bea, 'breast/b.yaml', 'b: 2\n')
      const outcome = await draft.put(ann, [
        { path: 'breast/a.yaml', yaml: 'a: 2\n', from: 'a: 1\n' },
        { path: 'breast/b.yaml', yaml: 'b: 3\n', from: 'b: 1\n' },
      ])
      expect(outcome.kind).toBe('changedMeanwhile')
      expect(await yamlOf('breast/a.yaml')).toBe('a: 1\n')
    })

    test('a change that is taken out, or that says what is live, is none', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      await draft.discard(ann, 'breast/a.yaml', 1)
      await put(ann, 'breast/b.yaml', 'b: 2\n')
      await put(ann, 'breast/b.yaml', 'b: 1\n')
      const state = await draft.state()
      expect(state.changes).toEqual([])
      expect(state.draftHash).toBe(state.liveHash)
    })
  })

  describe('publishing', () => {
    test('makes the draft the live version, and keeps what came with the software as the first', async () => {
      const version = await published('breast/a.yaml', 'a: 2\n')
      const state = await draft.state()
      expect(state).toMatchObject({ version, changes: [] })
      expect(state.live.map(({ yaml }) => yaml)).toEqual(['a: 2\n', 'b: 1\n'])
      const [newest, first] = await publisher.versions({ limit: 9 })
      expect(newest).toMatchObject({ id: version, kind: 'published', madeBy: 'Ann', note: 'Clearer' })
      expect(await publisher.files(first?.id ?? 0)).toEqual(await folder())
    })

    test('is refused without a check of exactly this draft that found nothing against it', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      expect(await publisher.publish(ann, await seen(), terms(0))).toEqual({ kind: 'notChecked' })
      expect(await publisher.publish(ann, await checked(false), terms(0))).toEqual({ kind: 'notChecked' })
      const before = await checked()
      await put(ann, 'breast/a.yaml', 'a: 3\n')
      expect(await publisher.publish(ann, before, terms(0))).toEqual({ kind: 'changedMeanwhile' })
      expect(await publisher.publish(ann, await seen(), terms(0))).toEqual({ kind: 'notChecked' })
      expect(await publisher.versions({ limit: 9 })).toEqual([])
    })

    test('a check that failed counts against an earlier one that did not', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      await checked()
      expect(await publisher.publish(ann, await checked(false), terms(0))).toEqual({ kind: 'notChecked' })
    })

    test('of nothing is refused', async () => {
      expect(await publisher.publish(ann, await checked(), terms(0))).toEqual({ kind: 'nothingChanged' })
    })

    test('needs as many people as are asked for, none of whom wrote part of it', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      const now = await checked()
      expect(await publisher.approve(ann, now)).toBe('ownWork')
      expect(await publisher.publish(ann, now, terms(1))).toEqual({ kind: 'notApproved', needed: 1, given: 0 })
      expect(await publisher.approve(bea, now)).toBe('approved')
      expect(await publisher.approve(bea, now)).toBe('approved')
      expect(await publisher.publish(ann, now, terms(2))).toEqual({ kind: 'notApproved', needed: 2, given: 1 })
      await publisher.approve(cay, now)
      expect(await publisher.publish(ann, now, terms(2))).toMatchObject({ kind: 'published' })
      expect((await publisher.versions({ limit: 1 }))[0]?.approvedBy).toEqual(['Bea', 'Cay'])
    })

    test('a check that is older than a week has to be made anew', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      const now = await checked()
      const older = (days: number) => sql`update content_checks set begun_at = now() - make_interval(days => ${days}) + interval '1 minute'`
      await older(8).execute(db)
      expect(await publisher.publish(ann, now, terms(0))).toEqual({ kind: 'notChecked' })
      await older(7).execute(db)
      expect((await publisher.publish(ann, now, terms(0))).kind).toBe('published')
    })

    test('an approval is of one draft, and ends with the next change; back as it was, it counts again', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      const now = await seen()
      await publisher.approve(bea, now)
      await put(ann, 'breast/a.yaml', 'a: 3\n')
      expect(await publisher.approvals((await seen()).draftHash)).toEqual([])
      expect(await publisher.approve(bea, now)).toBe('changedMeanwhile')
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      expect(await publisher.approvals((await seen()).draftHash)).toMatchObject([bea])
    })

    test('who approved and then wrote part of it no longer counts, nor does one who is no admin any more', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      const now = await seen()
      await publisher.approve(bea, now)
      await publisher.approve(cay, now)
      await db
        .updateTable('accounts')
        .set({ roles: ['staff'] })
        .where('id', '=', cay.id)
        .execute()
      expect(await publisher.approvals(now.draftHash)).toMatchObject([bea])
      await db
        .updateTable('accounts')
        .set({ roles: ['admin'] })
        .where('id', '=', cay.id)
        .execute()
      await put(bea, 'breast/a.yaml', 'a: 3\n')
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      expect(await publisher.approvals((await seen()).draftHash)).toMatchObject([cay])
    })

    test('of two who publish the same at once one does', async () => {
      await put(ann, 'breast/a.yaml', 'a: 2\n')
      const now = await checked()
      const outcomes = await Promise.all([publisher.publish(ann, now, terms(0)), publisher.publish(bea, now, terms(0))])
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changedMeanwhile', 'published'])
    })
  })

  describe('an earlier version', () => {
    test('is taken back to as a new one, and what was drafted stays', async () => {
      const second = await published('breast/a.yaml', 'a: 2\n')
      const third = await published('breast/a.yaml', 'a: 3\n')
      await put(bea, 'breast/b.yaml', 'b: 2\n')
      expect(await publisher.rollBack(bea, second, { liveVersion: third, note: '' })).toBe('rolledBack')
      const state = await draft.state()
      expect(state.live.map(({ yaml }) => yaml)).toEqual(['a: 2\n', 'b: 1\n'])
      expect(state.draft.map(({ yaml }) => yaml)).toEqual(['a: 2\n', 'b: 2\n'])
      expect((await publisher.versions({ limit: 1 }))[0]).toMatchObject({ kind: 'rolledBack', of: second, madeBy: 'Bea' })
    })

    test('is not taken back to where something else was published meanwhile, nor where there is none', async () => {
      const second = await published('breast/a.yaml', 'a: 2\n')
      const third = await published('breast/a.yaml', 'a: 3\n')
      expect(await publisher.rollBack(bea, second, { liveVersion: second, note: '' })).toBe('changedMeanwhile')
      expect(await publisher.rollBack(bea, 999_999, { liveVersion: third, note: '' })).toBe('unknown')
    })

    test('versions are listed page by page, the newest first', async () => {
      for (const n of [2, 3, 4]) await published('breast/a.yaml', `a: ${n}\n`)
      const all = await publisher.versions({ limit: 9 })
      const page = await publisher.versions({ limit: 2 })
      expect([...page, ...(await publisher.versions({ limit: 9, before: page[1]?.id ?? 0 }))]).toEqual(all)
      expect(all).toHaveLength(4)
    })
  })

  test('everything is in the audit log, with who and of which files, and without their words', async () => {
    await sql`truncate content_versions cascade`.execute(db)
    const { rows: before } = await sql<{ n: number }>`select count(*)::int as n from audit_log`.execute(db)
    const version = await published('breast/a.yaml', 'a: secret\n')
    await publisher.rollBack(bea, version, { liveVersion: version, note: '' })
    const rows = await db
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('id')
      .offset(before[0]?.n ?? 0)
      .execute()
    expect(rows.map(({ action, account_name }) => `${account_name} ${action}`)).toEqual([
      'Ann draft.changed',
      'Ann content.published',
      'Bea content.rolledBack',
    ])
    expect(JSON.stringify(rows)).not.toContain('secret')
  })
})
