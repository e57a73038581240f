import type { Kysely, Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import { seldomWarn } from '../kernel/seldomWarn.ts'
import type { Database } from './postgres/database.ts'
import type { Tables } from './postgres/tables.ts'

/** Wakes at once; one waiting job a conversation. A job is only a hint: leases and the sweep decide who works. */
const WAKE = 'conversation-wake'
/** Wakes later. A queue of its own, so that a job put off never stands in the way of one for now. */
const WAKE_LATER = 'conversation-wake-later'

type WakeJob = { conversationId: string }

/** Something done by the clock (`cron`, in UTC, to the minute), each time in one of the processes. It may fail; the next time comes. */
export type Chore = { name: string; cron: string; run: () => Promise<void> }

/** Jobs by pg-boss, in the same database as everything else. */
export function createPgBossJobs(database: Database, log: Log) {
  const boss = new PgBoss({
    ...database.jobs.options,
    backend: database.jobs.backend,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
  })
  const warn = seldomWarn(log)
  boss.on('error', (error) => warn('jobs.error', { cause: errorKind(error) }))
  boss.on('warning', () => {})

  return {
    /** Makes the queues, hands woken conversations to `onWake` (which resolves when it has room for more), and has the chores done. */
    async start(onWake: (conversationId: string) => Promise<void>, chores: Chore[]): Promise<void> {
      await boss.start()
      for (const name of [WAKE, WAKE_LATER])
        await boss.createQueue(name, { policy: 'short', notify: name === WAKE, deleteAfterSeconds: 60, retryLimit: 3, expireInSeconds: 60 })
      const handler = async (jobs: { data: WakeJob }[]) => {
        for (const job of jobs) await onWake(job.data.conversationId)
      }
      await boss.work<WakeJob>(
        WAKE,
        { batchSize: 100, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5, burstWhenBatchFull: true },
        handler,
      )
      await boss.work<WakeJob>(WAKE_LATER, { batchSize: 100, pollingIntervalSeconds: 1 }, handler)
      for (const { name, cron, run } of chores) {
        await boss.createQueue(name)
        await boss.schedule(name, cron)
        await boss.work(name, { pollingIntervalSeconds: 30 }, run)
      }
    },

    /** Wakes conversations when the transaction commits. */
    async wake(conversationIds: string[], transaction: Transaction<Tables>): Promise<void> {
      const jobs = conversationIds.map((conversationId) => ({ singletonKey: conversationId, data: { conversationId } }))
      await boss.insert(WAKE, jobs, { db: fromKysely(transaction as Kysely<Tables>) })
    },

    /** Wakes a conversation not before `ms`; earlier requests for the same conversation stand. */
    async wakeLater(conversationId: string, ms: number): Promise<void> {
      await boss.send(WAKE_LATER, { conversationId }, { singletonKey: conversationId, startAfter: new Date(Date.now() + ms) })
    },

    stop: () => boss.stop({ graceful: true, timeout: 5_000, close: true }),
  }
}
