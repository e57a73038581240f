import { once } from 'node:events'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { runScript } from '../support/runScript.ts'
import { startProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'
import { freePort } from '../support/stores/freePort.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

const nobody = `127.0.0.1:${await freePort()}`
const secretKey = 'q3Zr8Yw1Lk0Vx7Tn5Bm2Hs9Jd4Fg6Pc='
const common = { HOST: '127.0.0.1', PORT: '0', SECRET_KEY: secretKey }
const newFolder = () => mkdtemp(join(tmpdir(), 'start-'))

/** Starts the service with what keeps it from starting, and answers with what it said. */
async function refusedStart(env: Record<string, string>): Promise<string> {
  const { code, err } = await runScript('src/main.ts', [], { ...common, ...env })
  expect(code).toBe(1)
  expect(err).not.toMatch(/\n\s+at |"level":"error"|password-of-mine/)
  return err
}

async function onDatabase<T>(work: (url: string, query: (sql: string) => Promise<unknown>) => Promise<T>): Promise<T> {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(database.url, (sql) => client.query(sql))
  } finally {
    await client.end()
    await database.drop()
  }
}

describe('a service that cannot start says why and what to do, and no stack', () => {
  test.each([
    [
      'nothing listens there',
      () => `postgres://x:password-of-mine@${nobody}/x`,
      'Nothing answers where DATABASE_URL says',
      'Check host and port',
    ],
    [
      'the name has no address',
      () => 'postgres://x:password-of-mine@nothing.invalid/x',
      'The host in DATABASE_URL has no address',
      'Check host',
    ],
  ])('when the database is away: %s', async (_, url, says, advice) => {
    const said = await refusedStart({ DATABASE_URL: url() })
    expect(said).toContain(`Screening Messenger cannot start. ${says}`)
    expect(said).toContain(advice)
  })

  test('when the database does not exist, or the user may not come in', () =>
    onDatabase(async (url) => {
      expect(await refusedStart({ DATABASE_URL: `${url}_gone` })).toContain('does not exist on that server')
      const stranger = url.replace('//postgres@', '//stranger:password-of-mine@')
      expect(await refusedStart({ DATABASE_URL: stranger })).toContain('refuses the user or the password')
    }))

  test('when the user may not make tables', () =>
    onDatabase(async (url, query) => {
      const user = `start_user_${process.pid}`
      await query(`create role ${user} login`)
      const said = await refusedStart({ DATABASE_URL: url.replace('//postgres@', `//${user}@`) })
      await query(`drop role ${user}`)
      expect(said).toContain('lacks the right to make or use tables')
      expect(said).toContain('owner to')
    }))

  test('when the database is read-only', () =>
    onDatabase(async (url, query) => {
      await query(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
      expect(await refusedStart({ DATABASE_URL: url })).toContain('The database is read-only.')
    }))

  test('when the database is of a newer version: an older one never works on it', () =>
    onDatabase(async (url, query) => {
      await query('create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)')
      await query("insert into kysely_migration values ('0001_conversations', '2026-01-01'), ('9999_later', '2026-01-02')")
      expect(await refusedStart({ DATABASE_URL: url })).toMatch(/newer version/)
    }))

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const PORT = String((other.address() as AddressInfo).port)
    const said = await onDatabase((url) => refusedStart({ DATABASE_URL: url, PORT }))
    other.close()
    expect(said).toContain(`Port ${PORT} is in use by another program`)
  })

  test('when HOST is not of this machine', () =>
    onDatabase(async (url) =>
      expect(await refusedStart({ DATABASE_URL: url, HOST: '192.0.2.1' })).toContain('HOST is not an address of this machine'),
    ))

  test('when DATA_DIR is a file', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    expect(await refusedStart({ SECRET_KEY: '', DATA_DIR: file })).toContain('DATA_DIR is, or lies in, a file')
  })

  test('when DATA_DIR cannot be made where it is, without trying for ever', async () => {
    if (process.platform !== 'linux') return
    expect(await refusedStart({ SECRET_KEY: '', DATA_DIR: '/proc/nope/data' })).toContain('DATA_DIR cannot be made where it is')
  })

  test('when the embedded database is damaged', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'database'))
    await writeFile(join(folder, 'database', 'PG_VERSION'), '17\n')
    const said = await refusedStart({ SECRET_KEY: '', DATA_DIR: folder })
    expect(said).toContain('The embedded database in DATA_DIR cannot be opened')
    expect(said).toContain('Restore DATA_DIR from a back-up')
  })
})

test('without Redis the service starts all the same, takes messages in, and says in the log what to do', () =>
  onDatabase(async (url) => {
    const service = await startProcess(
      join(import.meta.dirname, '../../src/main.ts'),
      {
        ...common,
        PORT: String(await freePort()),
        DATABASE_URL: url,
        REDIS_URL: `redis://${nobody}`,
        ...messengerSettings(`http://${nobody}`),
      },
      '/healthz',
    )
    const advice = await eventually(() => advised(service.printed()).find(({ what }) => what === 'Redis'), 'advice on Redis')
    expect(advice).toMatchObject({ level: 'warn', state: 'fault', says: expect.stringContaining('Nothing answers where REDIS_URL') })
    const measured = await (await fetch(`${service.baseUrl}/metrics`)).text()
    expect(measured).toMatch(/log_lines_total\{level="warn",event="startup\.advice"\} [1-9]/)
    const body = webhookBody([textMessage({ psid: '1', mid: 'm1', text: 'hello' })])
    expect((await postWebhook(service.baseUrl, testSecrets.appSecret, body)).status).toBe(200)
    await service.kill()
  }))

test('a service that started well has no advice in its log', () =>
  onDatabase(async (url) => {
    const service = await startProcess(join(import.meta.dirname, '../../src/main.ts'), {
      ...common,
      PORT: String(await freePort()),
      DATABASE_URL: url,
    })
    await eventually(() => service.printed().includes('"event":"startup.examined"'), 'the look at it')
    await service.stop()
    expect(advised(service.printed())).toEqual([])
  }))

function advised(printed: string): Record<string, string>[] {
  const lines = printed.split('\n').filter((line) => line.includes('"event":"startup.advice'))
  return lines.map((line) => JSON.parse(line))
}
