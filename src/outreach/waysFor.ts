import { emailAddress, mobileNumber } from './contact.ts'
import { type Contacts, isReminder, type NoticeKind, type Via } from './notice.ts'

/** A way to tell somebody something; `to` in one form. */
export type Way = { via: 'sms' | 'email'; to: string } | { via: 'letter' }

type Notice = { kind: NoticeKind; startsAt: Date }

/** A letter takes days; what comes after the appointment is not sent. */
const LETTER_DAYS = 5

/** The ways to try, in order. A reminder is written on paper only while there are days enough for the post. */
export function waysFor({ kind, startsAt }: Notice, { mobile, email }: Contacts, now: Date): Way[] {
  const [number, address] = [mobileNumber(mobile), emailAddress(email)]
  const inTime = startsAt.getTime() - now.getTime() >= LETTER_DAYS * 86_400_000
  return [
    ...(number ? [{ via: 'sms', to: number } as const] : []),
    ...(address ? [{ via: 'email', to: address } as const] : []),
    ...(isReminder(kind) && !inTime ? [] : [{ via: 'letter' } as const]),
  ]
}

const order: Via[] = ['sms', 'email', 'letter']

/** Those from `via` on. */
export function waysFrom(ways: Way[], via: Via): Way[] {
  return ways.filter((way) => order.indexOf(way.via) >= order.indexOf(via))
}

/** Those after `via`, which has failed. */
export function waysAfter(ways: Way[], via: Via): Way[] {
  return ways.filter((way) => order.indexOf(way.via) > order.indexOf(via))
}
