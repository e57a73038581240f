import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from './postgres/tables.ts'
import { cutoffOf, oldThings } from './postgresOldThings.ts'
import { type Counted, type Periods, type Retention, type RetentionKind, retentionKinds } from './retention.ts'

type Deps = {
  db: Kysely<Tables>
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
  clock: Clock
}

/** Counting all of a large table would keep the page waiting. */
export const MOST_COUNTED = 100_000

/** How long things are kept, in the database. */
export function createPostgresRetention({ db, auditIn, clock }: Deps): Retention {
  async function count(kind: RetentionKind, days: number): Promise<Counted> {
    const old = oldThings.find((one) => one.kind === kind)
    if (!old) return { count: 0, more: false }
    const now = sql`${clock.now().toJSDate()}::timestamptz`
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from (
        select 1 from ${old.from} where ${old.is(cutoffOf(now, days))} limit ${MOST_COUNTED + 1}) found`.execute(db)
    const found = rows[0]?.count ?? 0
    return { count: Math.min(found, MOST_COUNTED), more: found > MOST_COUNTED }
  }

  return {
    periods: () => read(db),

    async wouldRemove(periods) {
      const counted = await Promise.all(
        retentionKinds.map(async (kind) => [kind, await (periods[kind] ? count(kind, periods[kind]) : { count: 0, more: false })] as const),
      )
      return Object.fromEntries(counted) as Record<RetentionKind, Counted>
    },

    change: (by, was, mine) =>
      db.transaction().execute(async (trx) => {
        await sql`lock table retention_periods in share row exclusive mode`.execute(trx)
        const now = await read(trx)
        const changed = retentionKinds.filter((kind) => mine[kind] !== was[kind] && mine[kind] !== now[kind])
        const conflicts = changed.filter((kind) => now[kind] !== was[kind])
        if (conflicts.length > 0) return { kind: 'conflict', conflicts, now }
        if (changed.length === 0) return { kind: 'same' }
        await trx.deleteFrom('retention_periods').where('kind', 'in', changed).execute()
        const rows = changed.flatMap((kind) => (mine[kind] ? { kind, days: mine[kind], set_at: clock.now().toJSDate() } : []))
        if (rows.length > 0) await trx.insertInto('retention_periods').values(rows).execute()
        const details = Object.fromEntries(changed.map((kind) => [kind, mine[kind] ?? 'forEver']))
        await auditIn(trx).note({ account: by, action: 'retention.changed', subject: { kind: 'settings', id: 'retention' }, details })
        return { kind: 'done' }
      }),
  }
}

async function read(db: Kysely<Tables>): Promise<Periods> {
  const rows = await db.selectFrom('retention_periods').select(['kind', 'days']).execute()
  return Object.fromEntries(rows.map(({ kind, days }) => [kind, days]))
}
