import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { CannedReplies, CloseEscalation, Colleagues, HasReason, Notes } from './desk.ts'
import { noteContext } from './noteContext.ts'

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock }

/** The smaller things of the desk in the database. What changes a conversation wakes every console. */
export function createPostgresDesk({ db, sealer, clock }: Deps) {
  const notes: Notes = {
    async add(conversationId, by, { key, text }) {
      const body = sealer.seal(text, noteContext(conversationId))
      const { rows } = await sql`
        with noted as (
          insert into staff_notes (id, conversation_id, account_id, author_name, at, body)
          select ${key}::uuid, id, ${by.id}::uuid, ${by.firstName}, ${clock.now().toJSDate()}::timestamptz, ${body}
          from conversations where id = ${conversationId}::uuid
          on conflict (id) do nothing returning conversation_id)
        select pg_notify('conversation', 'changed ' || address), (select count(*) from noted) as n
        from conversations where id = ${conversationId}::uuid`.execute(db)
      return rows.length > 0
    },
  }

  const cannedReplies: CannedReplies = {
    list: () => db.selectFrom('canned_replies').orderBy('position').select(['id', 'title', 'body as text']).execute(),
  }

  const colleagues: Colleagues = {
    async list() {
      const rows = await db
        .selectFrom('accounts')
        .where('disabled_at', 'is', null)
        .where(sql<boolean>`'staff' = any(roles)`)
        .orderBy('first_name')
        .orderBy('email')
        .select(['id', 'first_name as firstName', 'email'])
        .execute()
      const isShared = (firstName: string) => rows.filter((row) => row.firstName === firstName).length > 1
      return rows.map(({ id, firstName, email }) => ({ id, firstName, label: isShared(firstName) ? `${firstName} (${email})` : firstName }))
    },
  }

  const closeEscalation: CloseEscalation = async (conversationId, escalationId, by) => {
    const { rows } = await sql`
      with closed as (
        update escalations set closed_at = ${clock.now().toJSDate()}::timestamptz, closed_by = ${by.id}::uuid, closed_as = 'closed'
        where id = ${escalationId}::uuid and conversation_id = ${conversationId}::uuid and closed_at is null returning conversation_id)
      select pg_notify('conversation', 'changed ' || address) from conversations where id in (select conversation_id from closed)`.execute(
      db,
    )
    return rows.length > 0 ? 'closed' : 'notOpen'
  }

  const hasReason: HasReason = async (accountId, conversationId, since) => {
    const row = await db
      .selectFrom('audit_log')
      .where('subject_kind', '=', 'conversation')
      .where('subject_id', '=', conversationId)
      .where('account_id', '=', accountId)
      .where('action', '=', 'conversation.read')
      .where('at', '>=', since)
      .select('id')
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  return { notes, cannedReplies, colleagues, closeEscalation, hasReason }
}
