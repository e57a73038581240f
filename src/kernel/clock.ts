import { DateTime } from 'luxon'

/** Tells the time. Injected everywhere, so that no test depends on today. Always UTC; a site's zone is kept on the site. */
export type Clock = { now(): DateTime }

export const systemClock: Clock = { now: () => DateTime.utc() }
