import type { ClinicRow } from './clinicRow.ts'
import type { KnownSlot, Slot } from './slot.ts'

export type KnownClinic = {
  id: string
  code: string
  siteId: string
  day: string
  slotMinutes: number
  status: 'open' | 'cancelled'
  /** Staff did it in the console: the office's file, which may not know yet, does not open it again. */
  cancelledHere: boolean
  slots: KnownSlot[]
}

/** What a row changes of a clinic that is here. `risky`: slots that no more people may have than `keeps`, if the row is to be followed. */
export type ClinicPlan = {
  known: KnownClinic
  row: ClinicRow
  siteId: string
  /** It goes to another site or day. */
  moves: boolean
  changesItself: boolean
  added: Slot[]
  changed: KnownSlot[]
  removed: KnownSlot[]
  risky: { slotId: number; keeps: number }[]
}

/** Slots are known by when they begin. */
export function planClinic(known: KnownClinic, told: ClinicRow, siteId: string, wanted: readonly Slot[]): ClinicPlan {
  const row = known.cancelledHere ? { ...told, status: known.status } : told
  const moves = known.siteId !== siteId || known.day !== row.day
  const isCancelling = row.status === 'cancelled' && known.status === 'open'
  const before = new Map(moves ? [] : known.slots.map((slot) => [slot.startsAt, slot]))
  const starts = new Set(wanted.map(({ startsAt }) => startsAt))
  // A slot that was somebody's once cannot be deleted: it was stopped when the clinic lost it, and stays so.
  const removed = known.slots.filter((slot) => moves || (!starts.has(slot.startsAt) && !(slot.stopped && !slot.released)))
  const changed = wanted.flatMap((slot) => {
    const old = before.get(slot.startsAt)
    return old && !same(old, slot) ? [{ ...slot, id: old.id }] : []
  })
  const risky = changed.flatMap((slot) => {
    const old = before.get(slot.startsAt)
    const takesAway = (slot.stopped && !old?.stopped) || (!slot.double && old?.double)
    if (takesAway) return [{ slotId: slot.id, keeps: 0 }]
    return slot.capacity < (old?.capacity ?? 0) ? [{ slotId: slot.id, keeps: slot.capacity }] : []
  })
  return {
    known,
    row,
    siteId,
    moves,
    changesItself: moves || known.slotMinutes !== row.slotMinutes || known.status !== row.status,
    added: wanted.filter(({ startsAt }) => !before.has(startsAt)),
    changed,
    removed,
    risky: isCancelling
      ? known.slots.map(({ id }) => ({ slotId: id, keeps: 0 }))
      : [...risky, ...removed.map(({ id }) => ({ slotId: id, keeps: 0 }))],
  }
}

export const changesAnything = ({ changesItself, added, changed, removed }: ClinicPlan): boolean =>
  changesItself || added.length > 0 || changed.length > 0 || removed.length > 0

function same(one: Slot, other: Slot): boolean {
  return (
    one.minutes === other.minutes &&
    one.double === other.double &&
    one.capacity === other.capacity &&
    one.released === other.released &&
    one.stopped === other.stopped
  )
}
