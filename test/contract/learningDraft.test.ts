import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { parse } from 'yaml'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { By, Draft } from '../../src/content/draft.ts'
import { createLearningDraft } from '../../src/content/learningDraft.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { writeFileYaml } from '../../src/content/writeFileYaml.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { databases } from '../support/databases.ts'
import { intent } from '../unit/content/packFolder.ts'

const folder = async () => ['a', 'b'].map((id) => ({ path: `breast/${id}.yaml`, yaml: writeFileYaml(intent(id)) }))

describe.each(databases)('messages that go into the draft, on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let db: Kysely<Tables>
  let draft: Draft
  let ann: By

  beforeAll(async () => {
    opened = await open()
    db = opened.database.db
    draft = createPostgresDraft({ db, folder, auditIn: (on) => createPostgresAudit(on, systemClock), clock: systemClock })
    const row = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: new Date() }
    ann = { firstName: 'Ann', ...(await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()) }
  })
  afterAll(() => opened.close())
  beforeEach(async () => void (await sql`truncate content_draft_files`.execute(db)))

  const learning = () => createLearningDraft(draft)
  const within = <T>(work: (trx: Kysely<Tables>) => Promise<T>) => db.transaction().execute(work)
  const fileOf = async (path: string) => parse((await draft.state()).draft.find((file) => file.path === path)?.yaml ?? '')
  const add = (texts: string[], to = 'a') => within((trx) => learning().addExamples(trx, { intent: to, texts, by: ann }))

  test('are heard of their intent, in one line each, and everything else of it stays', async () => {
    expect(await add(['can I\n come by bus'])).toEqual({ kind: 'added' })
    expect(await add(['is there a tram'])).toEqual({ kind: 'added' })
    expect(await fileOf('breast/a.yaml')).toEqual({ ...intent('a'), heard: ['can I come by bus', 'is there a tram'] })
  })

  test('are refused with the reason where another intent says the same, or it is gone; nothing is kept', async () => {
    expect(await add(['B 1'])).toEqual({ kind: 'refused', reasons: [expect.stringContaining('also in a')] })
    expect(await add(['x'], 'gone')).toEqual({ kind: 'refused', reasons: [expect.stringContaining('not in the draft')] })
    expect((await draft.state()).changes).toEqual([])
  })

  test('begin an intent, whose title need not be free as an id', async () => {
    const begin = (title: string) =>
      within((trx) => learning().beginIntent(trx, { title, examples: ['where is the tram', 'tram?'], by: ann }))
    expect(await begin('A')).toEqual({ kind: 'begun', path: 'breast/a_2.yaml' })
    expect(await begin('Trams')).toEqual({ kind: 'begun', path: 'breast/trams.yaml' })
    expect(await fileOf('breast/trams.yaml')).toMatchObject({ id: 'trams', title: 'Trams', utterances: ['where is the tram', 'tram?'] })
  })

  test('are gone with the transaction that they were to be kept in', async () => {
    const failing = within(async (trx) => {
      await learning().addExamples(trx, { intent: 'a', texts: ['a tram'], by: ann })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await draft.state()).changes).toEqual([])
  })
})
