import type { Kysely } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { FindGivenContacts, GivenContacts } from './givenContacts.ts'

/** What people gave, in the database. */
export function createPostgresGivenContacts(db: Kysely<Tables>, sealer: Sealer): FindGivenContacts {
  return async (participantId) => {
    const row = await db.selectFrom('given_contacts').select('details').where('participant_id', '=', participantId).executeTakeFirst()
    return row && (JSON.parse(sealer.open(row.details, givenContext(participantId))) as GivenContacts)
  }
}

export function sealGivenContacts(sealer: Sealer, participantId: string, given: GivenContacts): string {
  return sealer.seal(JSON.stringify(given), givenContext(participantId))
}

/** Hers do not open as anybody else's. */
const givenContext = (participantId: string) => `given contacts ${participantId}`
