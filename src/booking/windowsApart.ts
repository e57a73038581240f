import { DateTime } from 'luxon'
import type { Place } from './appointment.ts'
import type { Window } from './diary.ts'
import { without } from './ranges.ts'

/**
 * The windows without the half days of the places that were already found: a search in them finds something else than the next eight
 * minutes.
 */
export function windowsApart(windows: readonly Window[], places: readonly Place[]): Window[] {
  const left = without(windows.map(inMillis), places.map(halfDayOf).map(inMillis))
  return left.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
}

const inMillis = ({ from, to }: Window) => ({ from: from.getTime(), to: to.getTime() })

function halfDayOf({ startsAt, site }: Place): Window {
  const at = DateTime.fromJSDate(startsAt, { zone: site.timeZone })
  const [midnight, noon, next] = [at.startOf('day'), at.set({ hour: 12 }).startOf('hour'), at.plus({ days: 1 }).startOf('day')]
  const [from, to] = at < noon ? [midnight, noon] : [noon, next]
  return { from: from.toJSDate(), to: to.toJSDate() }
}
