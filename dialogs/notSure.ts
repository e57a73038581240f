import type { Intent } from '../src/content/intentSchema.ts'
import { choiceOf, NO_THANKS, PERSON } from './choices.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'

/** Not understood this often in a row: a person is offered. */
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
  if (session.misses >= MISSES_UNTIL_PERSON) return offerPerson(turn)
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
  if (session.misses >= MISSES_UNTIL_PERSON) return offerPerson(turn)
  const likely = askable(topics.flatMap((id) => deps.intent(id) ?? []))
  const sorry = 'I am sorry, I did not understand that. Could you say it in other words? A short question works best.'
  await say(context, likely.length > 0 ? `${sorry} Or is it about one of these?` : sorry, [...likely.map(choiceOf), PERSON])
}

async function offerPerson({ context, facts, session }: Turn): Promise<void> {
  session.misses = 0
  const offer = `I am sorry, I still do not understand. Would you like a person from the team to read this? You can also ring ${facts.phone} (${facts.hours}).`
  await say(context, offer, [PERSON, NO_THANKS])
}

/** What may be offered: no small talk, and a person is offered anyway. */
const askable = (intents: Intent[]): Intent[] => intents.filter(({ id, asksNothing }) => !asksNothing && id !== 'talk_to_human')
