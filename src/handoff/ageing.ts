import { DateTime } from 'luxon'
import type { EscalationReason, Urgency } from './escalation.ts'
import { untold } from './escalation.ts'
import { type AnswerTimes, afterOpenMinutes, promiseFor } from './promise.ts'
import { staffHours } from './staffHours.ts'

/** An open escalation, as far as its age goes. */
export type Open = {
  id: string
  reason: EscalationReason
  urgency: Urgency
  createdAt: Date
  promisedFor?: Date
  renewals: number
  alertedAt?: Date
}

/** A conversation in which staff are waited for. */
export type Awaited = {
  conversationId: string
  open: Open[]
  /** Who has it: `elsewhere` is Meta's inbox or another system. */
  owner: 'bot' | 'nobody' | 'colleague' | 'elsewhere'
  /** When one of us last answered. */
  staffSaidAt?: Date
  /** There was a crisis or abuse in it, at any time. */
  isQuiet: boolean
  /** A message would reach the patient now. */
  isReachable: boolean
}

/** What is due: staff are alerted anew for these, and the patient is told that it takes longer. */
export type Due = { conversationId: string; alert: Open[]; putOff?: PutOff }

/** `until` is absent where nothing more is promised: she had better ring. `renewals`: the number to keep. */
export type PutOff = { escalations: Open[]; until?: Date; renewals: number }

/** So long before a promise is broken she is told. The look at it comes every minute, and may come a minute late. */
export const BEFORE_MINUTES = 3
/** So often a promise is put off; then she is told to ring, and nothing more. */
export const MOST_RENEWALS = 3
/** Minutes between two alerts: where somebody may be in danger, while the team is there and while it is not; before a promise ends, and after. */
const EVERY = { danger: 5, dangerWhileClosed: 60, before: 15, after: 60 }

/** What is due in a conversation now. Pure. */
export function ageOf(times: AnswerTimes, now: DateTime, awaited: Awaited): Due {
  const { conversationId, owner, isQuiet, isReachable } = awaited
  const isOpen = staffHours(times, now).kind === 'open'
  const unanswered = owner === 'bot' || owner === 'nobody' ? awaited.open : awaited.open.filter((one) => !isAnswered(one, awaited))
  const alert = unanswered.filter((one) => isAlertDue(times, now, one, owner, isOpen))
  const mayTell = isOpen && isReachable && !isQuiet && (owner === 'bot' || owner === 'nobody') && !has(awaited, 'emergency')
  const putOff = mayTell ? putOffOf(times, now, awaited.open) : undefined
  return { conversationId, alert, ...(putOff && { putOff }) }
}

/** Whether something that staff have to close themselves has been answered by one of us. */
const isAnswered = ({ createdAt }: Open, { staffSaidAt }: Awaited): boolean => staffSaidAt !== undefined && staffSaidAt >= createdAt

const has = ({ open }: Awaited, reason: EscalationReason): boolean => open.some((one) => one.reason === reason)

/** Who has the conversation elsewhere is not alerted by us: her colleagues are, once a promise has passed. */
function isAlertDue(times: AnswerTimes, now: DateTime, one: Open, owner: Awaited['owner'], isOpen: boolean): boolean {
  const { urgency, promisedFor, alertedAt, createdAt } = one
  const minutes = now.diff(DateTime.fromJSDate(alertedAt ?? createdAt), 'minutes').minutes
  const isDanger = urgency === 'now' && (owner === 'bot' || owner === 'nobody')
  if (isDanger) return minutes >= (isOpen ? EVERY.danger : EVERY.dangerWhileClosed)
  if (!isOpen || !promisedFor) return false
  if (promisedFor <= now.toJSDate()) return (alertedAt ?? createdAt) < promisedFor || minutes >= EVERY.after
  const soon = afterOpenMinutes(times, now, times.answerWithin[urgency] / 4)
  const isSoon = soon !== undefined && promisedFor < soon.toJSDate()
  return owner !== 'elsewhere' && isSoon && (alertedAt === undefined || minutes >= EVERY.before)
}

/** Only what she was told of is put off. All of it goes to one new time: she is told once. */
function putOffOf(times: AnswerTimes, now: DateTime, open: Open[]): PutOff | undefined {
  const told = open.filter(({ reason, promisedFor }) => promisedFor && !untold.includes(reason))
  const limit = now.plus({ minutes: BEFORE_MINUTES }).toJSDate()
  const ending = told.filter(({ promisedFor, renewals }) => promisedFor && promisedFor <= limit && renewals <= MOST_RENEWALS)
  if (ending.length === 0) return undefined
  const renewals = Math.max(...ending.map((one) => one.renewals))
  const last: PutOff = { escalations: ending, renewals: MOST_RENEWALS + 1 }
  if (renewals >= MOST_RENEWALS) return last
  const from = DateTime.max(now, ...ending.map(({ promisedFor }) => DateTime.fromJSDate(promisedFor ?? now.toJSDate())))
  const until = promiseFor(times, from, Math.min(...ending.map(({ urgency }) => times.answerWithin[urgency])))
  return until ? { escalations: ending, until, renewals: renewals + 1 } : last
}
