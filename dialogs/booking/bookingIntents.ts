import type { RequestKind } from '../../src/booking/request.ts'
import type { BookingTalk } from '../../src/conversation/bookingTalk.ts'
import type { EscalationReason } from '../../src/handoff/escalation.ts'
import { PERSON } from '../choices.ts'
import { sayAtOnce } from '../say.ts'
import type { Turn } from '../turn.ts'
import { whenAnswered } from '../whenAnswered.ts'
import { beginBooking } from './bookingDialog.ts'
import { bookingGoals } from './bookingGoals.ts'

type Office = { kind: RequestKind; title: string; reason?: EscalationReason; said?: string }

/** Offered under an intent's answer: something that the office looks at. */
const OFFICE: Record<string, Office> = {
  over_71_self_referral: { kind: 'selfReferral', title: 'Ask for screening' },
  overdue_no_letter: { kind: 'checkInvitation', title: 'Please check for me' },
  invited_early: { kind: 'checkInvitation', title: 'Please check for me' },
  when_first_invited: { kind: 'checkInvitation', title: 'Please check for me' },
  moved_house_or_gp: { kind: 'moved', title: 'Please check for me' },
  running_late: { kind: 'runningLate', title: 'Tell them I am late' },
  opt_out: {
    kind: 'optOutForGood',
    title: 'Send me the form',
    reason: 'optOut',
    said: 'I have asked the team to send you the form to opt out for good, with the facts to read first. Nothing changes until you have signed it, and you can take it back at any time.',
  },
  someone_elses_booking: { kind: 'otherPerson', title: 'Tell the team' },
}

/** Begins what an intent is for, where there are clinics to book in. False where its reviewed answer is to be said. */
export async function beginsBooking(turn: Turn, intent: string, text: string): Promise<boolean> {
  const begins = bookingGoals[intent]
  if (!begins || !(await turn.deps.appointments.isOpen())) return false
  await beginBooking(turn, begins.goal, text, intent === 'evening_weekend_slots' ? turn.facts.evenings : begins.before)
  return true
}

/** What the office can do about an intent, as a choice under its answer. */
export function officeChoice(intent: string) {
  const office = OFFICE[intent]
  return office ? [{ title: office.title, value: `booking:ask_${intent}` }] : []
}

/** A tap on a choice that begins something: a booking, or a request to the office. False where it is none. */
export async function hearBeginning(turn: Turn, value: string | undefined): Promise<boolean> {
  const goal = /^booking:begin_(book|change|cancel|where)$/.exec(value ?? '')?.[1]
  if (goal) {
    await beginBooking(turn, goal as BookingTalk['goal'])
    return true
  }
  const office = OFFICE[/^booking:ask_([a-z0-9_]+)$/.exec(value ?? '')?.[1] ?? '']
  if (!office) return false
  await askOffice(turn, office)
  return true
}

/** A request that staff see; who it is about they learn on our page, if she was there, or ask her. */
async function askOffice(turn: Turn, { kind, reason = 'asked', said = 'I have told the team.' }: Office): Promise<void> {
  const { deps, context, conversationId, eventKey, eventId, facts } = turn
  const participant = await deps.appointments.personOf(conversationId)
  await deps.appointments.request({ conversationId, eventKey, ...(participant && { participant }) }, kind)
  const escalated = await deps.escalations.escalate({ conversationId, eventId, reason, note: `request: ${kind}` })
  const soon = kind === 'runningLate' ? ` So that they know at once, please ring ${facts.phone} too, when it is safe.` : ''
  await sayAtOnce(context, `${said} ${whenAnswered(escalated, deps.clock.now())}${soon}`, [PERSON])
}
