import { DateTime } from 'luxon'
import type { Choice } from '../src/conversation/session.ts'
import type { Escalated, EscalationReason } from '../src/handoff/escalation.ts'
import { clockTime } from './clockTime.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { MESSAGE_FOR_STAFF } from './messageForStaff.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'

type Call = {
  /** What staff should know. */
  note?: string
  /** Offered under what is said. */
  choices?: Choice[]
  /** The person is not asked what it is about. */
  withoutForm?: boolean
}

/** Passes the conversation to staff, and says truthfully when they are there. Who asked for a person may add a message. */
export async function callPerson(turn: Turn, reason: EscalationReason, { note, choices, withoutForm }: Call = {}): Promise<void> {
  const { deps, context, dialogs, conversationId, eventId, facts } = turn
  const escalated = await deps.escalations.escalate({ conversationId, eventId, reason, ...(note && { note }) })
  const opening = escalated.alreadyOpen
    ? 'Your message is still with the team.'
    : 'I have passed this conversation to the team. They will answer here.'
  const sooner = reason === 'asked' ? `\n\nIf you need someone sooner, please ring ${facts.phone} (${facts.hours}).` : ''
  await say(context, `${opening} ${whenStaffAreThere(escalated, deps.clock.now())}${sooner}`, choices)
  if (reason === 'asked' && !withoutForm && !escalated.alreadyOpen && !hasOpenQuestion(turn)) await dialogs.beginDialog(MESSAGE_FOR_STAFF)
}
/** When somebody will read it, in the service's own time: no promise of how soon after. */
export function whenStaffAreThere({ hours, timeZone }: Escalated, now: DateTime): string {
  switch (hours.kind) {
    case 'open':
      return `They are there now, until ${clockTime(inZone(hours.until, timeZone))} today, and read messages in the order they come.`
    case 'closed':
      return `They are not there at the moment. They will next read messages ${dayAndTime(inZone(hours.from, timeZone), now.setZone(timeZone))}.`
    case 'unknown':
      return 'I cannot tell you when they will read it.'
  }
}

function dayAndTime(at: DateTime, now: DateTime): string {
  const days = at.startOf('day').diff(now.startOf('day'), 'days').days
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `on ${at.toFormat('cccc d LLLL')}`
  return `${day} from ${clockTime(at)}`
}

const inZone = (at: Date, zone: string) => DateTime.fromJSDate(at, { zone }).setLocale('en-GB')
