import type { SlotUse } from './findSlotUse.ts'
import type { Fault } from './importOutcome.ts'
import type { ClinicPlan } from './planClinic.ts'

/** The clinics whose change would take a slot away from somebody. */
export function takenAway(plans: readonly ClinicPlan[], use: ReadonlyMap<number, SlotUse>): Fault[] {
  return plans.flatMap(({ row, known, moves, risky }) => {
    const used = risky.map(({ slotId }) => use.get(slotId)).filter((found) => found !== undefined)
    const people = used.reduce((sum, slot) => sum + slot.people, 0)
    if (people > 0) {
      const who = people === 1 ? '1 person has an appointment' : `${people} people have appointments`
      return [{ line: row.line, column: 'clinic', reason: `in ${known.code} ${who} that this change would take away; move them first` }]
    }
    if (moves && used.some(({ wasUsed }) => wasUsed))
      return [{ line: row.line, column: 'clinic', reason: `${known.code} has had appointments at its old site or day: give it a new code` }]
    return []
  })
}
