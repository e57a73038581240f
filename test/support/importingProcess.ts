/**
 * Imports a file that was looked at, in a process of its own, for a test to kill: node importingProcess.ts POSTGRES_URL WHAT, where WHAT is
 * JSON. It says `writing` when it has begun to write, and how it ended.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { DateTime } from 'luxon'
import { openImports } from '../../src/app/openImports.ts'
import type { Sender } from '../../src/booking/import/pendingImport.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'

export type ImportToKill = { key: string; now: string; id: string; sender: Sender; fingerprint: string }

const [url = '', text = ''] = process.argv.slice(2)
const { key, now, id, sender, fingerprint }: ImportToKill = JSON.parse(text)
const database = await openPostgres(url, silentLog)
const { pending, work } = openImports({
  stores: { database, sealer: createSealer([key]) },
  participants: { get: async () => undefined },
  clock: { now: () => DateTime.fromISO(now, { zone: 'utc' }) },
  log: silentLog,
})
await work.importIt(id, sender, fingerprint)
let isOver = false
void work.idle().then(() => {
  isOver = true
})
let isWriting = false
while (!isOver) {
  const state = (await pending.find(id, sender.sessionId))?.state
  if (state?.kind === 'importing' && state.progress?.step === 'writing' && !isWriting) {
    isWriting = true
    console.log('writing')
  }
  await wait(20)
}
console.log((await pending.find(id, sender.sessionId))?.state.kind)
await database.close()
