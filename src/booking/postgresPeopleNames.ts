import type { Kysely } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { participantContext } from './import/sealedParticipant.ts'
import type { ParticipantDetails } from './participant.ts'
import type { PeopleNames } from './peopleNames.ts'

/** Names in the database, all of a list with one question. Who can no longer be read has none. */
export function createPostgresPeopleNames(db: Kysely<Tables>, sealer: Sealer): PeopleNames {
  return async (ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom('participants')
      .where('id', 'in', [...new Set(ids)])
      .select(['id', 'details'])
      .execute()
    return new Map(
      rows.flatMap(({ id, details }) => {
        try {
          const { name, mobile } = JSON.parse(sealer.open(details, participantContext(id))) as ParticipantDetails
          return [[id, { name, ...(mobile && { mobile }) }] as const]
        } catch {
          return []
        }
      }),
    )
  }
}
