import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ConversationsOf } from './conversationsOf.ts'

/** Of a conversation `v` and a check in it `k`: she is the one who was checked last there, and it has not lapsed. */
const isCurrent = (now: Date) => sql<boolean>`(k.dropped_at is null and k.lapses_at > ${now}::timestamptz
  and not exists (select 1 from checked_people later where later.conversation_id = k.conversation_id and later.id > k.id and later.dropped_at is null))`

/**
 * Where something may be said by itself: the channel takes it now, and nobody has told us there of danger at home or of despair, for
 * then nothing is sent that a person did not write.
 */
const canBeTold = (now: Date) => sql<boolean>`(v.erased_at is null and v.unreachable_code is null
  and (v.reply_window_until is null or v.reply_window_until > ${now}::timestamptz)
  and not exists (select 1 from escalations e where e.conversation_id = v.id and e.reason in ('crisis', 'abuse')))`

/** The id of the conversation in which the participant of appointment `a` can be told something now, as an expression. */
export const tellableConversation = (now: Date): RawBuilder<string | null> => sql<string | null>`(
  select v.id from checked_people k join conversations v on v.id = k.conversation_id
  where k.participant_id = a.participant_id and ${isCurrent(now)} and ${canBeTold(now)} order by k.id desc limit 1)`

export function createPostgresConversationsOf(db: Kysely<Tables>): ConversationsOf {
  return async (participantId, now) => {
    const { rows } = await sql<{ id: string; channel: string; checked_at: Date; last_at: Date; current: boolean; tellable: boolean }>`
      select * from (
        select distinct on (v.id) v.id, v.channel, k.checked_at, v.last_event_at as last_at, ${isCurrent(now)} as current,
          ${isCurrent(now)} and ${canBeTold(now)} as tellable
        from checked_people k join conversations v on v.id = k.conversation_id
        where k.participant_id = ${participantId} order by v.id, k.id desc
      ) hers order by checked_at desc`.execute(db)
    return rows.map(({ id, channel, checked_at, last_at, current, tellable }) => ({
      id,
      channel,
      checkedAt: checked_at,
      lastAt: last_at,
      current,
      tellable,
    }))
  }
}
