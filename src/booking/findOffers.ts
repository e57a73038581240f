import type { Place } from './appointment.ts'
import { windowsOf } from './availability.ts'
import type { Diary, Window } from './diary.ts'
import { fitOf, type Need } from './need.ts'
import { rankSites } from './rankSites.ts'
import type { Site } from './site.ts'
import type { When } from './when.ts'
import { windowsApart } from './windowsApart.ts'

const NO_END = '9999-12-31'
/** How far ahead is looked. */
const HORIZON_DAYS = 90
/** Nobody is offered what begins sooner than this. */
const LEAD_HOURS = 2
export const HOLD_MINUTES = 10
/** So often others may be quicker before this gives up. */
const TRIES = 12

export type Wanted = {
  conversationId: string
  programme: string
  when: When & { order?: 'earliest' | 'latest' }
  /** Codes of the site she asked for, and of those she does not want. */
  site?: string
  notSites: readonly string[]
  outcode?: string
  lastSiteCode?: string
  needs: readonly Need[]
  /** Places she has seen and not taken. */
  passed: readonly number[]
  count: number
}

/** `nearest`: nothing fits all that was asked for; these come nearest. All are held for the conversation. */
export type Offers = { kind: 'found' | 'nearest'; places: Place[] } | { kind: 'none' }

type Deps = { diary: Pick<Diary, 'sites' | 'find' | 'hold'>; now: Date }

/** Finds places for somebody and holds them: at the best site that has any, as she asked, else giving up as little as possible of what she asked. */
export async function findOffers(deps: Deps, wanted: Wanted): Promise<Offers> {
  const sites = await deps.diary.sites(wanted.programme)
  for (const [given, request] of relaxed(wanted).entries()) {
    const places = await holdSome(deps, sites, request)
    if (places.length > 0) return { kind: given === 0 ? 'found' : 'nearest', places }
  }
  return { kind: 'none' }
}

/** What was asked; then without its times, later than its days, without its days, without its site, and without any of them: what would change nothing left out. */
function relaxed(wanted: Wanted): Wanted[] {
  const { when } = wanted
  const { site: _, ...anywhere } = wanted
  const { alternatives: __, ...plain } = when
  const noTimes = { ...plain, times: [], notTimes: [] }
  const noDays = { ...plain, days: [], weekdays: [] }
  const [first] = when.days.map(({ from }) => from).sort()
  const later = { ...noDays, ...(first && { days: [{ from: first, to: NO_END }] }) }
  const all = { ...noTimes, ...noDays, notDays: [], notWeekdays: [], times: [], notTimes: [] }
  const requests = [
    wanted,
    { ...wanted, when: noTimes },
    { ...wanted, when: later },
    { ...wanted, when: noDays },
    { ...anywhere },
    { ...anywhere, when: all },
    { ...anywhere, when: all, notSites: [], passed: [] },
  ]
  return requests.filter((request, n) => n === 0 || JSON.stringify(request) !== JSON.stringify(requests[n - 1]))
}

async function holdSome(deps: Deps, sites: Site[], wanted: Wanted): Promise<Place[]> {
  const lost: number[] = []
  for (let tries = 0; tries < TRIES; tries++) {
    const places = await findSome(deps, sites, { ...wanted, passed: [...wanted.passed, ...lost] }, stepsBack(wanted, tries))
    if (places.length === 0) return []
    const until = new Date(deps.now.getTime() + HOLD_MINUTES * 60_000)
    const ids = places.map(({ placeId }) => placeId)
    const held = await deps.diary.hold(wanted.conversationId, ids, deps.now, until)
    if (held.length > 0) return places.filter(({ placeId }) => held.includes(placeId))
    lost.push(...ids)
  }
  return []
}

/** After each place that another was quicker to take, a conversation looks a little further along, each in a way of its own. */
function stepsBack({ conversationId }: Wanted, tries: number): number {
  const own = Number.parseInt(conversationId.replaceAll('-', '').slice(-6), 16)
  return tries === 0 ? 0 : own % (1 + tries * 6)
}

/** As many as asked for, each in another half day or at another site, the best sites first; of what is free there the one so many places on. */
async function findSome({ diary, now }: Deps, sites: Site[], wanted: Wanted, skipped: number): Promise<Place[]> {
  const { conversationId, when, passed, count } = wanted
  const fit = fitOf(wanted.needs)
  const windows = windowsAhead(now, when, sites[0]?.timeZone ?? 'Europe/London')
  const search = { fit, conversationId, order: when.order ?? 'earliest', limit: passed.length + 1 + skipped } as const
  const found: Place[] = []
  for (const siteId of ranked(sites, wanted, windows)) {
    let left = windowsApart(windows, found)
    while (found.length < count && left.length > 0) {
      const places = await diary.find({ ...search, windows: left, siteIds: [siteId] })
      const free = places.filter(({ placeId }) => !passed.includes(placeId))
      const place = free[Math.min(skipped, free.length - 1)]
      if (!place) break
      found.push(place)
      left = windowsApart(left, [place])
    }
    if (found.length >= count) break
  }
  return found.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

function ranked(sites: Site[], { site, notSites, outcode, lastSiteCode, needs }: Wanted, windows: Window[]): string[] {
  const named = sites.find(({ code }) => code === site)
  const notIds = sites.flatMap(({ id, code }) => (notSites.includes(code) ? [id] : []))
  const where = { notIds, ...(outcode && { outcode }), ...(lastSiteCode && { lastSiteCode }) }
  return rankSites(named ? [named] : sites, where, fitOf(needs), windows)
}

function windowsAhead(now: Date, when: When, timeZone: string): Window[] {
  const from = new Date(now.getTime() + LEAD_HOURS * 3_600_000)
  return windowsOf(when, { from, until: new Date(now.getTime() + HORIZON_DAYS * 24 * 3_600_000), timeZone })
}
