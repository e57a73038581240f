import type { DateTime } from 'luxon'
import { bankHolidays } from './bankHolidays.ts'

/** A row of the clinics file. */
export type DemoClinic = { site: string; clinic: string; date: string; slot_minutes: string; sessions: string } & Partial<
  Record<string, string>
>

const WEEKS = 10
const day = (at: DateTime): string => at.toFormat('yyyy-MM-dd')

/** The sites, each described on the first of its rows. Nothing of it is real. */
const sites = {
  van: {
    site_name: 'Example Leisure Centre (invented)',
    site_kind: 'van',
    implants: 'yes',
    outcodes: 'ZZ1;ZZ2',
    door: 'The van stands by the front doors of Example Leisure Centre.',
    address: 'Example Leisure Centre, 1 Example Way, Exampletown ZZ1 1AA',
    access: 'There are four steps up to the van, with a handrail.',
    parking: 'Parking is free for two hours.',
    blue_badge: 'There are four Blue Badge spaces by the doors.',
    bus: 'Bus 0 stops outside.',
    toilets: 'The toilets are in the leisure centre, not on the van.',
    waiting: 'You wait in a small room on the van; whoever comes with you waits outside.',
    gown: 'There is a gown if you want one.',
  },
  hospital: {
    site_name: 'Example Hospital (invented)',
    site_kind: 'static',
    step_free: 'yes',
    implants: 'yes',
    devices: 'yes',
    outcodes: 'ZZ3;ZZ4',
    door: 'Come in by Door C, not the main entrance; the lift is on the left.',
    address: 'Example Hospital, Example Road, Exampleton ZZ3 3CC',
    access: 'There is a lift, and no step.',
    parking: 'Parking costs nothing after 5pm.',
    blue_badge: 'There are six Blue Badge spaces by Door C.',
    bus: 'Bus 00 stops at the main entrance.',
    toilets: 'There is a wheelchair toilet beside the waiting room.',
  },
  library: {
    site_name: 'Example Library car park (invented)',
    site_kind: 'van',
    outcodes: 'ZZ5',
    door: 'The van stands behind the library.',
    address: 'Example Library, 2 Example Street, Examplewick ZZ5 5EE',
    access: 'There are four steps up to the van.',
  },
  healthCentre: {
    site_name: 'Example Health Centre (invented)',
    site_kind: 'static',
    step_free: 'yes',
    outcodes: 'ZZ6',
    door: 'Come in by the blue door beside the pharmacy.',
    address: 'Example Health Centre, 3 Example Lane, Exampleford ZZ6 6FF',
    access: 'There is no step.',
  },
}

export const healthCentre = 'DEMO-HEALTH-CENTRE'

/** A diary that looks like one: ten weeks from tomorrow on, and two days that are over. The same day always gives the same. */
export function demoClinics(today: DateTime): DemoClinic[] {
  const ahead = Array.from({ length: WEEKS * 7 }, (_, index) => today.plus({ days: index + 1 }))
  const holidays = new Set([today.year, today.year + 1].flatMap(bankHolidays))
  const working = ahead.filter((at) => !holidays.has(day(at)))
  const on = (days: DateTime[], ...weekdays: number[]) => days.filter(({ weekday }) => weekdays.includes(weekday))
  const saturday = on(working, 6)[1]
  const libraryEnds = today.plus({ weeks: 3 })
  const library = on(working, 2, 4).filter((at) => at <= libraryEnds)
  return [
    ...ofSite('DEMO-VAN', { ...sites.van, site_last_day: day(today.plus({ weeks: WEEKS + 2 })) }, [
      ...pastVanDays(today).map((at) => ({ date: day(at), slot_minutes: '8', sessions: '09:00-12:00' })),
      ...on(working, 1, 2, 3, 4, 5).map(vanDay),
    ]),
    ...ofSite('DEMO-HOSPITAL', sites.hospital, [
      ...on(working, 4).map((at) => ({
        date: day(at),
        slot_minutes: '10',
        sessions: '13:00-19:00',
        doubles: '13:00;18:00',
        kept: '18:50',
      })),
      ...(saturday ? [{ date: day(saturday), slot_minutes: '10', sessions: '09:00-12:00' }] : []),
    ]),
    ...ofSite('DEMO-LIBRARY', { ...sites.library, site_last_day: day(libraryEnds) }, [
      ...library.map((at, index) => ({
        date: day(at),
        slot_minutes: '10',
        sessions: '09:30-12:30',
        ...(index === 2 && { status: 'cancelled' }),
      })),
    ]),
    ...ofSite(healthCentre, sites.healthCentre, [
      ...on(ahead, 1, 5).map((at) => ({ date: day(at), slot_minutes: '15', sessions: '09:00-12:00' })),
    ]),
  ]
}

/** Two days of the van that are over. */
export const pastVanDays = (today: DateTime): DateTime[] => [
  today.minus({ weeks: 14 }).startOf('week'),
  today.minus({ weeks: 6 }).startOf('week'),
]

/** One more woman fits at the beginning of each half; the office keeps the last slot of each; on Wednesdays one slot is double. */
function vanDay(at: DateTime): Omit<DemoClinic, 'site' | 'clinic'> {
  const isWednesday = at.weekday === 3
  return {
    date: day(at),
    slot_minutes: '8',
    sessions: '09:00-12:00;13:00-16:30',
    overbook: '09:00;13:00',
    kept: '11:48;16:20',
    ...(isWednesday && { doubles: '11:00' }),
  }
}

function ofSite(code: string, description: Partial<Record<string, string>>, clinics: Omit<DemoClinic, 'site' | 'clinic'>[]): DemoClinic[] {
  return clinics.map((clinic, index) => ({
    ...(index === 0 && description),
    ...(clinic as DemoClinic),
    site: code,
    clinic: `${code}-${clinic.date}`,
  }))
}
