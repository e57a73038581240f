import type { DateTime } from 'luxon'
import type { Place } from '../../src/booking/appointment.ts'
import { sayWhen } from './sayWhen.ts'

/** One place in two lines: when, and where with its door. */
export function placeLines(place: Place, now: DateTime): string {
  const { name, kind, practicals } = place.site
  const where = kind === 'van' ? `${name} (the screening van)` : name
  return [sayWhen(place, now), where, practicals.door].filter(Boolean).join('\n')
}

/** All that a visitor has to know, in the message itself. */
export function visitLines({ site }: Place): string {
  const { address, parking, blueBadge, bus, access } = site.practicals
  return [address, access, parking, blueBadge, bus].filter(Boolean).join('\n')
}

/** What to do on the day; from the national invitation text. */
export const ON_THE_DAY =
  'On the day, please use no deodorant or talc. A top with trousers or a skirt is easiest, and leave necklaces at home. Bring your letter if you have it. Staff will ask your name, address and date of birth. Allow about half an hour.'
