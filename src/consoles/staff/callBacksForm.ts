import { DateTime } from 'luxon'
import { type Fault, fault, field } from './personFields.ts'

export type TypedCallBack = { name: string; phone: string; about: string; day: string; time: string }

/** Digits, and what stands between them. */
const phone = /^\+?[\d\s().-]{6,25}$/

export const typedCallBack = (form: URLSearchParams): TypedCallBack => ({
  name: field(form, 'name'),
  phone: field(form, 'phone', 30),
  about: field(form, 'about', 1000),
  day: field(form, 'day', 10),
  time: field(form, 'time', 5),
})

/** By when somebody is to be rung, on the clock of the service; undefined for what is no time. */
export function dueByOf({ day, time }: Pick<TypedCallBack, 'day' | 'time'>, zone: string): Date | undefined {
  const at = DateTime.fromISO(`${day}T${time}`, { zone })
  return /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d$/.test(time) && at.isValid ? at.toJSDate() : undefined
}

/** In two hours, on the quarter: what stands in the form at first. */
export function usualDue(now: DateTime, zone: string): Pick<TypedCallBack, 'day' | 'time'> {
  const at = now.setZone(zone).plus({ hours: 2, minutes: 14 })
  const quarter = at.set({ minute: at.minute - (at.minute % 15) })
  return { day: quarter.toFormat('yyyy-MM-dd'), time: quarter.toFormat('HH:mm') }
}

export function callBackFaults(typed: TypedCallBack, dueBy: Date | undefined, now: Date): Fault[] {
  return [
    ...(typed.name ? [] : [fault('name', 'Enter whom to ring')]),
    ...(phone.test(typed.phone) ? [] : [fault('phone', 'Enter a phone number')]),
    ...(typed.about ? [] : [fault('about', 'Enter what it is about')]),
    ...dueFaults(dueBy, now),
  ]
}

export function dueFaults(dueBy: Date | undefined, now: Date): Fault[] {
  if (!dueBy) return [fault('day', 'Enter a day and a time by when to ring')]
  return dueBy <= now ? [fault('day', 'The time by when to ring is over already')] : []
}
