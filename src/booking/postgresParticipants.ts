import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { nhsContext, participantContext, sxContext } from './import/sealedParticipant.ts'
import type { Need } from './need.ts'
import type { Participant, ParticipantDetails, Participants, StaffOnly } from './participant.ts'

/** The invited people in the database. A number is found under whichever of our keys hashed it. */
export function createPostgresParticipants({ db, sealer }: { db: Kysely<Tables>; sealer: Sealer }): Participants {
  const rows = () =>
    db.selectFrom('participants').select((of) => [
      'id',
      'programme',
      'details',
      'outcode',
      'practice',
      'round',
      'last_site_code',
      'needs',
      'language',
      'staff_only',
      // As text: the driver would make instants of them.
      sql<string | null>`${of.ref('invited_on')}::text`.as('invited_on'),
      sql<string | null>`${of.ref('due_on')}::text`.as('due_on'),
      sql<string | null>`${of.ref('last_screened_on')}::text`.as('last_screened_on'),
    ])
  const toParticipant = (row: ParticipantRow): Participant => ({
    id: row.id,
    programme: row.programme,
    details: JSON.parse(sealer.open(row.details, participantContext(row.id))) as ParticipantDetails,
    needs: row.needs as Need[],
    ...(row.outcode && { outcode: row.outcode }),
    ...(row.practice && { practice: row.practice }),
    ...(row.round && { round: row.round }),
    ...(row.invited_on && { invitedOn: row.invited_on }),
    ...(row.due_on && { dueOn: row.due_on }),
    ...(row.last_screened_on && { lastScreenedOn: row.last_screened_on }),
    ...(row.last_site_code && { lastSiteCode: row.last_site_code }),
    ...(row.language && { language: row.language }),
    ...(row.staff_only && { staffOnly: row.staff_only as StaffOnly }),
  })

  return {
    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row && toParticipant(row)
    },
    async find(programme, number) {
      const [column, digests] =
        'nhs' in number
          ? (['nhs_digest', sealer.digests(number.nhs, nhsContext)] as const)
          : (['sx_digest', sealer.digests(number.sx, sxContext)] as const)
      const row = await rows().where('programme', '=', programme).where(column, 'in', digests).executeTakeFirst()
      return row && toParticipant(row)
    },
  }
}

type ParticipantRow = {
  id: string
  programme: string
  details: string
  outcode: string | null
  practice: string | null
  round: string | null
  invited_on: string | null
  due_on: string | null
  last_screened_on: string | null
  last_site_code: string | null
  needs: string[]
  language: string | null
  staff_only: string | null
}
