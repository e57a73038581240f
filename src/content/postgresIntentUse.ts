import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'

/** So far back use is counted. */
const DAYS = 30

/** How often each intent was answered in the last 30 days to what patients wrote in their own words. */
export const createPostgresIntentUse = (db: Kysely<Tables>, clock: Clock) => async (): Promise<ReadonlyMap<string, number>> => {
  const since = clock.now().minus({ days: DAYS }).toJSDate()
  const { rows } = await sql<{ intent: string; times: string }>`
    select intent, count(*) as times
    from message_readings cross join lateral unnest(intents) as intent
    where kind = 'answered' and at >= ${since}
    group by intent`.execute(db)
  return new Map(rows.map(({ intent, times }) => [intent, Number(times)]))
}
