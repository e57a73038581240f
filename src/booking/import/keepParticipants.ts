import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { ParticipantDetails } from '../participant.ts'
import type { OnProgress } from './importOutcome.ts'
import { inChunks } from './inChunks.ts'
import type { MatchedRow } from './matchParticipants.ts'
import { nhsContext, participantContext, sxContext } from './sealedParticipant.ts'

const CHUNK = 1000

/** Writes new and changed rows. A row replaces all that was known of her, but for a number that it does not give. */
export async function keepParticipants(
  trx: Kysely<Tables>,
  sealer: Sealer,
  rows: readonly MatchedRow[],
  now: Date,
  onProgress: OnProgress,
): Promise<void> {
  let done = 0
  for await (const chunk of inChunks(rows, CHUNK)) {
    const kept = await keptNumbers(trx, sealer, chunk)
    await upsert(
      trx,
      chunk.map((row) => toColumns(sealer, row, kept.get(row.id))),
      now,
    )
    done += chunk.length
    onProgress({ step: 'writing', done, of: rows.length })
  }
}

type Numbers = Pick<ParticipantDetails, 'nhsNumber' | 'sxNumber'>

async function keptNumbers(trx: Kysely<Tables>, sealer: Sealer, rows: MatchedRow[]): Promise<Map<string, Numbers>> {
  const partial = rows.filter(({ keeps }) => keeps.nhs || keeps.sx)
  if (partial.length === 0) return new Map()
  const ids = partial.map(({ id }) => id)
  const known = await trx.selectFrom('participants').select(['id', 'details']).where('id', 'in', ids).execute()
  return new Map(
    known.map(({ id, details }) => {
      const { nhsNumber, sxNumber } = JSON.parse(sealer.open(details, participantContext(id))) as ParticipantDetails
      return [id, { ...(nhsNumber && { nhsNumber }), ...(sxNumber && { sxNumber }) }]
    }),
  )
}

function toColumns(sealer: Sealer, { id, participant, rowDigest }: MatchedRow, kept: Numbers = {}) {
  const details = { ...kept, ...participant.details }
  return {
    id,
    programme: participant.programme,
    nhs_digest: details.nhsNumber && sealer.digest(details.nhsNumber, nhsContext),
    sx_digest: details.sxNumber && sealer.digest(details.sxNumber, sxContext),
    details: sealer.seal(JSON.stringify(details), participantContext(id)),
    outcode: participant.outcode,
    practice: participant.practice,
    round: participant.round,
    invited_on: participant.invitedOn,
    due_on: participant.dueOn,
    last_screened_on: participant.lastScreenedOn,
    last_site_code: participant.lastSiteCode,
    needs: participant.needs,
    language: participant.language,
    staff_only: participant.staffOnly,
    row_digest: rowDigest,
  }
}

async function upsert(trx: Kysely<Tables>, rows: ReturnType<typeof toColumns>[], now: Date): Promise<void> {
  await sql`
    insert into participants (
      id, programme, nhs_digest, sx_digest, details, outcode, practice, round, invited_on, due_on, last_screened_on, last_site_code,
      needs, language, staff_only, row_digest, imported_at
    )
    select r.*, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id uuid, programme text, nhs_digest text, sx_digest text, details text, outcode text, practice text, round text, invited_on date,
      due_on date, last_screened_on date, last_site_code text, needs text[], language text, staff_only text, row_digest text
    )
    on conflict (id) do update set
      nhs_digest = excluded.nhs_digest, sx_digest = excluded.sx_digest, details = excluded.details, outcode = excluded.outcode,
      practice = excluded.practice, round = excluded.round, invited_on = excluded.invited_on, due_on = excluded.due_on,
      last_screened_on = excluded.last_screened_on, last_site_code = excluded.last_site_code, needs = excluded.needs,
      language = excluded.language, staff_only = excluded.staff_only, row_digest = excluded.row_digest,
      imported_at = excluded.imported_at`.execute(trx)
}
