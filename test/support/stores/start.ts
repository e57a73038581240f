import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

declare global {
  var testStores: ChildProcess | undefined
}

/** Jest's global set-up: starts the stores and tells every test file where they are. */
export default async function start(): Promise<void> {
  const program = join(import.meta.dirname, 'servers.ts')
  const stores = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  globalThis.testStores = stores
  const firstLine = once(createInterface(stores.stdout), 'line')
  const ended = once(stores, 'exit').then(() => Promise.reject(new Error('The stores for the tests did not start; the reason is above.')))
  const [addresses] = await Promise.race([firstLine, ended])
  ended.catch(() => {})
  Object.assign(process.env, JSON.parse(addresses))
}
