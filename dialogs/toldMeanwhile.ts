import type { DateTime } from 'luxon'
import type { Escalated } from '../src/handoff/escalation.ts'
import { orSooner, whenAnswered } from './whenAnswered.ts'

/** What she is told at once, where staff look first at the answer that was prepared. */
export function toldMeanwhile(escalated: Escalated, now: DateTime, reach: { phone: string; hours: string }): string {
  const sooner = escalated.hours.kind === 'open' ? '' : orSooner(escalated, reach)
  return [`Thank you. ${whenAnswered(escalated, now)}`, sooner].filter(Boolean).join(' ')
}
