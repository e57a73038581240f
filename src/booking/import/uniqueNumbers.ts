import type { Fault } from './importOutcome.ts'
import type { ParticipantRow } from './participantRow.ts'

/** Notices a number that an earlier row of the same programme has. */
export function createUniqueNumbers(): (row: ParticipantRow) => Fault[] {
  const lines = new Map<string, number>()
  return ({ line, participant: { programme, details } }) => {
    const numbers = [
      ['nhs_number', details.nhsNumber],
      ['sx_number', details.sxNumber],
    ] as const
    return numbers.flatMap(([column, number]) => {
      const key = `${programme} ${column} ${number}`
      const earlier = number && lines.get(key)
      if (earlier) return [{ line, column, reason: `is the same as in line ${earlier}` }]
      if (number) lines.set(key, line)
      return []
    })
  }
}
