import { DateTime } from 'luxon'
import type { Window } from './diary.ts'
import type { Fit } from './need.ts'
import type { Site } from './site.ts'

/** What decides where somebody is offered an appointment first. */
export type Whereabouts = {
  /** Sites that she does not want. */
  notIds?: readonly string[]
  outcode?: string
  lastSiteCode?: string
}

/**
 * The ids of the sites that exist in one of the windows and can do what the fit asks, best first: those for where she
 * lives, where she went last, the others.
 */
export function rankSites(sites: readonly Site[], where: Whereabouts, fit: Fit, windows: readonly Window[]): string[] {
  return sites
    .filter((site) => canServe(site, fit) && !where.notIds?.includes(site.id) && windows.some((window) => existsIn(site, window)))
    .map((site) => ({ site, rank: rankOf(site, where) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ site }) => site.id)
}

function rankOf(site: Site, { outcode, lastSiteCode }: Whereabouts): number {
  if (outcode && site.outcodes.includes(outcode)) return 1
  return site.code === lastSiteCode ? 2 : 3
}

const canServe = (site: Site, fit: Fit): boolean =>
  (site.stepFree || !fit.stepFree) && (site.implants || !fit.implants) && (site.devices || !fit.devices)

function existsIn({ firstDay, lastDay, timeZone }: Site, { from, to }: Window): boolean {
  const zone = { zone: timeZone }
  const opens = firstDay ? DateTime.fromISO(firstDay, zone).toJSDate() : from
  const shuts = lastDay ? DateTime.fromISO(lastDay, zone).plus({ days: 1 }).toJSDate() : to
  return opens < to && from < shuts
}
