import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { CheckReport, CheckResult, Checks } from './checks.ts'
import type { Draft, DraftState } from './draft.ts'
import type { Seen } from './publisher.ts'

/** Who has not said for so long that the check goes on is gone. */
const GONE_SECONDS = 30
const HEARTBEAT_MS = 2_000
const COUNTS_DAYS = 7

const CONTEXT = 'contentCheck'

/** Work that has begun. `stop` ends it before its time; then `ended` rejects. */
export type CheckWork = { ended: Promise<CheckResult>; stop(): Promise<void> }

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  draft: Pick<Draft, 'state'>
  /** Finds out what the draft would change: in this process, beside the service. */
  work: (state: DraftState, onProgress: (done: number, total: number) => void) => CheckWork
  auditIn: (db: Kysely<Tables>) => Audit
  clock: Clock
  log: Log
  heartbeatMs?: number
}

type Progress = { done: number; total: number }

/** Checks in the database: one at a time in all processes. Time is the database's, one for all of them. */
export function createPostgresChecks(deps: Deps) {
  const { db, sealer, draft, auditIn, clock, log } = deps
  let current: { id: string; work: CheckWork; over: Promise<void> } | undefined

  /** Does it, says meanwhile that it goes on, and keeps what came of it. */
  async function carryOut(id: string, state: DraftState): Promise<void> {
    let progress: Progress = { done: 0, total: 0 }
    const work = deps.work(state, (done, total) => {
      progress = { done, total }
    })
    const beat = setInterval(() => void seen(id, progress), deps.heartbeatMs ?? HEARTBEAT_MS)
    const over = finish(id, work, () => progress).finally(() => clearInterval(beat))
    current = { id, work, over }
    await over
    if (current?.id === id) current = undefined
  }

  async function finish(id: string, { ended }: CheckWork, progress: () => Progress): Promise<void> {
    try {
      const result = await ended
      const passed = result.gates.every((gate) => gate.passed)
      await db
        .updateTable('content_checks')
        .set({
          ended_at: clock.now().toJSDate(),
          passed,
          result: sealer.seal(JSON.stringify(result), CONTEXT),
          seen_at: now,
          ...progress(),
        })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
      log.info('check.ended', { check: id, passed })
    } catch (error) {
      log.warn('check.brokenOff', { check: id, ...errorFacts(error) })
      // Whoever looks sees at once that nobody is at it.
      await db
        .updateTable('content_checks')
        .set({ seen_at: sql<Date>`to_timestamp(0)` })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
        .catch(() => undefined)
    }
  }

  /** A heartbeat that is lost is followed by the next. */
  const seen = (id: string, progress: Progress) =>
    db
      .updateTable('content_checks')
      .set({ seen_at: now, ...progress })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
      .catch(() => undefined)

  function reportOf(row: Row): CheckReport {
    const result = row.result === null ? undefined : opened(sealer, row.result)
    return {
      id: row.id,
      begunAt: row.begun_at,
      begunBy: row.begun_by_name,
      state: row.ended_at ? (result ? 'ended' : 'brokenOff') : row.alive ? 'running' : 'brokenOff',
      done: row.done,
      total: row.total,
      passed: result ? (row.passed ?? undefined) : undefined,
      result,
    }
  }

  const checks: Checks = {
    async begin(by, look) {
      const state = await draft.state()
      if (state.draftHash !== look.draftHash || state.liveHash !== look.liveHash) return 'changedMeanwhile'
      const begun = await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtext('content_checks'))`.execute(trx)
        const running = await trx.selectFrom('content_checks').where('ended_at', 'is', null).where(isAlive).selectAll().executeTakeFirst()
        if (running) return running.pack_hash === look.draftHash && running.live_hash === look.liveHash ? 'running' : 'busy'
        const { id } = await trx
          .insertInto('content_checks')
          .values({
            pack_hash: look.draftHash,
            live_hash: look.liveHash,
            begun_at: clock.now().toJSDate(),
            begun_by_name: by.firstName,
            seen_at: now,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await auditIn(trx).note({ account: by, action: 'draft.checked', subject: { kind: 'content', id: look.draftHash } })
        return { id }
      })
      if (typeof begun === 'string') return begun
      void carryOut(begun.id, state)
      return 'begun'
    },

    async newest({ draftHash, liveHash }: Seen) {
      const row = await db
        .selectFrom('content_checks')
        .where('pack_hash', '=', draftHash)
        .where('live_hash', '=', liveHash)
        .where('begun_at', '>', countsFrom(clock))
        .selectAll()
        .select(isAlive.as('alive'))
        .orderBy('begun_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && reportOf(row)
    },
  }

  return {
    ...checks,
    /** Ends what this process is at: somebody may begin it anew. */
    async stop(): Promise<void> {
      const at = current
      await at?.work.stop()
      await at?.over
    },
  }
}

/** What was found out before is to be found out anew: days for review come, facts change, and so do the gates. */
export const countsFrom = (clock: Clock): Date => clock.now().minus({ days: COUNTS_DAYS }).toJSDate()

const now = sql<Date>`clock_timestamp()`
const isAlive = sql<boolean>`seen_at > clock_timestamp() - make_interval(secs => ${GONE_SECONDS})`

type Row = {
  id: string
  begun_at: Date
  begun_by_name: string
  ended_at: Date | null
  alive: boolean
  done: number
  total: number
  passed: boolean | null
  result: string | null
}

/** What no key opens any more is not there. */
function opened(sealer: Sealer, sealed: string): CheckResult | undefined {
  try {
    return JSON.parse(sealer.open(sealed, CONTEXT))
  } catch {
    return undefined
  }
}
