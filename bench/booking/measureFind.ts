import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { windowsOf } from '../../src/booking/availability.ts'
import type { Diary, Search, Window } from '../../src/booking/diary.ts'
import { windowsApart } from '../../src/booking/windowsApart.ts'
import { percentile } from '../percentile.ts'
import { FIRST_DAY, WEEKS } from './seedDiary.ts'

const QUERIES = 500
const SITES_ASKED = 5

export type FindFigures = { search: string; p50: number; p99: number; found: number }

const timeZone = 'Europe/London'
const horizon = {
  from: DateTime.fromISO(FIRST_DAY, { zone: 'utc' }).toJSDate(),
  until: DateTime.fromISO(FIRST_DAY, { zone: 'utc' }).plus({ weeks: WEEKS }).toJSDate(),
  timeZone,
}
const any = { days: [], notDays: [], weekdays: [], notWeekdays: [], times: [], notTimes: [] }
const wishes: Record<string, Window[]> = {
  'any time': windowsOf(any, horizon),
  'Tuesday and Thursday mornings': windowsOf({ ...any, weekdays: [2, 4], times: [{ from: 0, to: 12 * 60 }] }, horizon),
}

/** Searches at five sites each, one after the other; times in milliseconds. */
export async function measureFind(diary: Diary): Promise<FindFigures[]> {
  const siteIds = (await diary.sites('breast')).map(({ id }) => id)
  const figures: FindFigures[] = []
  for (const [wish, windows] of Object.entries(wishes)) {
    const search = (nth: number): Search => ({
      windows,
      siteIds: Array.from({ length: SITES_ASKED }, (_, n) => siteIds[(nth * 3 + n * 7) % siteIds.length] ?? ''),
      fit: { double: false, stepFree: false, implants: false, devices: false },
      conversationId: randomUUID(),
      order: 'earliest',
      limit: 1,
    })
    const [first] = await diary.find(search(0))
    const apart = windowsApart(windows, first ? [first] : [])
    figures.push(await time(`${wish}: the first offer`, (nth) => diary.find(search(nth))))
    figures.push(await time(`${wish}: one alternative`, (nth) => diary.find({ ...search(nth), windows: apart })))
    figures.push(await time(`${wish}: a hundred places`, (nth) => diary.find({ ...search(nth), limit: 100 })))
  }
  return figures
}

async function time(search: string, find: (nth: number) => Promise<unknown[]>): Promise<FindFigures> {
  for (let nth = 0; nth < 50; nth++) await find(nth)
  const times: number[] = []
  let found = 0
  for (let nth = 0; nth < QUERIES; nth++) {
    const started = performance.now()
    found += (await find(nth)).length
    times.push(performance.now() - started)
  }
  return { search, p50: percentile(times, 50), p99: percentile(times, 99), found: found / QUERIES }
}
