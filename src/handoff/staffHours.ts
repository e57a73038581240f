import type { DateTime } from 'luxon'
import type { StaffHours } from './escalation.ts'
import { type OpeningHours, openingsFrom } from './openings.ts'

export type { Opening, OpeningHours } from './openings.ts'

/** When the team is next there, seen from `now`. Pure arithmetic. */
export function staffHours(hours: OpeningHours, now: DateTime): StaffHours {
  const [next] = openingsFrom(hours, now)
  if (!next) return { kind: 'unknown' }
  return next.from > now ? { kind: 'closed', from: next.from.toJSDate() } : { kind: 'open', until: next.to.toJSDate() }
}
