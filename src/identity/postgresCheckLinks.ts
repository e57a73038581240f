import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { CheckLinks, LinkState, UsedLink } from './checkLinks.ts'
import { createCheckToken, digestOfToken } from './checkToken.ts'
import { CHECK_HOURS, LINK_MINUTES, TRIES_PER_LINK } from './lifetimes.ts'
import { sealGivenContacts } from './postgresGivenContacts.ts'

const MINUTE_MS = 60_000

type Row = { conversationId: string; channel: string; expiresAt: Date; tries: number; usedAt: Date | null }

/** The links in the database. Each judgement is part of the statement that changes the row, so that of two at once one wins. */
export function createPostgresCheckLinks(db: Kysely<Tables>, sealer: Sealer): CheckLinks {
  return {
    async create(conversationId, now) {
      const token = createCheckToken()
      await db.transaction().execute(async (trx) => {
        // Two at once would not see each other's link, and both would stay open.
        await sql`select from conversations where id = ${conversationId} for no key update`.execute(trx)
        await trx
          .updateTable('check_links')
          .set({ expires_at: now })
          .where('conversation_id', '=', conversationId)
          .where('used_at', 'is', null)
          .where('expires_at', '>', now)
          .execute()
        await trx
          .insertInto('check_links')
          .values({
            token_digest: digestOfToken(token),
            conversation_id: conversationId,
            created_at: now,
            expires_at: new Date(now.getTime() + LINK_MINUTES * MINUTE_MS),
          })
          .execute()
      })
      return token
    },

    async look(token, now) {
      const row = await db
        .selectFrom('check_links as l')
        .innerJoin('conversations as c', 'c.id', 'l.conversation_id')
        .select([
          'l.conversation_id as conversationId',
          'c.channel',
          'l.expires_at as expiresAt',
          'l.failures as tries',
          'l.used_at as usedAt',
        ])
        .where('l.token_digest', '=', digestOfToken(token))
        .executeTakeFirst()
      return stateOf(row, now)
    },

    async countTry(token, now) {
      const row = await db
        .updateTable('check_links')
        .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
        .where('token_digest', '=', digestOfToken(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .where('failures', '<', TRIES_PER_LINK)
        .returning('failures')
        .executeTakeFirst()
      return row && TRIES_PER_LINK - row.failures
    },

    async use(token, participantId, now, given) {
      const digest = digestOfToken(token)
      const details = given ? sealGivenContacts(sealer, participantId, given) : null
      const lapsesAt = new Date(now.getTime() + CHECK_HOURS * 60 * MINUTE_MS)
      const { rows } = await sql<Omit<UsedLink, 'key'>>`
        with used as (
          update check_links set used_at = ${now}::timestamptz
          where token_digest = ${digest} and used_at is null and expires_at > ${now}::timestamptz
          returning conversation_id
        ), before as (
          update checked_people set dropped_at = ${now}::timestamptz
          where conversation_id in (select conversation_id from used) and dropped_at is null
        ), checked as (
          insert into checked_people (conversation_id, participant_id, checked_at, lapses_at)
          select conversation_id, ${participantId}::uuid, ${now}::timestamptz, ${lapsesAt}::timestamptz from used
          returning conversation_id, participant_id, checked_at
        ), given as (
          insert into given_contacts (participant_id, details, given_at)
          select participant_id, ${details}::text, checked_at from checked where ${details}::text is not null
          on conflict (participant_id) do update set details = excluded.details, given_at = excluded.given_at
        )
        select id as "conversationId", channel from conversations where id in (select conversation_id from checked)`.execute(db)
      return rows[0] && { ...rows[0], key: `check:${digest}` }
    },
  }
}

function stateOf(row: Row | undefined, now: Date): LinkState {
  if (!row) return { kind: 'unknown' }
  if (row.usedAt) return { kind: 'used' }
  if (row.expiresAt <= now) return { kind: 'expired' }
  if (row.tries >= TRIES_PER_LINK) return { kind: 'locked' }
  return { kind: 'open', conversationId: row.conversationId, channel: row.channel }
}
