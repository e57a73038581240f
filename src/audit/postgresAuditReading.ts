import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { AuditFilter, AuditReading, AuditRow } from './auditReading.ts'

/** The audit log in the database. Each filter has an index in the order of the time. */
export function createPostgresAuditReading(db: Kysely<Tables>): AuditReading {
  return {
    async page(filter, limit, before) {
      let query = filtered(db, filter)
      if (before) query = query.where(sql<boolean>`(at, id) < (${before.at}::timestamptz, ${before.id}::bigint)`)
      const found = await query
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      return { rows: found.slice(0, limit).map(toRow), more: found.length > limit }
    },

    async choices() {
      const [accounts, actions, kinds] = await Promise.all([
        db.selectFrom('accounts').select(['id', 'first_name as firstName', 'email']).orderBy('first_name').orderBy('email').execute(),
        differentOnes(db, 'action'),
        differentOnes(db, 'subject_kind'),
      ])
      return { accounts, actions, kinds }
    },
  }
}

type FoundRow = {
  id: number
  at: Date
  account_id: string | null
  account_name: string | null
  action: string
  subject_kind: string
  subject_id: string
  why: string | null
  details: unknown
}

function filtered(db: Kysely<Tables>, { account, action, kind, subjectId, from, until }: AuditFilter) {
  let query = db
    .selectFrom('audit_log')
    .select(['id', 'at', 'account_id', 'account_name', 'action', 'subject_kind', 'subject_id', 'why', 'details'])
  if (account === 'service') query = query.where('account_id', 'is', null)
  else if (account) query = query.where('account_id', '=', account)
  if (action) query = query.where('action', '=', action)
  if (kind) query = query.where('subject_kind', '=', kind)
  if (subjectId) query = query.where('subject_id', '=', subjectId)
  if (from) query = query.where('at', '>=', from)
  if (until) query = query.where('at', '<', until)
  return query
}

/** Few values in many rows: from each one the index leads to the next. */
async function differentOnes(db: Kysely<Tables>, column: 'action' | 'subject_kind'): Promise<string[]> {
  const value = sql.ref(column)
  const { rows } = await sql<{ value: string }>`
    with recursive found as (
      (select ${value} as value from audit_log order by ${value} limit 1)
      union all
      select (select a.${value} from audit_log a where a.${value} > found.value order by a.${value} limit 1) from found
      where found.value is not null
    )
    select value from found where value is not null order by value`.execute(db)
  return rows.map((row) => row.value)
}

function toRow(row: FoundRow): AuditRow {
  return {
    id: row.id,
    at: row.at,
    ...(row.account_id ? { account: { id: row.account_id, firstName: row.account_name ?? '' } } : {}),
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    ...(row.why ? { why: row.why } : {}),
    details: row.details as AuditRow['details'],
  }
}
