import type { ClinicRow } from './clinicRow.ts'
import { dayClock } from './dayClock.ts'
import type { Fault } from './importOutcome.ts'
import { layOutSlots } from './layOutSlots.ts'
import { showTime } from './readTime.ts'
import type { Slot } from './slot.ts'

const whyNoInstant = {
  never: 'does not exist on that day: the clocks go forward',
  twice: 'comes twice on that day: the clocks go back',
}

/** A row's slots as instants, or what is wrong with them. */
export function timedSlots(row: ClinicRow, zone: string): Slot[] | Fault[] {
  const { slots, wrong } = layOutSlots(row)
  if (wrong.length > 0) return wrong.map((fault) => ({ line: row.line, ...fault }))
  const toInstant = dayClock(row.day, zone)
  const timed: Slot[] = []
  for (const { minute, ...slot } of slots) {
    const at = toInstant(minute)
    if (!(at instanceof Date))
      return [{ line: row.line, column: row.times.length > 0 ? 'times' : 'sessions', reason: `${showTime(minute)} ${whyNoInstant[at]}` }]
    timed.push({ startsAt: at.toISOString(), ...slot })
  }
  return timed
}
