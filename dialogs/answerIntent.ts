import type { Intent } from '../src/content/intentSchema.ts'
import type { Choice } from '../src/conversation/session.ts'
import { officeChoice } from './booking/bookingIntents.ts'
import { choiceOf, HELPED, moreOf, NO_THANKS, NOT_HELPED, PERSON } from './choices.ts'
import { easyWordsOf, sayEasyWords } from './easyWords.ts'
import { reasonFor } from './escalationReasons.ts'
import { fixedText } from './fixedText.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { callPerson } from './person.ts'
import { say, sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { walkChoiceFor } from './walkThrough.ts'

/** How an answer is given: its longer part, or as one of several, when what people ask next is kept for the last. */
type Manner = { more?: boolean; asOneOfSeveral?: boolean }

/** Says an intent's reviewed answer: the short part first, more on request, and what people ask next. A worry is met before it is informed. */
export async function answerIntent(turn: Turn, intent: Intent, { more = false, asOneOfSeveral = false }: Manner = {}): Promise<void> {
  const { answer, worry } = intent
  if (!answer) return
  const isMore = more && answer.more !== undefined
  const link = answer.link && (isMore || !answer.more) ? `\n\n${answer.link.title}: ${answer.link.url}` : ''
  const text = `${filled(turn, isMore && answer.more ? answer.more : answer.text)}${link}`
  const next = asOneOfSeveral ? [] : nextQuestions(turn, intent, isMore)
  if (!more) await sayInTheirLanguage(turn, intent)
  if (!worry || isMore) return (intent.dialog === 'person' ? sayAtOnce : say)(turn.context, text, next)
  await say(turn.context, `${filled(turn, worry.meets)}\n\n${text}`)
  await giveControl(turn, intent, worry, next)
}

/** Before the English answer the same in the language that she wrote in, where somebody who speaks it has read it. */
async function sayInTheirLanguage(turn: Turn, { answer, dialog }: Intent): Promise<void> {
  const version = answer?.languages?.[turn.session.language ?? '']
  if (version?.nativeCheck === 'done') await (dialog === 'person' ? sayAtOnce : say)(turn.context, filled(turn, version.text))
}

/** What she can ask for and decide; then whether it helped, or a person at once where a program should not soothe. */
async function giveControl(turn: Turn, intent: Intent, worry: NonNullable<Intent['worry']>, next: Choice[]): Promise<void> {
  const control = filled(turn, worry.control)
  if (worry.person === 'soon') {
    await say(turn.context, control)
    return callPerson(turn, reasonFor(intent.id), { note: intent.title, choices: next.filter(({ value }) => value !== PERSON.value) })
  }
  const asks = next.length > 0
  await say(turn.context, asks ? `${control}\n\nDid that help?` : control, asks ? [HELPED, NOT_HELPED, ...next] : [])
}

/** What is tapped under an answer. The same in easy words; or after "did that help?" what else there is, and a person. */
export async function hearWhetherItHelped(turn: Turn, { value }: { value?: string }): Promise<boolean> {
  if (await sayEasyWords(turn, value, (intent) => nextQuestions(turn, intent, false))) return true
  if (value !== HELPED.value && value !== NOT_HELPED.value) return false
  const { context, deps, session } = turn
  const intent = deps.intent(session.topic ?? '')
  session.misses = 0
  if (value === HELPED.value) await say(context, fixedText(turn, 'worry_helped'), [PERSON])
  else
    await say(context, fixedText(turn, 'worry_not_helped'), [
      PERSON,
      ...(intent?.answer?.more ? [moreOf(intent)] : []),
      ...walkChoiceFor(turn, intent),
      NO_THANKS,
    ])
  return true
}

/** None while a question is open, which is asked again, nor where a dialog follows. */
function nextQuestions(turn: Turn, intent: Intent, more: boolean): Choice[] {
  const { deps } = turn
  if (hasOpenQuestion(turn) || intent.dialog) return []
  const followUps = (intent.answer?.followUps ?? []).flatMap((id) => (id === 'talk_to_human' ? [] : (deps.intent(id) ?? [])))
  return [
    ...(intent.answer?.more && !more ? [moreOf(intent)] : []),
    ...(intent.answer?.easyRead ? [easyWordsOf(intent)] : []),
    ...officeChoice(intent.id),
    ...walkChoiceFor(turn, intent),
    ...followUps.map(choiceOf),
    PERSON,
  ]
}

const filled = ({ deps, facts }: Turn, text: string): string => deps.fillFacts(text, facts)
