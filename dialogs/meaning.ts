import { answerIntent } from './answerIntent.ts'
import { choiceOf, NO_THANKS, PERSON, tappedIntent } from './choices.ts'
import { changesNothing } from './edits.ts'
import { sayHello } from './greeting.ts'
import { abandonForm } from './openForm.ts'
import { callPerson } from './person.ts'
import { plainWords } from './plainWords.ts'
import { say } from './say.ts'
import { answerSmallWord } from './smallWords.ts'
import type { Said, Turn } from './turn.ts'

/** Not understood this often in a row: a person is offered. */
const MISSES_UNTIL_PERSON = 2

/** Intents that ask nothing: never offered as what somebody may have meant. */
export const SMALL_TALK = ['greeting', 'thanks', 'goodbye']

/** Answers what the person means: an answer, a dialog, "did you mean", or that it was not understood. */
export async function answerMeaning(turn: Turn, said: Said): Promise<void> {
  const { deps, session } = turn
  const tapped = tappedIntent(said.value)
  if (tapped) return answer(turn, tapped.id, tapped.more)
  const last = deps.intent(session.lastIntent ?? '')
  if (last?.answer?.more && asksForMore(said.text)) return answer(turn, last.id, true)
  if (await answerSmallWord(turn, said.text)) return
  const meaning = deps.understand(said.text)
  switch (meaning.kind) {
    case 'understood':
      return changesNothing(turn, meaning.intent) ? undefined : answer(turn, meaning.intent, false)
    case 'unsure':
      return askWhichMeant(turn, meaning.choices)
    case 'notUnderstood':
      return sayNotUnderstood(turn)
  }
}

async function answer(turn: Turn, id: string, more: boolean): Promise<void> {
  const { deps, session } = turn
  const intent = deps.intent(id)
  if (!intent) return sayNotUnderstood(turn)
  session.misses = 0
  session.lastIntent = more ? '' : id
  if (intent.dialog === 'greeting') return sayHello(turn)
  const reason = id === 'complaint' || id === 'bereavement' ? id : 'asked'
  if (reason !== 'asked' || id === 'goodbye') await abandonForm(turn)
  await answerIntent(turn, intent, more)
  if (intent.dialog === 'person') await callPerson(turn, reason)
}

async function askWhichMeant(turn: Turn, ids: string[]): Promise<void> {
  const { context, deps, session } = turn
  const [first = ''] = ids
  if (ids.every((id) => SMALL_TALK.includes(id))) return answer(turn, first, false)
  const intents = ids.flatMap((id) => deps.intent(id) ?? []).filter(({ id }) => !SMALL_TALK.includes(id) && id !== 'talk_to_human')
  if (intents.length === 0) return sayNotUnderstood(turn)
  session.misses += 1
  if (session.misses >= MISSES_UNTIL_PERSON) return offerPerson(turn)
  const choices = intents.map(choiceOf)
  if (choices.length === 1) return say(context, 'I want to be sure I understand. Did you mean this?', [...choices, NO_THANKS, PERSON])
  await say(context, 'I want to be sure I understand. Did you mean one of these? If not, please say it in other words.', [
    ...choices,
    PERSON,
  ])
}

async function sayNotUnderstood(turn: Turn): Promise<void> {
  turn.session.misses += 1
  if (turn.session.misses >= MISSES_UNTIL_PERSON) return offerPerson(turn)
  await say(turn.context, 'I am sorry, I did not understand that. Could you say it in other words? A short question works best.', [PERSON])
}

async function offerPerson({ context, facts, session }: Turn): Promise<void> {
  session.misses = 0
  const offer = `I am sorry, I still do not understand. Would you like a person from the team to read this? You can also ring ${facts.phone} (${facts.hours}).`
  await say(context, offer, [PERSON, NO_THANKS])
}

function asksForMore(text: string): boolean {
  return /^(please |yes )?((can you )?tell me )?(some |a bit |a little )?more( info| information| details?| about (it|that|this))?( please)?$|^go on$/.test(
    plainWords(text),
  )
}
