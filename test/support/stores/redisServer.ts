import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findRedisServer } from '../../../setup/findPrograms.mjs'
import { freePort } from './freePort.ts'
import type { StoppedServer } from './postgresServer.ts'
import { type ServerProcess, startServerProcess } from './serverProcess.ts'

/** A real Redis with its data in `folder` and a port of its own, to be started and stopped as often as one likes. */
export async function prepareRedis(folder: string, usual: Record<string, string>): Promise<StoppedServer> {
  const program = findRedisServer()
  if (!program) throw new Error('redis-server is not installed. Run: node setup.mjs --for-tests')
  await mkdir(folder)
  const port = await freePort()
  return {
    url: `redis://127.0.0.1:${port}`,
    start(settings = {}) {
      const all = { bind: '127.0.0.1', port: String(port), dir: folder, save: '', ...usual, ...settings }
      const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
      return startServerProcess(program, args, 'Ready to accept connections', { cwd: folder })
    },
  }
}

/** The one for a whole test run: it keeps nothing, and has enough logical databases for one per test file. */
export async function startRedis(folder: string): Promise<ServerProcess & { url: string }> {
  const { url, start } = await prepareRedis(join(folder, 'redis'), { appendonly: 'no', databases: '1000' })
  return { ...(await start()), url }
}
