import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { Place } from '../../../src/booking/appointment.ts'
import { rankSites } from '../../../src/booking/rankSites.ts'
import type { Site } from '../../../src/booking/site.ts'
import { windowsApart } from '../../../src/booking/windowsApart.ts'

const timeZone = 'Europe/London'
const london = (text: string) => DateTime.fromISO(text, { zone: timeZone }).toJSDate()
const shown = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('d HH:mm')

const site = (id: string, rest: Partial<Site> = {}): Site => ({
  id,
  code: id.toUpperCase(),
  name: id,
  kind: 'static',
  timeZone,
  stepFree: true,
  implants: true,
  devices: true,
  outcodes: [],
  practicals: {},
  ...rest,
})
const place = (time: string, at = site('hanley')): Place => ({ placeId: 1, startsAt: london(`2026-06-${time}`), site: at, double: false })

describe('sites are ranked', () => {
  const nothing = { double: false, stepFree: false, implants: false, devices: false }
  const week = [{ from: london('2026-06-01'), to: london('2026-06-08') }]
  const sites = [site('hanley'), site('leek', { outcodes: ['ST13'] }), site('stone', { outcodes: ['ST15'] }), site('biddulph')]

  test('those for where she lives, then where she went, then the others', () => {
    const where = { outcode: 'ST13', lastSiteCode: 'BIDDULPH' }
    expect(rankSites(sites, where, nothing, week)).toEqual(['leek', 'biddulph', 'hanley', 'stone'])
    expect(rankSites(sites, {}, nothing, week)).toEqual(['hanley', 'leek', 'stone', 'biddulph'])
  })

  test('without those that she does not want, even where she lives', () => {
    expect(rankSites(sites, { outcode: 'ST13', notIds: ['leek'] }, nothing, week)).toEqual(['hanley', 'stone', 'biddulph'])
  })

  test.each(['stepFree', 'implants', 'devices'] as const)(
    'without those that have no %s when it is needed, even where she went last',
    (need) => {
      const some = [site('hanley'), site('leek', { [need]: false })]
      expect(rankSites(some, { lastSiteCode: 'LEEK' }, { ...nothing, [need]: true }, week)).toEqual(['hanley'])
      expect(rankSites(some, { lastSiteCode: 'LEEK' }, nothing, week)).toEqual(['leek', 'hanley'])
    },
  )

  test('without those that do not exist in any of the windows, by their first and last days on the wall', () => {
    const van = (rest: Partial<Site>) => rankSites([site('van', { kind: 'van', ...rest })], {}, nothing, week).length
    expect([van({ lastDay: '2026-05-31' }), van({ lastDay: '2026-06-01' })]).toEqual([0, 1])
    expect([van({ firstDay: '2026-06-08' }), van({ firstDay: '2026-06-07' })]).toEqual([0, 1])
    expect(van({ firstDay: '2026-06-03', lastDay: '2026-06-03' })).toBe(1)
    const weekend = [{ from: london('2026-06-06'), to: london('2026-06-08') }]
    expect(rankSites([site('van', { lastDay: '2026-06-05' })], {}, nothing, weekend)).toEqual([])
  })
})

describe('windows apart from what was found', () => {
  const apart = (from: string, to: string, ...times: string[]) =>
    windowsApart(
      [{ from: london(from), to: london(to) }],
      times.map((time) => place(time)),
    ).map((window) => `${shown(window.from)} – ${shown(window.to)}`)

  test('leave out its half day, on the wall', () => {
    expect(apart('2026-06-01T08:00', '2026-06-03', '01T09:00')).toEqual(['1 12:00 – 3 00:00'])
    expect(apart('2026-06-01T08:00', '2026-06-03', '01T12:00', '02T11:59')).toEqual(['1 08:00 – 1 12:00', '2 12:00 – 3 00:00'])
    expect(apart('2026-06-01T08:00', '2026-06-01T12:00', '01T09:00')).toEqual([])
    expect(apart('2026-06-01', '2026-06-02')).toEqual(['1 00:00 – 2 00:00'])
  })
})
