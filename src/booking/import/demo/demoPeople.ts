import { DateTime } from 'luxon'
import type { CsvRow } from '../readCsv.ts'
import { showTime } from '../readTime.ts'
import { type DemoClinic, pastVanDays } from './demoClinics.ts'

type Values = CsvRow['values']

/** The day for which the dates of demo/participants.csv were written. */
const writtenFor = DateTime.utc(2026, 11, 27)
const moving = ['invited_on', 'due_on', 'last_screened_on'] as const
const van = 'DEMO-VAN'
const isoDay = (at: DateTime): string => at.toFormat('yyyy-MM-dd')

/** The women of the example file as of today: their dates move with it, and so do their appointments. Their birthdays do not. */
export function demoWomen(example: readonly Values[], clinics: readonly DemoClinic[], today: DateTime): Values[] {
  const days = Math.round(today.setZone('utc', { keepLocalTime: true }).diff(writtenFor, 'days').days)
  const inTwoWeeks = isoDay(today.plus({ weeks: 2 }))
  const ahead = clinics.filter(({ site, date }) => site === van && date >= inTwoWeeks)
  let next = 0
  return example.map((values) => {
    const moved = Object.fromEntries(moving.map((column) => [column, move(values[column], days)]))
    if (!values.appointment_clinic) return { ...values, ...moved }
    const clinic = missed(values) ? missedClinics(today)[1] : ahead[next++]?.clinic
    return { ...values, ...moved, appointment_clinic: clinic ?? '' }
  })
}

/** Whoever missed an appointment missed one before it too. */
export function demoMissedBefore(women: readonly Values[], today: DateTime): Values[] {
  return women.filter(missed).map((values) => ({ ...values, appointment_clinic: missedClinics(today)[0] ?? '' }))
}

/** Invented people who have a third of the van's and the hospital's slots of the next three weeks, so that the diary looks like one. */
export function demoOthers(clinics: readonly DemoClinic[], women: readonly Values[], today: DateTime): Values[] {
  const until = isoDay(today.plus({ weeks: 3 }))
  const soon = clinics.filter(({ sessions, date }) => sessions.includes('13:00') && date > isoDay(today) && date <= until)
  const taken = new Set(women.map((values) => `${values.appointment_clinic} ${values.appointment_time}`))
  const places = soon.flatMap(({ clinic, site }, day) =>
    thirdOf(site === van ? vanTimes : hospitalTimes, day).map((time) => ({ appointment_clinic: clinic, appointment_time: time })),
  )
  const free = places.filter((place) => !taken.has(`${place.appointment_clinic} ${place.appointment_time}`))
  return free.map((place, index) => ({
    sx_number: `DEM${500_001 + index}`,
    name: `Invented Person ${index + 1}`,
    date_of_birth: isoDay(DateTime.utc(1956 + (index % 20), 1 + (index % 12), 1 + (index % 28))),
    ...place,
  }))
}

const missed = ({ appointment_status }: Values): boolean => appointment_status === 'didNotAttend'

const missedClinics = (today: DateTime): string[] => pastVanDays(today).map((at) => `${van}-${isoDay(at)}`)

const move = (date: string | undefined, days: number): string =>
  date ? isoDay(DateTime.fromISO(date, { zone: 'utc' }).plus({ days })) : ''

/** Times at which a slot begins on every day of the van, and on every Thursday of the hospital. */
const vanTimes = [...every(8, 540, 14), ...every(8, 780, 25)]
const hospitalTimes = every(10, 800, 27)

function every(minutes: number, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => showTime(from + index * minutes))
}

const thirdOf = (times: string[], day: number): string[] => times.filter((_, index) => (index * 7 + day * 5) % 9 < 3)
