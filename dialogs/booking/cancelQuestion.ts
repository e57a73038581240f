import type { Appointment } from '../../src/booking/appointment.ts'
import type { CancelOutcome } from '../../src/booking/diary.ts'
import { PERSON } from '../choices.ts'
import { plainWords } from '../plainWords.ts'
import { say, sayAtOnce } from '../say.ts'
import type { Said } from '../turn.ts'
import { whenAnswered } from '../whenAnswered.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { CANCEL, CHANGE, KEEP, NEVER_AGAIN, NOT_THIS_TIME, OTHER_TIME } from './bookingChoices.ts'
import { type BookingTurn, endBooking } from './bookingTurn.ts'
import { leaveBooking } from './leaveBooking.ts'
import { type Heard, hearWish } from './readOffer.ts'
import { sayWhenAndWhere } from './sayWhen.ts'

/**
 * Asks once whether it is another time that she wants, no screening this time, or none ever: three different things. What she has asked
 * for goes with it.
 */
export async function askHowToCancel({ turn, talk }: BookingTurn, appointment: Appointment, asked?: Appointment): Promise<void> {
  talk.asking = 'cancel'
  talk.about = [...new Set([appointment.id, ...(asked ? [asked.id] : [])])]
  const alsoAsked = asked && asked !== appointment ? ` You have also asked for ${sayWhenAndWhere(asked, turn.deps.clock.now())}.` : ''
  await say(
    turn.context,
    `${appointment === asked ? 'You have asked for' : 'Your appointment is'} ${sayWhenAndWhere(appointment, turn.deps.clock.now())}.${alsoAsked} Which of these do you want? It is your choice, and you need not say why.\n\n• Another time instead\n• Not this time: I cancel it, and you are invited again in about three years\n• Never again: I cancel it, and the team sends you the form to opt out`,
    [OTHER_TIME, NOT_THIS_TIME, NEVER_AGAIN, KEEP],
  )
}

export async function readHowToCancel(b: BookingTurn, said: Said): Promise<Heard> {
  const { talk, turn } = b
  const words = said.value === undefined ? plainWords(said.text) : ''
  if (KEEPS.test(words) || (words && readYesOrNo(said.text) === 'no')) return leaveBooking(turn)
  if (said.value === NEVER_AGAIN.value || NEVER.test(words)) return cancel(b, true)
  if (said.value === NOT_THIS_TIME.value || said.value === CANCEL.value || ONCE.test(words)) return cancel(b, false)
  const before = talk.goal
  talk.goal = 'change'
  const heard = said.value === undefined ? await hearWish(b, said.text) : 'unread'
  if (heard !== 'unread') return heard
  if (said.value === OTHER_TIME.value || said.value === CHANGE.value || ANOTHER.test(words)) return 'goOn'
  talk.goal = before
  return 'unread'
}

const KEEPS =
  /\b(?:dont|do not|not) (?:want to )?(?:cancel|opt out)\b|^(?:no )?(?:ill |i will |let me )?keep (?:it|mine|that|my appointment)\b/
const ANOTHER =
  /\b(?:another|other|different|new) (?:time|day|date|slot|appointment)\b|\b(?:change|move|rebook|rearrange) it\b|^(?:another|change)$/
const NEVER = /^(?:please )?never(?: again\b|$)|\bfor good\b|\bopt(?:ing)? out\b|\boff (?:the|your) list\b/
const ONCE =
  /^(?:(?:yes|ok|please|just) )*(?:not (?:this|the) (?:time|round|year)|(?:just )?(?:this time|this round)|cancel(?: it| that| this)?|not now)(?: please| thanks)*$/

/** The bot takes nobody off a list: that is a request, with a form, and can be taken back. */
async function cancel(b: BookingTurn, forGood: boolean): Promise<Heard> {
  const { turn, talk, appointments, doing } = b
  const { context, deps, facts } = turn
  const outcomes: CancelOutcome[] = []
  for (const id of talk.about ?? []) outcomes.push(await appointments.cancel(doing, id, forGood ? 'optOutForGood' : 'notThisTime'))
  const [first] = outcomes.flatMap((outcome) => (outcome.kind === 'cancelled' ? [outcome.appointment] : []))
  if (!first) return 'goOn'
  await appointments.request(doing, forGood ? 'optOutForGood' : 'optOutOnce')
  await endBooking(turn)
  const { conversationId, eventId } = turn
  const escalated =
    forGood && (await deps.escalations.escalate({ conversationId, eventId, reason: 'optOut', note: 'request: optOutForGood' }))
  const next = escalated
    ? `I have asked the team to send you the form to opt out, with the facts to read first. Nothing else changes until you have signed it, and you can take it back at any time. ${whenAnswered(escalated, deps.clock.now())}`
    : `You will be invited again in about three years, if you are not yet 71 by then. If you change your mind before that, write here or ring ${facts.phone}.`
  await sayAtOnce(
    context,
    `I have cancelled ${sayWhenAndWhere(first, deps.clock.now())}. ${next}\n\nIf you notice a change in your breast, see your GP soon. Don’t wait for screening.`,
    [PERSON],
  )
  return 'said'
}
