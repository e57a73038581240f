import type { ClinicRow } from './clinicRow.ts'
import { showTime } from './readTime.ts'

/** A slot of a clinic's day. `minute`: after midnight where the site is. */
export type LaidOut = { minute: number; minutes: number; double: boolean; capacity: number; released: boolean; stopped: boolean }

type Wrong = { column: string; reason: string }

/** The slots of a row: one after another through each session, or at the times it names. A double takes twice the minutes. */
export function layOutSlots(row: ClinicRow): { slots: LaidOut[]; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const length = (minute: number) => row.slotMinutes * (row.doubles.includes(minute) ? 2 : 1)
  const starts =
    row.times.length > 0 ? row.times.toSorted((one, other) => one - other) : row.sessions.flatMap((session) => fill(session, length))
  const overlapping = starts.find((minute, index) => minute < endBefore(starts, index, length))
  if (overlapping !== undefined)
    wrong.push({ column: 'times', reason: `the slot at ${showTime(overlapping)} begins before the one before it ends` })
  if (starts.length === 0) wrong.push({ column: 'sessions', reason: 'no slot fits into them' })
  for (const column of ['overbook', 'doubles', 'kept', 'stopped'] as const) {
    const named = row[column]
    const stray = named === 'all' ? undefined : named.find((minute) => !starts.includes(minute))
    if (stray !== undefined) wrong.push({ column, reason: `no slot begins at ${showTime(stray)}` })
  }
  const slots = starts.map((minute) => ({
    minute,
    minutes: length(minute),
    double: row.doubles.includes(minute),
    capacity: row.capacity + (row.overbook.includes(minute) ? 1 : 0),
    released: !includes(row.kept, minute),
    stopped: includes(row.stopped, minute),
  }))
  return { slots, wrong }
}

function fill({ from, to }: { from: number; to: number }, length: (minute: number) => number): number[] {
  const starts: number[] = []
  for (let minute = from; minute + length(minute) <= to; minute += length(minute)) starts.push(minute)
  return starts
}

function endBefore(starts: number[], index: number, length: (minute: number) => number): number {
  const before = starts[index - 1]
  return before === undefined ? 0 : before + length(before)
}

const includes = (times: number[] | 'all', minute: number): boolean => times === 'all' || times.includes(minute)
