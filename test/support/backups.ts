import { execFileSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { testSecrets } from './messengerSettings.ts'
import { findPostgresWithPgDump, startOwnPostgres } from './ownPostgres.ts'
import type { ServiceProcess } from './serviceProcess.ts'
import { eventually } from './startService.ts'

type Env = Record<string, string>

/** Somewhere to keep a service's data, and the way of docs/deploy.md to back it up. */
export type Keeping = {
  /** Settings for the service. */
  env: Env
  /** Settings that hold another key than the one the data is sealed with. */
  withOtherKey(env: Env): Promise<Env>
  backUp(service: ServiceProcess): Promise<void>
  /** Everything is gone but the back-up. */
  lose(): Promise<void>
  /** The settings for a service on what the back-up holds. */
  restore(): Promise<Env>
  close(): Promise<void>
}

const otherKey = 'another key than the one it was sealed with'

/** Stopped, and its folder copied. */
async function embedded(): Promise<Keeping> {
  const folder = await newFolder()
  const at = (name: string) => join(folder, name)
  return {
    env: { DATA_DIR: at('data') },
    async withOtherKey({ DATA_DIR = '' }) {
      await cp(DATA_DIR, at('keyless'), { recursive: true })
      await rm(at('keyless/secret.key'))
      return { DATA_DIR: at('keyless') }
    },
    async backUp(service) {
      await service.stop()
      await cp(at('data'), at('backup'), { recursive: true })
    },
    lose: () => rm(at('data'), { recursive: true }),
    async restore() {
      await cp(at('backup'), at('restored'), { recursive: true })
      return { DATA_DIR: at('restored') }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** PostgreSQL's files, copied while it works between pg_backup_start and pg_backup_stop: what pg_basebackup does as well. */
async function baseBackup(): Promise<Keeping> {
  const folder = await newFolder()
  let server = await startOwnPostgres(folder)
  const backup = join(folder, 'backup')
  return {
    ...onPostgres(server.url),
    async backUp() {
      await messageIsPutOff(server.url)
      await withClient(server.url, async (client) => {
        await client.query("select pg_backup_start('nightly', true)")
        await copyLiveFiles(server.data, backup, (path) => path !== 'postmaster.pid' && !path.startsWith('pg_wal/'))
        const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
        await writeFile(join(backup, 'backup_label'), rows[0]?.labelfile ?? '')
        await copyLiveFiles(join(server.data, 'pg_wal'), join(backup, 'pg_wal'))
      })
    },
    async lose() {
      await server.stop()
      await rm(server.data, { recursive: true })
    },
    async restore() {
      const { uid, gid } = await stat(join(folder, 'backup'))
      execFileSync('cp', ['-R', backup, server.data])
      execFileSync('chown', ['-R', `${uid}:${gid}`, server.data])
      server = await startOwnPostgres(folder)
      return onPostgres(server.url).env
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** pg_dump while the service works, pg_restore into an empty database. */
const dumpWith = (bin: string) => async (): Promise<Keeping> => {
  const folder = await newFolder()
  const server = await startOwnPostgres(folder, bin)
  const dump = join(folder, 'nightly.dump')
  const urlOf = (database: string) => server.url.replace(/postgres$/, database)
  const asAdmin = (sql: string) => withClient(server.url, (client) => client.query(sql))
  await asAdmin('create database screening')
  return {
    ...onPostgres(urlOf('screening')),
    async backUp() {
      await messageIsPutOff(urlOf('screening'))
      execFileSync(join(bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, urlOf('screening')])
    },
    lose: async () => void (await asAdmin('drop database screening with (force)')),
    async restore() {
      await asAdmin('create database restored')
      execFileSync(join(bin, 'pg_restore'), ['--exit-on-error', '--no-owner', `--dbname=${urlOf('restored')}`, dump])
      return onPostgres(urlOf('restored')).env
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const postgresWithPgDump = findPostgresWithPgDump()

/** Every way to back up that can be tried on this machine; pg_dump only where it is installed, for npm does not bring it. */
export const backups: [string, () => Promise<Keeping>][] = [
  ['the folder of the embedded database', embedded],
  ["PostgreSQL's files", baseBackup],
  ...(postgresWithPgDump ? [['pg_dump', dumpWith(postgresWithPgDump)] as [string, () => Promise<Keeping>]] : []),
]

function onPostgres(url: string) {
  return {
    env: { DATABASE_URL: url, SECRET_KEY: testSecrets.secretKey },
    withOtherKey: async (env: Env) => ({ ...env, SECRET_KEY: otherKey }),
  }
}

/** A message to a patient could not go out, and waits. */
async function messageIsPutOff(url: string): Promise<void> {
  const waiting = `select 1 from outbox o join conversations c on c.id = o.conversation_id
    where o.status = 'pending' and c.deliver_after is not null`
  await withClient(url, (client) => eventually(async () => (await client.query(waiting)).rowCount, 'a pending message'))
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'))
  await chmod(folder, 0o711)
  return folder
}

/** Copies a folder with its owners. A file that goes meanwhile is none of the database's. */
async function copyLiveFiles(from: string, to: string, isWanted = (_path: string) => true, path = ''): Promise<void> {
  const { uid, gid, mode } = await stat(join(from, path))
  await mkdir(join(to, path), { recursive: true, mode })
  await chown(join(to, path), uid, gid)
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (!isWanted(inner)) continue
    if (entry.isDirectory()) await copyLiveFiles(from, to, isWanted, inner)
    else await copyFile(join(from, inner), join(to, inner))
  }
}

async function copyFile(from: string, to: string): Promise<void> {
  try {
    const { uid, gid } = await stat(from)
    await cp(from, to)
    await chown(to, uid, gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
