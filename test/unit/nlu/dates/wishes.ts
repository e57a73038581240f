import { DateTime } from 'luxon'
import { anyTime, type Wish } from '../../../../src/nlu/dates/wish.ts'

export const at = (time: string): DateTime => DateTime.fromISO(time, { zone: 'Europe/London' })

/** A wish from the little that it names. */
export const wish = (said: Partial<Wish>): Wish => ({ ...anyTime, ...said })

export const day = (...days: string[]): Partial<Wish> => ({ days: days.map((one) => ({ from: one, to: one })) })
export const days = (from: string, to = '9999-12-31'): Partial<Wish> => ({ days: [{ from, to }] })
export const notDays = (from: string, to = from): Partial<Wish> => ({ notDays: [{ from, to }] })
export const weekdays = (...weekdays: number[]): Partial<Wish> => ({ weekdays })
export const notWeekdays = (...notWeekdays: number[]): Partial<Wish> => ({ notWeekdays })

const minute = (clock: string): number => Number(clock.split(':')[0]) * 60 + Number(clock.split(':')[1])
const hours = (from: string, to: string) => ({ from: minute(from), to: minute(to) })
export const times = (from: string, to: string): Partial<Wish> => ({ times: [hours(from, to)] })
export const eitherTime = (...all: [string, string][]): Partial<Wish> => ({ times: all.map(([from, to]) => hours(from, to)) })
export const notTimes = (from: string, to: string): Partial<Wish> => ({ notTimes: [hours(from, to)] })
export const either = (...all: Partial<Wish>[]): Partial<Wish> => ({ alternatives: all.map(wish) })
