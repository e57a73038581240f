import type { Kysely } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Participant } from '../participant.ts'
import { change, changesBetween } from './changesBetween.ts'
import type { Source } from './decodeText.ts'
import type { OnProgress } from './importOutcome.ts'
import { summarisePeople } from './importParticipants.ts'
import { type Change, type ImportPreview, MOST_SHOWN, type ShownRow, type ShownSort } from './importPreview.ts'
import type { MatchedRow } from './matchParticipants.ts'
import { participantCells } from './participantCells.ts'
import { fingerprintOfPeople, type PlannedParticipants, planParticipants } from './planParticipants.ts'
import { readParticipants } from './readParticipants.ts'
import { showTime } from './readTime.ts'

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock; find: (id: string) => Promise<Participant | undefined> }

/** What an import of participants would do. Nothing is written, and nobody has to wait for it. */
export async function previewParticipants(
  { db, sealer, clock, find }: Deps,
  source: Source,
  onProgress: OnProgress,
): Promise<ImportPreview> {
  const now = clock.now()
  const read = await readParticipants(source, now, onProgress)
  const planned = await planParticipants(db, sealer, read, now.toJSDate(), onProgress)
  if (planned.faults.length > 0) return { kind: 'faults', faults: planned.faults }
  const { matched, office } = planned
  const [added, changed] = [matched.rows.filter(({ isNew }) => isNew), matched.rows.filter(({ isNew }) => !isNew)]
  return {
    kind: 'ready',
    fingerprint: await fingerprintOfPeople(planned, office),
    summary: { kind: 'participants', ...summarisePeople(matched, office.plan) },
    sorts: [
      { what: 'peopleAdded', total: added.length, rows: added.slice(0, MOST_SHOWN).map(showAdded) },
      { what: 'peopleChanged', total: changed.length, rows: await showChanged(changed.slice(0, MOST_SHOWN), find) },
      showAppointments(planned),
    ],
  }
}

function showAdded({ line, participant }: MatchedRow): ShownRow {
  const { name = '', ...cells } = participantCells(participant)
  return { line, name, changes: changesBetween({}, cells) }
}

async function showChanged(rows: MatchedRow[], find: Deps['find']): Promise<ShownRow[]> {
  const shown: ShownRow[] = []
  for (const { id, line, participant, keeps, appointment } of rows) {
    const known = await find(id)
    const before = known ? participantCells(known) : {}
    const kept = { ...(keeps.nhs && { nhs_number: before.nhs_number }), ...(keeps.sx && { sx_number: before.sx_number }) }
    const changes = changesBetween(before, { ...participantCells(participant), ...kept })
    const letter = appointment && change('appointment_time', undefined, `${appointment.clinic}, ${showTime(appointment.time)}`)
    shown.push({ line, name: participant.details.name, changes: changes.length > 0 || !letter ? changes : [letter] })
  }
  return shown
}

/** Those that are made, and those that become something else; what ends for another is told with that other. */
function showAppointments({ matched, office: { plan, known, places } }: PlannedParticipants): ShownSort {
  const rowOf = new Map(matched.rows.map((row) => [row.id, row]))
  const placeOf = new Map(places.map((place) => [place.placeId, place]))
  const knownOf = new Map(known.map((one) => [one.id, one]))
  const where = (placeId: number | undefined) => {
    const place = placeId === undefined ? undefined : placeOf.get(placeId)
    return place && `${place.clinic}, ${showTime(place.minute)}`
  }
  const made = plan.added.map(({ participantId, placeId, status, replaces }) => {
    const other = replaces ? knownOf.get(replaces) : undefined
    const before = other && (where(other.placeId) ?? 'another time')
    return row(participantId, [change('appointment_time', before, where(placeId)), change('appointment_status', other?.status, status)])
  })
  const replaced = new Set(plan.added.flatMap(({ replaces }) => replaces ?? []))
  const become = plan.changed
    .filter(({ id }) => !replaced.has(id))
    .map(({ id, status }) => {
      const before = knownOf.get(id)
      return row(before?.participantId, [change('appointment_status', before?.status, status)], where(before?.placeId))
    })
  const rows = [...made, ...become].sort((one, other) => one.line - other.line)
  return { what: 'appointments', total: rows.length, rows: rows.slice(0, MOST_SHOWN) }

  function row(participantId: string | undefined, changes: Change[], at?: string): ShownRow {
    const told = participantId ? rowOf.get(participantId) : undefined
    const name = told?.participant.details.name ?? ''
    return { line: told?.line ?? 0, name: at ? `${name}: ${at}` : name, changes }
  }
}
