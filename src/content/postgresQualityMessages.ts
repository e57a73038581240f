import { type Kysely, sql } from 'kysely'
import type { DateTime } from 'luxon'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { IntentMessages, MessageWeek, QualityMessages } from './qualityMessages.ts'

type Deps = { db: Kysely<Tables>; clock: Clock }

/** Counted from what the bot made of each message. */
export function createPostgresQualityMessages({ db, clock }: Deps): QualityMessages {
  const mondayOf = (weeks: number, timeZone: string): DateTime =>
    clock
      .now()
      .setZone(timeZone)
      .startOf('week')
      .minus({ weeks: weeks - 1 })

  return {
    async byWeek(weeks, timeZone) {
      const first = mondayOf(weeks, timeZone)
      const { rows } = await sql<MessageWeek>`
        select to_char(date_trunc('week', at at time zone ${timeZone}::text), 'YYYY-MM-DD') as week,
          ${countOf(sql`kind = 'answered'`)} as answered, ${countOf(sql`kind = 'unsure'`)} as unsure,
          ${countOf(sql`kind = 'notUnderstood'`)} as "notUnderstood", ${countOf(sql`kind = 'danger'`)} as danger,
          ${countOf(sql`vote = 'helped'`)} as helped, ${countOf(sql`vote = 'notHelped'`)} as "notHelped"
        from message_readings where at >= ${first.toJSDate()}::timestamptz group by 1`.execute(db)
      const found = new Map(rows.map((row) => [row.week, row]))
      return Array.from({ length: weeks }, (_, n) => {
        const week = first.plus({ weeks: n }).toFormat('yyyy-MM-dd')
        return found.get(week) ?? { week, answered: 0, unsure: 0, notUnderstood: 0, danger: 0, helped: 0, notHelped: 0 }
      })
    },

    async ofIntent(intent, weeks, timeZone) {
      const { rows } = await sql<IntentMessages>`
        select ${countOf(sql`kind = 'answered'`)} as answered, ${countOf(sql`kind = 'unsure'`)} as offered,
          ${countOf(sql`kind = 'answered' and vote = 'helped'`)} as helped,
          ${countOf(sql`kind = 'answered' and vote = 'notHelped'`)} as "notHelped"
        from message_readings where at >= ${mondayOf(weeks, timeZone).toJSDate()}::timestamptz and ${intent} = any(intents)`.execute(db)
      return rows[0] ?? { answered: 0, offered: 0, helped: 0, notHelped: 0 }
    },
  }
}

const countOf = (condition: ReturnType<typeof sql>) => sql`count(*) filter (where ${condition})::int`
