import { DateTime } from 'luxon'
import type { AnswerPromise, Escalated } from '../src/handoff/escalation.ts'
import { clockTime } from './clockTime.ts'

type Reach = { phone: string; hours: string }

/** When a person answers, as it is told to the patient: in the service's own time, and no time where none may be told or none is known. */
export function whenAnswered({ hours, promise, timeZone }: Pick<Escalated, 'hours' | 'promise' | 'timeZone'>, now: DateTime): string {
  const closed = hours.kind === 'closed' ? 'The team is not there at the moment. ' : ''
  switch (promise.kind) {
    case 'by':
      return `${closed}A person will answer you here by ${whenPromised(promise, timeZone, now)}.`
    case 'neutral':
      return 'A person in our team will read this.'
    case 'emergency':
      return 'A person in our team will read this. Do not wait for an answer here: in an emergency, call 999.'
    case 'unknown':
      return 'I cannot tell you when they will read it.'
  }
}

/** What to do for somebody sooner; blank where the words before it would be contradicted. */
export function orSooner({ promise }: Pick<Escalated, 'promise'>, { phone, hours }: Reach): string {
  if (promise.kind === 'emergency') return ''
  if (promise.kind === 'neutral') return `You can also ring ${phone} (${hours}).`
  return `If you need someone sooner, please ring ${phone} (${hours}).`
}

/** What she is told when the colleague who talked with her had to let go of the conversation. */
export function whenLeft(escalated: Pick<Escalated, 'hours' | 'promise' | 'timeZone'>, now: DateTime, reach: Reach): string {
  return `Your conversation is back with the whole team. ${whenAnswered(escalated, now)} ${orSooner(escalated, reach)}`.trimEnd()
}

/** What she is told when nobody could answer in time; without a new promise, that she had better ring. */
export function whenPutOff(promise: AnswerPromise, timeZone: string, now: DateTime, { phone, hours }: Reach): string {
  const ring = `please ring ${phone} (${hours})`
  if (promise.kind !== 'by')
    return `I am sorry: still nobody has been able to answer you here, and I do not want to promise you a time again. The team has your message. To talk to someone, ${ring}.`
  return `I am sorry: nobody has been able to answer you yet. A person will answer you here by ${whenPromised(promise, timeZone, now)}. If you need someone sooner, ${ring}.`
}

/** "2:30pm today", "11am on Tuesday 29 December, the next day we are open". */
function whenPromised({ at, isNextOpenDay }: Extract<AnswerPromise, { kind: 'by' }>, zone: string, now: DateTime): string {
  const then = DateTime.fromJSDate(at, { zone }).setLocale('en-GB')
  const days = then.startOf('day').diff(now.setZone(zone).startOf('day'), 'days').days
  if (days === 0) return `${clockTime(then)} today`
  if (days === 1) return `${clockTime(then)} tomorrow`
  return `${clockTime(then)} on ${then.toFormat('cccc d LLLL')}${isNextOpenDay ? ', the next day we are open' : ''}`
}
