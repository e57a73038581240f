import type { DateTime } from 'luxon'
import { type AnswerPromise, type EscalationReason, quietDangers } from './escalation.ts'
import type { OpeningHours } from './openings.ts'
import { toldPromise } from './promise.ts'

type Kept = { reason: EscalationReason; isOpen: boolean; promisedFor?: Date }

/**
 * What a patient may be told, given what staff have been called for in her conversation: the earliest time that was promised and has not
 * passed, or else `otherwise`. No time at all where there was a crisis or abuse, nor while there is an emergency.
 */
export function promiseToTell(hours: OpeningHours, now: DateTime, kept: Kept[], otherwise: Date | undefined): AnswerPromise {
  if (kept.some(({ reason }) => quietDangers.includes(reason))) return { kind: 'neutral' }
  if (kept.some(({ reason, isOpen }) => reason === 'emergency' && isOpen)) return { kind: 'emergency' }
  const promised = kept.flatMap(({ isOpen, promisedFor }) => (isOpen && promisedFor && promisedFor > now.toJSDate() ? [promisedFor] : []))
  const [earliest = otherwise] = promised.sort((a, b) => a.getTime() - b.getTime())
  return toldPromise(hours, now, earliest)
}
