import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { EraseWords } from './eraseWords.ts'

/**
 * Erasure in the database; `forgetSession` does the same where sessions are kept. What is not answered or sent yet is so first,
 * and goes with the next housekeeping.
 */
export function createPostgresErasure(
  db: Kysely<Tables>,
  clock: Clock,
  forgetSession: (conversationId: string) => Promise<void>,
): EraseWords {
  return async (channel, address) => {
    const { rows } = await sql<{ id: string }>`
      with found as (
        select id from conversations where channel = ${channel} and address = ${address}
      ), said as (
        update transcript t set body = null, message_id = null
        where conversation_id in (select id from found) and body is not null
          and not exists (select 1 from outbox o where o.id = t.id and o.status = 'pending')
        returning conversation_id
      ), noted as (
        update escalations set note = null where conversation_id in (select id from found) and note is not null
        returning conversation_id
      ), unchecked as (
        delete from checked_people where conversation_id in (select id from found)
        returning participant_id, checked_at
      ), ungiven as (
        delete from given_contacts g using unchecked u where g.participant_id = u.participant_id and g.given_at = u.checked_at
      ), unlinked as (
        delete from check_links where conversation_id in (select id from found)
      ), undrafted as (
        update drafts set body = null, changed = null, outcome = coalesce(outcome, 'stale'),
          settled_at = coalesce(settled_at, ${clock.now().toJSDate()}::timestamptz)
        where conversation_id in (select id from found)
      ), unwritten as (
        delete from staff_notes where conversation_id in (select id from found)
      ), unrung as (
        delete from call_backs where conversation_id in (select id from found) and participant_id is null
      ), asked as (
        update requests set details = null where conversation_id in (select id from found) and details is not null
      ), come as (
        update conversations set first_ref = null, last_ref = null, erased_at = ${clock.now().toJSDate()}::timestamptz
        where id in (select id from found)
      )
      select conversation_id as id from said union select conversation_id from noted`.execute(db)
    for (const { id } of rows) await forgetSession(id)
    return rows.length
  }
}
