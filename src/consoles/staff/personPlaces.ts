import { DateTime } from 'luxon'
import type { Place } from '../../booking/appointment.ts'
import type { Diary } from '../../booking/diary.ts'
import type { Need } from '../../booking/need.ts'
import type { Participant } from '../../booking/participant.ts'
import type { Site } from '../../booking/site.ts'
import type { StaffBooking } from '../../booking/staffBooking.ts'
import type { When } from '../../booking/when.ts'
import { type Fault, fault } from './personFields.ts'
import { needsAmong } from './personWords.ts'

type Wish = When & { order?: 'earliest' | 'latest' }
type WishReading = { kind: 'wish'; wish: Wish } | { kind: 'unclear'; readings: { said: string }[] } | { kind: 'past'; said: string }

/** How typed wishes are read, and told again in our words. */
export type Reading = {
  readWish: (text: string, now: DateTime) => WishReading | undefined
  describeWish: (wish: Wish, now: DateTime) => string
}

type Deps = {
  booking: Pick<StaffBooking, 'offers' | 'allIn'>
  diary: Pick<Diary, 'sites'>
  now: () => Date
  reading: Reading
}

const anyTime: Wish = { days: [], notDays: [], weekdays: [], notWeekdays: [], times: [], notTimes: [] }

/** What a colleague fills in to look for a place, and what is found. */
export function createPersonPlaces({ booking, diary, now, reading }: Deps) {
  function readForm(query: Record<string, unknown> | undefined, person: Participant) {
    const text = (name: string) => (typeof query?.[name] === 'string' ? (query[name] as string).trim().slice(0, 200) : '')
    const told = query?.needs
    const some = Array.isArray(told) ? told.map(String) : [String(told ?? '')]
    const looked = text('looked') !== ''
    return {
      looked,
      wish: text('wish'),
      day: text('day'),
      site: text('site'),
      kept: text('kept') !== '',
      needs: looked ? needsAmong(some) : [...person.needs],
    }
  }

  function readWhen(wish: string, zone: string): { when: Wish; words: string } | { fault: string } {
    if (wish === '') return { when: anyTime, words: 'any time' }
    const at = DateTime.fromJSDate(now(), { zone })
    const read = reading.readWish(wish, at)
    if (read?.kind === 'wish') return { when: read.wish, words: reading.describeWish(read.wish, at) }
    if (read?.kind === 'unclear') return { fault: `That can mean ${read.readings.map(({ said }) => said).join(', or ')}. Please say which` }
    if (read?.kind === 'past') return { fault: `That is over: ${read.said}` }
    return { fault: 'No day or time was read in this. Write it such as “after 4, not Mondays”, or leave it empty' }
  }

  return {
    async look(query: Record<string, unknown> | undefined, person: Participant, conversationId: string | undefined) {
      const typed = readForm(query, person)
      const sites = await diary.sites(person.programme)
      const zone = sites[0]?.timeZone ?? 'Europe/London'
      const faults: Fault[] = []
      const when = readWhen(typed.wish, zone)
      const day = typed.day === '' ? undefined : DateTime.fromISO(typed.day, { zone })
      if ('fault' in when) faults.push(fault('wish', when.fault))
      if (day && !day.isValid) faults.push(fault('day', 'Choose a day'))
      const form = { typed, sites: sites.filter((site) => isThere(site, now())), faults }
      if (!typed.looked || faults.length > 0 || 'fault' in when) return form
      const wanted = { participant: person, conversationId, kept: typed.kept, needs: typed.needs, ...(typed.site && { site: typed.site }) }
      if (day?.isValid) {
        const window = { from: day.startOf('day').toJSDate(), to: day.plus({ days: 1 }).startOf('day').toJSDate() }
        const places = await booking.allIn(window, wanted)
        return { ...form, found: places.length > 0 ? 'found' : 'none', groups: byDay(places), allOfDay: true, words: '' }
      }
      const offers = await booking.offers({ ...wanted, when: when.when })
      return { ...form, found: offers.kind, groups: byDay('places' in offers ? offers.places : []), allOfDay: false, words: when.words }
    },

    /** Where a place was lost: the others of the same day and site, nearest first; where there are none, any. */
    async near(lost: Place, participant: Participant, needs: Need[]): Promise<Place[]> {
      const day = DateTime.fromJSDate(lost.startsAt, { zone: lost.site.timeZone }).startOf('day')
      const wanted = { participant, conversationId: undefined, kept: true, needs }
      const window = { from: day.toJSDate(), to: day.plus({ days: 1 }).toJSDate() }
      const same = await booking.allIn(window, { ...wanted, site: lost.site.code })
      const away = ({ startsAt }: Place) => Math.abs(startsAt.getTime() - lost.startsAt.getTime())
      if (same.length > 0) return same.sort((a, b) => away(a) - away(b)).slice(0, 6)
      const offers = await booking.offers({ ...wanted, when: anyTime })
      return offers.kind === 'none' ? [] : offers.places
    },
  }
}

/** A van that has gone is none to choose. */
function isThere({ lastDay, timeZone }: Site, now: Date): boolean {
  return !lastDay || DateTime.fromISO(lastDay, { zone: timeZone }).endOf('day').toJSDate() >= now
}

/** Together what is on one day at one site, in the order of the first of them. */
function byDay(places: Place[]): { first: Place; places: Place[] }[] {
  const key = ({ startsAt, site }: Place) => `${DateTime.fromJSDate(startsAt, { zone: site.timeZone }).toISODate()} ${site.id}`
  return Object.values(Object.groupBy(places, key)).flatMap((some = []) => (some[0] ? [{ first: some[0], places: some }] : []))
}
