import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runScript } from '../support/runScript.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const demo = join(import.meta.dirname, '../../demo')
const header = 'sx_number,name,date_of_birth'

describe('npm run import', () => {
  let folder: string
  let database: TestDatabase
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'))
    database = await createTestDatabase()
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const run = (...args: string[]) => runScript('scripts/import.ts', args, { DATABASE_URL: database.url, SECRET_KEY: 'k'.repeat(32) })
  async function fileOf(text: string): Promise<string> {
    const path = join(folder, 'file.csv')
    await writeFile(path, text)
    return path
  }

  test('brings an empty database to the newest schema, and the examples in', async () => {
    expect(await run('clinics', join(demo, 'clinics.csv'))).toEqual({
      code: 0,
      out: 'Sites: 2 new, 0 changed, 0 unchanged.\nClinics: 7 new, 0 changed, 0 unchanged.\n',
      err: '',
    })
    const people = join(demo, 'participants.csv')
    expect(await run('participants', people)).toEqual({
      code: 0,
      out: 'People: 20 new, 0 changed, 0 unchanged.\nAppointments: 4 new, 0 changed.\n',
      err: '',
    })
    expect((await run('participants', people)).out).toBe('People: 0 new, 0 changed, 20 unchanged.\nAppointments: 0 new, 0 changed.\n')
  })

  test('names what is wrong, and nobody', async () => {
    const { code, out, err } = await run('participants', await fileOf(`${header}\nDEM2001,Ada Example,31/4/1976\nDEM2002,,1/2/1976\n`))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(`Line 2: date_of_birth is not the date of birth of somebody of 16 to 120 years, such as 1961-04-03.
Line 3: name is missing.
Nothing was imported: the file has 2 faults.
`)
  })

  test('prints a hundred faults, and how many more there are', async () => {
    const { code, err } = await run('participants', await fileOf(`${header}\n${'DEM,Ada Example,1/2/1976\n'.repeat(150)}`))
    expect(code).toBe(1)
    expect(err.match(/^Line /gm)).toHaveLength(100)
    expect(err).toContain('… and 50 more.\nNothing was imported: the file has 150 faults.')
  })

  test.each([
    ['nothing', [], 'Usage: npm run import'],
    ['something else', ['people', 'x.csv'], 'There is no import of "people".'],
    ['no file', ['clinics'], 'Name one file.'],
    ['two files', ['clinics', 'a.csv', 'b.csv'], 'Name one file.'],
    ['an option', ['clinics', 'a.csv', '--force'], 'There is no option --force.'],
    ['a file that is not there', ['clinics', 'gone.csv'], 'gone.csv cannot be read.'],
    ['a folder', ['clinics', demo], 'is not a file.'],
  ])('asked for %s, it says what it takes', async (_what, args, says) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(says)
  })

  test('with settings that are wrong it says so', async () => {
    const ended = await runScript('scripts/import.ts', ['clinics', join(demo, 'clinics.csv')], { DATABASE_URL: database.url })
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('SECRET_KEY is missing') })
  })
})
