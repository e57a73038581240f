import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Into, Settled, SettledAs, Settling } from './learningInbox.ts'

/** What words are hashed for. */
export const DIGEST = 'learning'

/** Ends the transaction with nothing kept, and says why. */
class NotSettled extends Error {
  readonly settled: Settled

  constructor(settled: Settled) {
    super('Nothing was settled.')
    this.settled = settled
  }
}

/**
 * Settles messages and does with the draft what follows, in one transaction. Of two who settle the same message at once one waits for the
 * other, and then is told; in the order of the hashes, so that neither waits for the other for ever.
 */
export async function settlePostgresLearning(db: Kysely<Tables>, { ids, as, by }: Settling, at: Date, into: Into): Promise<Settled> {
  const digests = [...new Set(ids)].sort()
  if (digests.length === 0) return { kind: 'settled' }
  try {
    await db.transaction().execute(async (trx) => {
      const kept = await trx
        .insertInto('learning_settled')
        .values(digests.map((digest) => ({ digest, settled_as: as, settled_by: by.id, settled_at: at })))
        .onConflict((conflict) => conflict.column('digest').doNothing())
        .returning('digest')
        .execute()
      if (kept.length < digests.length) throw new NotSettled(await takenAmong(trx, digests, kept))
      const done = await into(trx)
      if (done.kind === 'refused') throw new NotSettled(done)
    })
    return { kind: 'settled' }
  } catch (error) {
    if (error instanceof NotSettled) return error.settled
    throw error
  }
}

async function takenAmong(trx: Kysely<Tables>, digests: string[], kept: { digest: string }[]): Promise<Settled> {
  const mine = new Set(kept.map(({ digest }) => digest))
  const ids = digests.filter((digest) => !mine.has(digest))
  const first = await trx
    .selectFrom('learning_settled')
    .innerJoin('accounts', 'accounts.id', 'settled_by')
    .where('digest', 'in', ids)
    .orderBy('settled_at')
    .select(['first_name', 'settled_as'])
    .executeTakeFirst()
  return { kind: 'taken', ids, as: (first?.settled_as ?? 'aside') as SettledAs, ...(first && { by: first.first_name }) }
}
