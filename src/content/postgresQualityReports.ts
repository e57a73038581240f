import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { QualityReports } from './qualityReports.ts'
import type { QualityResult } from './qualityResult.ts'

/** Whoever is at a measurement says so every few seconds. Not heard of for so long, the process is taken for dead. */
const DEAD_AFTER_SECONDS = 60
/** What was measured of drafts that nobody published is kept for so long. */
const KEPT_DAYS = 180

type Deps = { db: Kysely<Tables>; auditIn: (db: Kysely<Tables>) => Audit; clock: Clock }

/** Measurements in the database: a unique index sees to it that one is at work. */
export function createPostgresQualityReports({ db, auditIn, clock }: Deps): QualityReports {
  const now = () => clock.now().toJSDate()
  const deadline = () => clock.now().minus({ seconds: DEAD_AFTER_SECONDS }).toJSDate()
  const own = (id: string) => db.updateTable('quality_reports').where('id', '=', id).where('state', '=', 'running')

  return {
    begin: (packHash, by) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('quality_reports')
          .where('state', '=', 'running')
          .where('seen_at', '<', deadline())
          .set({ state: 'brokenOff', ended_at: now() })
          .execute()
        const row = await trx
          .insertInto('quality_reports')
          .values({ pack_hash: packHash, begun_at: now(), begun_by_name: by?.firstName ?? null, seen_at: now() })
          .onConflict((conflict) => conflict.column('state').where('state', '=', 'running').doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!row) return { kind: 'busy' }
        await auditIn(trx).note({
          ...(by && { account: by }),
          action: 'quality.measured',
          subject: { kind: 'content', id: packHash },
        })
        return { kind: 'begun', id: row.id }
      }),

    async beat(id, done, total) {
      const { numUpdatedRows } = await own(id).set({ done, total, seen_at: now() }).executeTakeFirst()
      return numUpdatedRows > 0n
    },

    end: (id, result) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('quality_reports')
          .where('id', '=', id)
          .where('state', '=', 'running')
          .set({ state: 'ended', ended_at: now(), ...sharesOf(result), result: JSON.stringify(result) })
          .returning('pack_hash')
          .executeTakeFirst()
        if (!row) return false
        const before = clock.now().minus({ days: KEPT_DAYS }).toJSDate()
        await trx
          .deleteFrom('quality_reports')
          .where('id', '<>', id)
          .where('state', '<>', 'running')
          .where((where) =>
            where.or([
              where('pack_hash', '=', row.pack_hash),
              where.and([
                where('begun_at', '<', before),
                where('pack_hash', 'not in', trx.selectFrom('content_versions').select('pack_hash')),
              ]),
            ]),
          )
          .execute()
        return true
      }),

    async giveUp(id, as) {
      await own(id).set({ state: as, ended_at: now() }).execute()
    },

    async running() {
      const row = await db
        .selectFrom('quality_reports')
        .where('state', '=', 'running')
        .where('seen_at', '>=', deadline())
        .select(['id', 'pack_hash', 'begun_at', 'begun_by_name', 'done', 'total'])
        .executeTakeFirst()
      return (
        row && {
          id: row.id,
          packHash: row.pack_hash,
          begunAt: row.begun_at,
          begunBy: row.begun_by_name ?? undefined,
          done: row.done,
          total: row.total,
        }
      )
    },

    async newest(packHash) {
      const row = await db
        .selectFrom('quality_reports')
        .where('pack_hash', '=', packHash)
        .where('state', '=', 'ended')
        .select(['begun_at', 'ended_at', 'begun_by_name', 'result'])
        .orderBy('begun_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!row?.result || !row.ended_at) return undefined
      return { packHash, begunAt: row.begun_at, endedAt: row.ended_at, begunBy: row.begun_by_name ?? undefined, result: row.result }
    },

    async lost(packHash) {
      const rows = await db
        .selectFrom('quality_reports')
        .where('pack_hash', '=', packHash)
        .where((where) =>
          where.or([
            where('state', 'in', ['failed', 'brokenOff']),
            where.and([where('state', '=', 'running'), where('seen_at', '<', deadline())]),
          ]),
        )
        .select('state')
        .orderBy('begun_at', 'desc')
        .execute()
      const [last] = rows
      return { times: rows.length, last: last && (last.state === 'failed' ? 'failed' : 'brokenOff') }
    },

    async versions(limit) {
      const { rows } = await sql<VersionRow>`
        select v.id, v.kind, v.made_at, v.note, v.figures, q.accuracy, q.top3, q.examples
        from content_versions v
        left join lateral (
          select accuracy, top3, examples from quality_reports
          where pack_hash = v.pack_hash and state = 'ended' order by begun_at desc limit 1
        ) q on true
        order by v.id desc limit ${limit}`.execute(db)
      return rows.reverse().map(({ id, made_at, figures, accuracy, top3, examples, ...version }) => ({
        ...version,
        version: Number(id),
        madeAt: made_at,
        measured: accuracy === null ? undefined : { accuracy, top3: top3 ?? 0, examples: examples ?? 0 },
        figures: figures ?? undefined,
      }))
    },
  }
}

type VersionRow = {
  id: number
  kind: 'installed' | 'published' | 'rolledBack'
  made_at: Date
  note: string
  figures: Record<string, number> | null
  accuracy: number | null
  top3: number | null
  examples: number | null
}

const sharesOf = ({ examples, right, top3 }: QualityResult) => ({
  accuracy: examples === 0 ? 0 : right / examples,
  top3: examples === 0 ? 0 : top3 / examples,
  examples,
})
