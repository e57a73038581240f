import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { CannedReplyEditing, CannedWords } from './cannedReplies.ts'

type Deps = {
  db: Kysely<Tables>
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
}

type By = Parameters<CannedReplyEditing['remove']>[0]
type Details = Record<string, string>

/** Canned replies in the database. One changes them at a time; those who only read them do not wait. */
export function createPostgresCannedReplies({ db, auditIn }: Deps): CannedReplyEditing {
  const change = <T>(work: (trx: Kysely<Tables>, note: Note) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await sql`lock table canned_replies in share row exclusive mode`.execute(trx)
      return work(trx, (by, what, id, details) =>
        auditIn(trx).note({
          account: by,
          action: `cannedReply.${what}`,
          subject: { kind: 'cannedReply', id },
          ...(details && { details }),
        }),
      )
    })

  const one = (on: Kysely<Tables>, id: string) =>
    on.selectFrom('canned_replies').where('id', '=', id).select(['title', 'body as text', 'position']).executeTakeFirst()

  return {
    list: () => db.selectFrom('canned_replies').orderBy('position').select(['id', 'title', 'body as text']).execute(),

    add: (by, id, { title, text }) =>
      change(async (trx, note) => {
        const { rows } = await sql`
          insert into canned_replies (id, position, title, body)
          select ${id}::uuid, coalesce(max(position), 0) + 1, ${title}, ${text} from canned_replies
          on conflict (id) do nothing returning 1`.execute(trx)
        if (rows.length > 0) await note(by, 'added', id)
      }),

    change: (by, id, was, words) =>
      change(async (trx, note) => {
        const now = await one(trx, id)
        if (!now) return { kind: 'gone' }
        const changed = (['title', 'text'] as const).filter((name) => words[name] !== was[name] && words[name] !== now[name])
        if (changed.some((name) => now[name] !== was[name])) return { kind: 'conflict', now, ...(await lastBy(trx, id)) }
        if (changed.length === 0) return { kind: 'same' }
        const { title, text }: CannedWords = { ...now, ...Object.fromEntries(changed.map((name) => [name, words[name]])) }
        await trx.updateTable('canned_replies').set({ title, body: text }).where('id', '=', id).execute()
        await note(by, 'changed', id, { fields: changed.join(' ') })
        return { kind: 'done' }
      }),

    move: (by, id, to) =>
      change(async (trx, note) => {
        const moved = await one(trx, id)
        if (!moved) return 'gone'
        const other = await trx
          .selectFrom('canned_replies')
          .where('position', to === 'up' ? '<' : '>', moved.position)
          .orderBy('position', to === 'up' ? 'desc' : 'asc')
          .select(['id', 'position'])
          .limit(1)
          .executeTakeFirst()
        if (!other) return 'same'
        // No two may have the same place at any moment, and none is at 0.
        for (const [which, position] of [
          [id, 0],
          [other.id, moved.position],
          [id, other.position],
        ] as const)
          await trx.updateTable('canned_replies').set({ position }).where('id', '=', which).execute()
        await note(by, 'moved', id, { to })
        return 'done'
      }),

    remove: (by, id) =>
      change(async (trx, note) => {
        const gone = await trx.deleteFrom('canned_replies').where('id', '=', id).returning('id').executeTakeFirst()
        if (!gone) return 'gone'
        await note(by, 'removed', id)
        return 'done'
      }),
  }
}

type Note = (by: By, what: string, id: string, details?: Details) => Promise<void>

async function lastBy(db: Kysely<Tables>, id: string): Promise<{ by?: string }> {
  const row = await db
    .selectFrom('audit_log')
    .where('subject_kind', '=', 'cannedReply')
    .where('subject_id', '=', id)
    .where('action', '=', 'cannedReply.changed')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .select('account_name')
    .executeTakeFirst()
  return row?.account_name ? { by: row.account_name } : {}
}
