import { cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { PACK } from '../../src/app/openPack.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { runScript } from '../support/runScript.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const HURTS = 'breast/does_it_hurt.yaml'

describe('the commands for the content', () => {
  let root: string
  let database: TestDatabase
  let opened: Awaited<ReturnType<typeof openPostgres>>
  let db: Kysely<Tables>
  const run = (script: 'export' | 'import', ...args: string[]) =>
    runScript(`scripts/${script}Content.ts`, args, { DATABASE_URL: database.url, SECRET_KEY: 'k'.repeat(32) })

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'content-'))
    database = await createTestDatabase()
    await run('export', join(root, 'first'))
    opened = await openPostgres(database.url, silentLog)
    db = opened.db
    const account = (email: string, roles: string[]) => ({ email, first_name: 'Ann', roles, created_at: new Date() })
    await db
      .insertInto('accounts')
      .values([account('ann@example.org', ['admin']), account('sam@example.org', ['staff'])])
      .execute()
  }, 60_000)
  afterAll(async () => {
    await opened.close()
    await database.drop()
    await rm(root, { recursive: true })
  })

  const changes = () => db.selectFrom('content_draft_files').select(['path', 'author_names']).execute()

  test('export writes the pack byte for byte, and import finds that it is the same', async () => {
    const first = join(root, 'first')
    const { files } = await readPackFolder(PACK)
    expect(await readPackFolder(first)).toEqual({ files, faults: [] })
    const again = await run('export', first)
    expect(again.out).toContain(`0 new, 0 changed, ${files.length} as they were`)
    expect(await run('import', first)).toEqual({
      code: 0,
      out: 'Nothing would change: the draft says all of it already, letter by letter.\n',
      err: '',
    })
  })

  test('import tells what would change, and keeps it only when it is asked to, in the name of an admin', async () => {
    const folder = join(root, 'changed')
    await cp(join(root, 'first'), folder, { recursive: true })
    const file = join(folder, HURTS)
    await writeFile(file, (await readFile(file, 'utf8')).replace('Some women find', 'Many women find').replace('  - does it nip\n', ''))
    const told = await run('import', folder)
    expect(told.out).toContain(`changed: ${HURTS}`)
    expect(told.out).toContain('- does it nip')
    expect(told.out).toContain('+ Many women find')
    expect(await changes()).toEqual([])
    expect(await run('import', folder, '--keep', '--by', 'sam@example.org')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no admin'),
    })
    expect(await changes()).toEqual([])
    expect(await run('import', folder, '--keep', '--by', 'Ann@example.org')).toMatchObject({ code: 0 })
    expect(await changes()).toEqual([{ path: HURTS, author_names: ['Ann'] }])
    await run('export', join(root, 'draft'), '--draft')
    expect(await readPackFolder(join(root, 'draft'))).toEqual(await readPackFolder(folder))
  })

  test('a file that is not in the folder is taken out of the draft, or stays with --part', async () => {
    const folder = join(root, 'fewer')
    await cp(join(root, 'first'), folder, { recursive: true })
    await unlink(join(folder, 'languages/pl.yaml'))
    expect((await run('import', folder)).out).toContain('taken out: languages/pl.yaml')
    expect((await run('import', folder, '--part')).out).not.toContain('taken out')
  })

  test('faults are named by file and line, and nothing is kept', async () => {
    const folder = join(root, 'faulty')
    await cp(join(root, 'first'), folder, { recursive: true })
    await writeFile(join(folder, 'breast/new.yaml'), 'id: new\ntitle: [\n')
    const { code, err } = await run('import', folder, '--keep', '--by', 'ann@example.org')
    expect(code).toBe(1)
    expect(err).toMatch(/breast\/new\.yaml, line \d/)
    expect(err).toContain('Nothing was imported.')
  })

  test('what they are called with wrongly is said', async () => {
    expect(await run('export')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') })
    expect(await run('import', join(root, 'none'))).toMatchObject({ code: 2, err: expect.stringContaining('is not a folder') })
    expect(await run('import', join(root, 'first'), '--keep')).toMatchObject({ code: 2, err: expect.stringContaining('--by EMAIL') })
    expect(await run('import', join(root, 'first'), '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('no option --yes') })
  })
})
