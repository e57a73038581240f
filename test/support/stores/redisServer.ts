import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findRedisServer } from '../../../setup/findPrograms.mjs'
import { freePort } from './freePort.ts'
import { type ServerProcess, startServerProcess } from './serverProcess.ts'

/** A real Redis on a port of its own that keeps nothing, with enough logical databases for one per test file. */
export async function startRedis(folder: string): Promise<ServerProcess & { url: string }> {
  const program = findRedisServer()
  if (!program) throw new Error('redis-server is not installed. Run: node setup.mjs --for-tests')
  const data = join(folder, 'redis')
  await mkdir(data)
  const port = await freePort()
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', data, '--save', '', '--appendonly', 'no', '--databases', '1000']
  const server = await startServerProcess(program, args, 'Ready to accept connections', { cwd: data })
  return { ...server, url: `redis://127.0.0.1:${port}` }
}
