import type { Intent } from '../src/content/intentSchema.ts'
import { choiceOf, NO_PERSON, NO_THANKS, PERSON, YES_PERSON } from './choices.ts'
import { fixedText } from './fixedText.ts'
import { say, sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { orSooner, whenAnswered } from './whenAnswered.ts'

/** Not understood this often in a row: a person is asked to read it. */
const MISSES_UNTIL_PERSON = 2

/** Asks which of a few things is meant, in a patient's words. Between kinds of small talk the likelier is taken. */
export async function askWhichMeant(turn: Turn, ids: string[], take: (id: string) => Promise<void>): Promise<void> {
  const { context, deps, session } = turn
  const likely = ids.flatMap((id) => deps.intent(id) ?? [])
  const [first] = likely
  if (first && likely.every(({ asksNothing }) => asksNothing)) return take(first.id)
  const intents = askable(likely)
  if (intents.length === 0) return sayNotUnderstood(turn, [])
  session.misses += 1
  if (session.misses >= MISSES_UNTIL_PERSON) return askPerson(turn)
  const choices = intents.map(choiceOf)
  const [only] = intents
  if (only && intents.length === 1)
    return say(context, `I want to be sure I understand. Did you mean this?\n\n“${only.asked}”`, [...choices, NO_THANKS, PERSON])
  const asked = intents.map((intent) => `• ${intent.asked}`).join('\n')
  await say(context, `I want to be sure I understand. Did you mean one of these? If not, please say it in other words.\n\n${asked}`, [
    ...choices,
    PERSON,
  ])
}

/** Says so, and offers what it may be about, where anything comes near, and a person. */
export async function sayNotUnderstood(turn: Turn, topics: string[]): Promise<void> {
  const { context, deps, session } = turn
  session.misses += 1
  if (session.misses >= MISSES_UNTIL_PERSON) return askPerson(turn)
  const likely = askable(topics.flatMap((id) => deps.intent(id) ?? []))
  const sorry = fixedText(turn, likely.length > 0 ? 'not_understood_topics' : 'not_understood')
  await say(context, sorry, [...likely.map(choiceOf), PERSON])
}

/** She need not ask for anybody, and may say no; then a person is only offered. */
async function askPerson(turn: Turn): Promise<void> {
  const { context, session } = turn
  session.misses = 0
  if (session.noPerson) return say(context, fixedText(turn, 'still_not_understood'), [PERSON, NO_THANKS])
  const asked = await askTeamToRead(turn)
  await sayAtOnce(context, `I am sorry, I still do not understand. ${asked}\n\nIs that all right?`, [YES_PERSON, NO_PERSON])
}

/** Calls staff for what is not understood; returns the words that say so, the second time in short. */
export async function askTeamToRead({ deps, conversationId, eventId, facts }: Turn): Promise<string> {
  const escalated = await deps.escalations.escalate({ conversationId, eventId, reason: 'notUnderstood' })
  const when = whenAnswered(escalated, deps.clock.now())
  if (escalated.alreadyOpen) return `The team will read this too. ${when}`
  const sooner = escalated.hours.kind === 'open' ? '' : `\n\n${orSooner(escalated, facts)}`
  return `I have asked our team to read this. ${when}${sooner}`
}

/** The answer whether it is all right that a person reads it. */
export async function hearsWhetherPersonReads(
  { deps, context, session, conversationId }: Turn,
  value: string | undefined,
): Promise<boolean> {
  if (value !== NO_PERSON.value && value !== YES_PERSON.value) return false
  session.misses = 0
  if (value === YES_PERSON.value) {
    await sayAtOnce(context, 'Good. You can go on asking me things while you wait.', [PERSON])
    return true
  }
  session.noPerson = true
  await deps.escalations.withdraw(conversationId, 'notUnderstood')
  await sayAtOnce(
    context,
    'All right, I have told them that nobody need answer. If there is something you would like to know, just write it in your own words.',
    [PERSON],
  )
  return true
}

/** What may be offered: no small talk, and a person is offered anyway. */
const askable = (intents: Intent[]): Intent[] => intents.filter(({ id, asksNothing }) => !asksNothing && id !== 'talk_to_human')
