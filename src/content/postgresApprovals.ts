import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { DraftState } from './draft.ts'
import type { Approval } from './publisher.ts'

/** Who approved this draft, is still an admin, and has written nothing of it. */
export async function readApprovals(
  db: Kysely<Tables>,
  { draftHash, changes }: Pick<DraftState, 'draftHash' | 'changes'>,
): Promise<Approval[]> {
  const authors = new Set(changes.flatMap((change) => change.authors.map(({ id }) => id)))
  const rows = await db
    .selectFrom('content_approvals as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .where('p.pack_hash', '=', draftHash)
    .where('a.disabled_at', 'is', null)
    .select(['p.account_id as id', 'p.account_name as firstName', 'p.at', 'a.roles'])
    .orderBy('p.at')
    .execute()
  return rows.filter(({ id, roles }) => roles.includes('admin') && !authors.has(id)).map(({ id, firstName, at }) => ({ id, firstName, at }))
}
