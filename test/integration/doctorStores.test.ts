import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { startOwnPostgres } from '../support/ownPostgres.ts'
import { runScript } from '../support/runScript.ts'
import { startProcess } from '../support/serviceProcess.ts'
import { freePort } from '../support/stores/freePort.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const nobody = `127.0.0.1:${await freePort()}`
const secretKey = 'q3Zr8Yw1Lk0Vx7Tn5Bm2Hs9Jd4Fg6Pc='

const examine = (env: Record<string, string>) => runScript('scripts/doctor.ts', [], env)

describe('npm run doctor, on databases that do not serve', () => {
  const databases: TestDatabase[] = []
  afterAll(() => Promise.all(databases.map(({ drop }) => drop())))

  /** A database made unfit by these statements; what is asked of the doctor goes by the address they return. */
  async function unfit(...statements: string[]): Promise<{ url: string; name: string }> {
    const database = await createTestDatabase()
    databases.push(database)
    const name = new URL(database.url).pathname.slice(1)
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    for (const statement of statements) await client.query(statement.replaceAll('NAME', name))
    await client.end()
    return { url: database.url, name }
  }
  const look = (url: string) => examine({ DATABASE_URL: url, SECRET_KEY: secretKey, PORT: nobody.split(':')[1] ?? '' })

  test('an empty one is well', async () => {
    const { url } = await unfit()
    expect(await look(url)).toMatchObject({ code: 0, out: expect.stringMatching(/✓ Schema +The database is empty/) })
  })

  test('of a newer version, and of an older one', async () => {
    const table = 'create table kysely_migration (name text, timestamp text)'
    const newer = await unfit(table, "insert into kysely_migration values ('0001_conversations'), ('9999_later')")
    expect(await look(newer.url)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ Schema +The database is newer than this version/),
    })
    const older = await unfit(table, "insert into kysely_migration values ('0001_conversations')")
    expect(await look(older.url)).toMatchObject({ code: 0, out: expect.stringMatching(/! Schema +The database is of an older version/) })
  })

  test('read-only', async () => {
    const { url } = await unfit('alter database NAME set default_transaction_read_only = on')
    expect(await look(url)).toMatchObject({ code: 1, out: expect.stringMatching(/✗ Database +The database is read-only/) })
  })

  test('of another encoding', async () => {
    const { url, name } = await unfit("create database NAME_ascii template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'")
    try {
      expect(await look(`${url}_ascii`)).toMatchObject({
        code: 1,
        out: expect.stringMatching(/✗ Database +The database keeps text as SQL_ASCII/),
      })
    } finally {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`drop database ${name}_ascii`)
      await client.end()
    }
  })

  test('a user without rights, one that may not come in, and one for whom there is little room', async () => {
    const { url, name } = await unfit('create role NAME_user login connection limit 5', 'create role NAME_out nologin')
    const as = (user: string) => url.replace('//postgres@', `//${name}_${user}@`)
    const limited = await look(as('user'))
    expect(limited).toMatchObject({ code: 1, out: expect.stringMatching(/✗ Database +The user in DATABASE_URL lacks the right/) })
    expect(limited.out).toMatch(/! Database +Only 4 connections are left/)
    expect(await look(as('out'))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ Database +The database refuses the user or the password/),
    })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`drop role ${name}_user; drop role ${name}_out`)
    await client.end()
  })

  test('a wrong password', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-postgres-'))
    await chmod(folder, 0o711)
    const server = await startOwnPostgres(folder)
    try {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query("alter role postgres password 'the-right-one-7'")
      await writeFile(join(server.data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
      await client.query('select pg_reload_conf()')
      await client.end()
      const as = (password: string) => look(server.url.replace('postgres@', `postgres:${password}@`))
      const wrong = await as('the-wrong-one-8')
      expect(wrong).toMatchObject({ code: 1, out: expect.stringMatching(/✗ Database +The database refuses the user or the password/) })
      expect(wrong.out).not.toContain('the-wrong-one-8')
      expect(await as('the-right-one-7')).toMatchObject({ code: 0 })
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  }, 60_000)
})

describe('npm run doctor, on the embedded database', () => {
  test('makes nothing where there is none', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'doctor-')), 'data')
    const { code, out } = await examine({ DATA_DIR: folder, PORT: nobody.split(':')[1] ?? '' })
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/✓ Database +There is none yet/) })
    await expect(readFile(folder)).rejects.toThrow('ENOENT')
  })

  test('leaves one that a service uses alone and asks the service; looks into it when the service has stopped', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'))
    const PORT = String(await freePort())
    const service = await startProcess(main, { DATA_DIR: folder, PORT })
    const running = await examine({ DATA_DIR: folder, PORT })
    expect(running).toMatchObject({ code: 0, out: expect.stringMatching(new RegExp(`✓ Database +Process ${service.pid} is using it`)) })
    expect(running.out).toMatch(/✓ Service +Runs on this machine and is ready/)
    await service.stop()
    expect(await examine({ DATA_DIR: folder, PORT })).toMatchObject({ code: 0, out: expect.stringMatching(/✓ SECRET_KEY +Opens/) })
    await writeFile(join(folder, 'secret.key'), 'another key of more than 32 characters')
    expect(await examine({ DATA_DIR: folder, PORT })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ SECRET_KEY +It does not open/),
    })
    await rm(folder, { recursive: true, force: true })
  }, 90_000)

  test('finds a file in place of the folder', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'doctor-')), 'file')
    await writeFile(file, '')
    expect(await examine({ DATA_DIR: file })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ DATA_DIR +DATA_DIR is, or lies in, a file/),
    })
  })
})
