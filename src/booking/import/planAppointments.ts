import { randomUUID } from 'node:crypto'
import type { Fault } from './importOutcome.ts'
import type { MatchedRow } from './matchParticipants.ts'
import { isLive, type KnownAppointment, type NewAppointment, type OfficePlace, type OfficePlan } from './officePlan.ts'
import type { OfficeAppointment } from './participantRow.ts'

export type RowWithAppointment = MatchedRow & { appointment: OfficeAppointment }

/**
 * What the office's letters change. Its last word on an appointment counts once: what a patient did after it stays, until the office says
 * something else. Whoever moves away makes her place free for others of the same file.
 */
export function planAppointments(
  rows: readonly RowWithAppointment[],
  places: readonly OfficePlace[],
  clinics: ReadonlySet<string>,
  known: readonly KnownAppointment[],
): OfficePlan {
  const plan: OfficePlan = { added: [], changed: [], noted: [], left: 0, faults: [] }
  const slots = Map.groupBy(places, ({ clinic, minute }) => `${clinic} ${minute}`)
  const hers = Map.groupBy(known, ({ participantId }) => participantId)
  const waiting: { row: RowWithAppointment; slot: OfficePlace[]; replaces?: string | undefined }[] = []
  const freed = new Set<number>()

  for (const row of rows) {
    const slot = slots.get(`${row.appointment.clinic} ${row.appointment.time}`)
    const fault = slot ? wrongSlot(row, slot) : noSlot(row, clinics)
    if (fault || !slot) plan.faults.push(...(fault ? [fault] : []))
    else planRow(row, slot)
  }
  const given = new Set<number>()
  for (const { row, slot, replaces } of waiting) {
    const place = slot.find(({ placeId, taken, held }) => !given.has(placeId) && !held && (!taken || freed.has(placeId)))
    if (!place) plan.faults.push(noPlace(row, slot))
    else {
      given.add(place.placeId)
      plan.added.push(toNew(row, place, replaces))
    }
  }
  return plan

  function planRow(row: RowWithAppointment, slot: OfficePlace[]): void {
    const { status } = row.appointment
    const own = hers.get(row.id) ?? []
    const here = newestIn(own, slot)
    if (here?.told === status) return
    if (here && isLive(here.status)) changeHere(here)
    else if (here && !isLive(status)) changeHere(here)
    else if (here && (!here.told || isLive(here.told))) plan.left += 1
    else if (isLive(status)) waiting.push({ row, slot, replaces: endOther() })
    else if (slot[0]) plan.added.push(toNew(row, slot[0]))

    function changeHere(appointment: KnownAppointment): void {
      if (!isLive(status) && isLive(appointment.status)) freed.add(appointment.placeId)
      if (appointment.status === status) plan.noted.push({ id: appointment.id, status })
      else
        plan.changed.push({
          id: appointment.id,
          status,
          reason: 'recorded',
          replaces: appointment.status === 'asked' && isLive(status) ? endOther() : undefined,
        })
    }

    /** She has one live appointment: the one that the office gave her now. What she has asked for elsewhere is still to be answered. */
    function endOther(): string | undefined {
      const other = own.find(({ id, status }) => id !== here?.id && (status === 'booked' || status === 'confirmed'))
      if (!other) return undefined
      plan.changed.push({ id: other.id, status: 'cancelled', reason: 'changed' })
      freed.add(other.placeId)
      return other.id
    }
  }
}

/** The live one first; they come newest first. */
function newestIn(own: KnownAppointment[], [place]: OfficePlace[]): KnownAppointment | undefined {
  const inSlot = own.filter(({ slotId }) => slotId === place?.slotId)
  return inSlot.find(({ status }) => isLive(status)) ?? inSlot[0]
}

function noSlot({ line, appointment }: RowWithAppointment, clinics: ReadonlySet<string>): Fault {
  if (!clinics.has(appointment.clinic)) return { line, column: 'appointment_clinic', reason: 'is the code of no clinic here' }
  return { line, column: 'appointment_time', reason: 'is not when a slot of that clinic begins' }
}

function wrongSlot({ line, participant, appointment }: RowWithAppointment, [place]: OfficePlace[]): Fault | undefined {
  if (place?.programme !== participant.programme)
    return { line, column: 'appointment_clinic', reason: 'is the code of a clinic of another programme' }
  if (place.stopped && isLive(appointment.status))
    return { line, column: 'appointment_time', reason: 'is that of a slot that is stopped or cancelled' }
  return undefined
}

function noPlace({ line }: RowWithAppointment, slot: OfficePlace[]): Fault {
  const onlyHeld = slot.some(({ taken, held }) => held && !taken)
  const reason = onlyHeld
    ? 'is that of a slot that somebody is choosing at this moment; try again in some minutes'
    : 'is that of a slot that is taken'
  return { line, column: 'appointment_time', reason }
}

function toNew({ id, participant, appointment }: RowWithAppointment, { placeId }: OfficePlace, replaces?: string): NewAppointment {
  const { programme, needs } = participant
  return { id: randomUUID(), participantId: id, programme, placeId, status: appointment.status, needs, replaces }
}
