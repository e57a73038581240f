import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ChannelStates } from './channelStates.ts'
import type { ChannelName } from './incomingEvent.ts'

/** What holds for whole channels, in the database. Time is the database's. */
export function createPostgresChannelStates(db: Kysely<Tables>): ChannelStates {
  return {
    async stopped(channel) {
      const row = await db
        .selectFrom('channel_states')
        .where('channel', '=', channel)
        .where('stopped_code', 'is not', null)
        .select(['stopped_code', 'stopped_advice', 'stopped_at'])
        .executeTakeFirst()
      if (!row?.stopped_code || !row.stopped_at) return undefined
      return { code: row.stopped_code, advice: row.stopped_advice ?? '', since: row.stopped_at }
    },

    async stop(channel, { code, advice, retryMs }) {
      const { rows } = await sql<{ news: boolean }>`
        with before as (select stopped_code from channel_states where channel = ${channel})
        insert into channel_states as s (channel, stopped_code, stopped_advice, stopped_at, retry_at)
        values (${channel}, ${code}, ${advice}, clock_timestamp(), clock_timestamp() + make_interval(secs => ${retryMs / 1000}))
        on conflict (channel) do update set
          stopped_code = excluded.stopped_code, stopped_advice = excluded.stopped_advice,
          stopped_at = coalesce(s.stopped_at, excluded.stopped_at), retry_at = excluded.retry_at
        returning (select stopped_code from before) is distinct from ${code} as news`.execute(db)
      return rows[0]?.news ?? false
    },

    async mayTry(channel) {
      const { numUpdatedRows } = await db
        .updateTable('channel_states')
        .set({ retry_at: sql<Date>`clock_timestamp() + interval '1 minute'` })
        .where('channel', '=', channel)
        .where('stopped_code', 'is not', null)
        .where('retry_at', '<=', sql<Date>`clock_timestamp()`)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async mended(channel) {
      const { numUpdatedRows } = await db
        .updateTable('channel_states')
        .set({ stopped_code: null, stopped_advice: null, stopped_at: null, retry_at: null })
        .where('channel', '=', channel)
        .where('stopped_code', 'is not', null)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) await deliverNow(channel)
      return numUpdatedRows > 0n
    },

    async tryNow(channel) {
      await db
        .updateTable('channel_states')
        .set({ retry_at: sql<Date>`clock_timestamp()` })
        .where('channel', '=', channel)
        .where('stopped_code', 'is not', null)
        .execute()
      await deliverNow(channel)
    },

    async pause(channel, ms) {
      await sql`
        insert into channel_states as s (channel, paused_until)
        values (${channel}, clock_timestamp() + make_interval(secs => ${ms / 1000}))
        on conflict (channel) do update set paused_until = greatest(s.paused_until, excluded.paused_until)`.execute(db)
    },
  }

  async function deliverNow(channel: ChannelName): Promise<void> {
    await db
      .updateTable('conversations')
      .set({ deliver_after: null })
      .where('channel', '=', channel)
      .where('deliver_after', '>', sql<Date>`clock_timestamp()`)
      .execute()
  }
}
