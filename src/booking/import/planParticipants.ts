import type { Kysely } from 'kysely'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import { createFingerprint } from './createFingerprint.ts'
import { findKnownAppointments } from './findKnownAppointments.ts'
import { findOfficePlaces } from './findOfficePlaces.ts'
import { type Fault, inOrder, type OnProgress } from './importOutcome.ts'
import { inChunks } from './inChunks.ts'
import { type Matched, matchParticipants } from './matchParticipants.ts'
import type { KnownAppointment, OfficePlace, OfficePlan } from './officePlan.ts'
import type { ParticipantRow } from './participantRow.ts'
import { planAppointments, type RowWithAppointment } from './planAppointments.ts'

/** What the letters change, and what it was planned from. */
export type PlannedOffice = { plan: OfficePlan; places: OfficePlace[]; known: KnownAppointment[] }

/** What a file of participants would do. `faults`: in the order of the file, those of reading too. */
export type PlannedParticipants = { matched: Matched; letters: RowWithAppointment[]; office: PlannedOffice; faults: Fault[] }

type Read = { rows: ParticipantRow[]; faults: Fault[] }

/** Nothing is written or locked. */
export async function planParticipants(
  db: Kysely<Tables>,
  sealer: Sealer,
  { rows, faults }: Read,
  now: Date,
  onProgress: OnProgress,
): Promise<PlannedParticipants> {
  const matched = await matchParticipants(db, sealer, rows, onProgress)
  const letters = matched.rows.filter((row): row is RowWithAppointment => row.appointment !== undefined)
  const office = await planOffice(db, letters, now, false)
  return { matched, letters, office, faults: inOrder([...faults, ...matched.faults, ...office.plan.faults]) }
}

/** `lock`: what was planned from stays so until the transaction ends. */
export async function planOffice(db: Kysely<Tables>, rows: RowWithAppointment[], now: Date, lock: boolean): Promise<PlannedOffice> {
  const wanted = rows.map(({ appointment }) => appointment)
  const { places, clinics } = await findOfficePlaces(db, wanted, now, lock)
  const known = await findKnownAppointments(
    db,
    rows.filter(({ isNew }) => !isNew).map(({ id }) => id),
    lock,
  )
  return { plan: planAppointments(rows, places, clinics, known), places, known }
}

const CHUNK = 5000

/** The same for the same file while what it meets here is the same; which of a slot's places somebody gets does not matter. */
export async function fingerprintOfPeople({ matched }: PlannedParticipants, { plan, places }: PlannedOffice): Promise<string> {
  const fingerprint = createFingerprint()
  const lineOf = new Map<string, number>()
  const slotOf = new Map(places.map(({ placeId, slotId }) => [placeId, slotId]))
  fingerprint.add('unchanged', matched.unchanged)
  for await (const chunk of inChunks(matched.rows, CHUNK)) {
    for (const { id, line, isNew, before, keeps } of chunk) {
      lineOf.set(id, line)
      fingerprint.add(line, isNew ? 'new' : id, before, keeps)
    }
  }
  for await (const chunk of inChunks(plan.added, CHUNK))
    for (const { participantId, placeId, status, replaces } of chunk)
      fingerprint.add('added', lineOf.get(participantId), slotOf.get(placeId), status, replaces)
  for (const { id, status, reason } of plan.changed) fingerprint.add('changed', id, status, reason)
  for (const { id, status } of plan.noted) fingerprint.add('noted', id, status)
  fingerprint.add('left', plan.left)
  return fingerprint.end()
}
