import { once } from 'node:events'

/** Jest's global tear-down. A run that never gets here stops the stores too: its end closes their standard input. */
export default async function stop(): Promise<void> {
  const stores = globalThis.testStores
  if (!stores || stores.exitCode !== null) return
  const exit = once(stores, 'exit')
  stores.stdin?.end()
  await exit
}
