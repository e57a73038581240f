import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Fault, OnProgress } from './importOutcome.ts'
import { inChunks } from './inChunks.ts'
import type { ParticipantRow } from './participantRow.ts'
import { nhsContext, sxContext } from './sealedParticipant.ts'

/**
 * A row that has something to write. `keeps`: numbers of hers that we know and the row does not give. `before`: digest of the row that she
 * was imported from last.
 */
export type MatchedRow = ParticipantRow & {
  id: string
  isNew: boolean
  rowDigest: string
  before: string | null
  keeps: { nhs: boolean; sx: boolean }
}

export type Matched = { rows: MatchedRow[]; unchanged: number; faults: Fault[] }

const CHUNK = 2000

/** Whose each row is: somebody's whom we know by one of her numbers, or somebody new. A row as it was imported last is left out. */
export async function matchParticipants(
  trx: Kysely<Tables>,
  sealer: Sealer,
  all: readonly ParticipantRow[],
  onProgress: OnProgress,
): Promise<Matched> {
  const matched: Matched = { rows: [], unchanged: 0, faults: [] }
  const lineOf = new Map<string, number>()
  let done = 0
  for await (const chunk of inChunks(all, CHUNK)) {
    const digested = chunk.map((row) => ({ row, ...digestsOf(row, sealer) }))
    const known = await findKnown(trx, digested)
    for (const [n, { row, nhs, sx }] of digested.entries()) {
      const [person, other] = known.get(n) ?? []
      const fault = person && judge(row, nhs, person, other, lineOf)
      if (fault) {
        matched.faults.push(fault)
        continue
      }
      const rowDigests = sealer.digests(JSON.stringify({ ...row, line: undefined }), 'imported row')
      if (person) lineOf.set(person.id, row.line)
      if (person?.row_digest && rowDigests.includes(person.row_digest)) matched.unchanged += 1
      else matched.rows.push(toMatched(row, rowDigests[0] ?? '', { nhs, sx }, person))
    }
    done += chunk.length
    onProgress({ step: 'checking', done, of: all.length })
  }
  return matched
}

type Digests = { nhs: string[]; sx: string[] }

function digestsOf({ participant: { details } }: ParticipantRow, sealer: Sealer): Digests {
  return {
    nhs: details.nhsNumber ? sealer.digests(details.nhsNumber, nhsContext) : [],
    sx: details.sxNumber ? sealer.digests(details.sxNumber, sxContext) : [],
  }
}

type Known = { n: number; id: string; nhs_digest: string | null; sx_digest: string | null; row_digest: string | null }

/** Who has one of a row's numbers, by the row's place in `rows`. */
async function findKnown(trx: Kysely<Tables>, rows: ({ row: ParticipantRow } & Digests)[]): Promise<Map<number, Known[]>> {
  const asked = (which: keyof Digests) =>
    JSON.stringify(
      rows.flatMap(({ row, ...digests }, n) => digests[which].map((digest) => ({ n, programme: row.participant.programme, digest }))),
    )
  const result = await sql<Known>`
    select n, p.id, p.nhs_digest, p.sx_digest, p.row_digest
    from jsonb_to_recordset(${asked('nhs')}::jsonb) as r(n integer, programme text, digest text)
    join participants p on p.programme = r.programme and p.nhs_digest = r.digest
    union
    select n, p.id, p.nhs_digest, p.sx_digest, p.row_digest
    from jsonb_to_recordset(${asked('sx')}::jsonb) as r(n integer, programme text, digest text)
    join participants p on p.programme = r.programme and p.sx_digest = r.digest`.execute(trx)
  return Map.groupBy(result.rows, ({ n }) => n)
}

/** One person's row must never become another's: in doubt it is the office that finds out. */
function judge(
  { line }: ParticipantRow,
  nhs: string[],
  person: Known,
  other: Known | undefined,
  lineOf: Map<string, number>,
): Fault | undefined {
  if (other) return { line, reason: 'the NHS number and the SX number belong to two people who are here already' }
  if (nhs.length > 0 && person.nhs_digest && !nhs.includes(person.nhs_digest))
    return { line, column: 'sx_number', reason: 'belongs to somebody who is here with another NHS number' }
  const earlier = lineOf.get(person.id)
  if (earlier) return { line, reason: `is about the same person as line ${earlier}, by her other number` }
  return undefined
}

function toMatched(row: ParticipantRow, rowDigest: string, { nhs, sx }: Digests, person?: Known): MatchedRow {
  const keeps = { nhs: nhs.length === 0 && Boolean(person?.nhs_digest), sx: sx.length === 0 && Boolean(person?.sx_digest) }
  return { ...row, id: person?.id ?? randomUUID(), isNew: !person, rowDigest, before: person?.row_digest ?? null, keeps }
}
