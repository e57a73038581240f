import { DateTime } from 'luxon'
import type { Choice } from '../src/conversation/session.ts'
import { choiceOf, PERSON } from './choices.ts'
import { fixedText } from './fixedText.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { whoThisIs } from './whoThisIs.ts'

/** After so long a silence the bot says again that it is automated (Meta asks for it after a long gap). */
const LONG_SILENCE_HOURS = 12

/** The questions offered in a greeting. */
const OFFERED = ['book_appointment', 'what_happens', 'does_it_hurt']

/** The whole greeting: who this is, that it is automated, what it can do, and that a person can be asked for. */
export async function greet(turn: Turn): Promise<void> {
  const { context, deps, facts } = turn
  turn.introduced = true
  const id = facts.answering === 'assist' ? 'greeting_assist' : 'greeting'
  const appointments = (await deps.appointments.isOpen())
    ? 'book, change or cancel your appointment'
    : 'tell you how to book, change or cancel'
  await sayAtOnce(context, fixedText(turn, id, { appointments }), offers(turn))
}

/** Says hello back: in full to somebody new, in a line to somebody who comes back, in a word within a conversation. */
export async function sayHello(turn: Turn): Promise<void> {
  if (isNew(turn)) return greet(turn)
  const hello = isToBeIntroduced(turn) ? helloAgain(turn) : 'Hello.'
  await (hasOpenQuestion(turn)
    ? sayAtOnce(turn.context, hello)
    : sayAtOnce(turn.context, `${hello} What would you like to know?`, offers(turn)))
}

/** Says in a line what this is, before the answer to what was said. */
export async function introduce(turn: Turn): Promise<void> {
  const { context, facts } = turn
  turn.introduced = true
  await sayAtOnce(context, isNew(turn) ? `Hello. ${whoThisIs(facts)} You can ask for a person at any time.` : helloAgain(turn))
}

/** Says what this is, after something that could not wait for it. */
export async function introduceAfterwards(turn: Turn): Promise<void> {
  const { context, facts } = turn
  turn.introduced = true
  await sayAtOnce(context, `${whoThisIs(facts)} You can ask for a person at any time.`)
}

/** Nothing has been said yet, to the best of our knowledge. */
export function isNew({ session }: Turn): boolean {
  return session.lastSeenAt === undefined && !session.lost
}

/** The person is new, comes back after a long silence or from talking with staff, or what the bot remembered of the conversation is lost. */
export function isToBeIntroduced({ session, deps }: Turn): boolean {
  if (session.lastSeenAt === undefined || session.afterStaff) return true
  return deps.clock.now().diff(DateTime.fromISO(session.lastSeenAt), 'hours').hours >= LONG_SILENCE_HOURS
}

function helloAgain(turn: Turn): string {
  const { facts, session } = turn
  turn.introduced = true
  const lost = session.lost ? ' I am sorry, I have lost track of where we were.' : ''
  return `Hello again. ${whoThisIs(facts, 'again')} You can ask for a person at any time.${lost}`
}

function offers({ deps }: Turn): Choice[] {
  return [...OFFERED.flatMap((id) => deps.intent(id) ?? []).map(choiceOf), PERSON]
}
