import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from './postgres/tables.ts'
import { removeOldThings } from './postgresOldThings.ts'

/** In one statement: few enough for the time that one may take. */
const BATCH = 2_000

/** Removes what has expired: session state that nobody touched for its time, links and checks that lapsed long ago, codes of staff that were used or lapsed long ago, words that were to be erased and waited to be sent, and what is older than the service keeps it. */
export async function keepPostgresHouse(db: Kysely<Tables>): Promise<void> {
  await inBatches(
    db,
    sql`
    delete from session_state where key in (select key from session_state where expires_at < now() limit ${BATCH}) returning 1`,
  )
  await inBatches(
    db,
    sql`
    delete from check_links where token_digest in (select token_digest from check_links where expires_at < now() - interval '7 days' limit ${BATCH}) returning 1`,
  )
  await inBatches(
    db,
    sql`
    delete from checked_people where id in (select id from checked_people where lapses_at < now() - interval '7 days' limit ${BATCH}) returning 1`,
  )
  await inBatches(
    db,
    sql`
    delete from invitations where code_digest in (
      select code_digest from invitations where least(used_at, expires_at) < now() - interval '30 days' limit ${BATCH}) returning 1`,
  )
  await inBatches(
    db,
    sql`
    update transcript set body = null, message_id = null where id in (
      select t.id from conversations c join transcript t on t.conversation_id = c.id
      where c.erased_at is not null and t.at <= c.erased_at and t.body is not null
        and not exists (select 1 from outbox o where o.id = t.id and o.status = 'pending')
      limit ${BATCH}) returning 1`,
  )
  // What checks of drafts found out holds patients' words, masked: it is kept no longer than somebody may look at it.
  await inBatches(
    db,
    sql`
    delete from content_checks where id in (
      select id from content_checks where begun_at < now() - interval '14 days' limit ${BATCH}) returning 1`,
  )
  await removeOldThings(db, BATCH)
}

async function inBatches(db: Kysely<Tables>, statement: RawBuilder<unknown>): Promise<void> {
  for (let done = BATCH; done === BATCH; ) done = (await statement.execute(db)).rows.length
}
