import type { Intent } from '../src/content/intentSchema.ts'
import type { Choice } from '../src/conversation/session.ts'
import { choiceOf, moreOf, PERSON } from './choices.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'

/** Says an intent's reviewed answer: the short part first, more on request, and what people ask next. */
export async function answerIntent(turn: Turn, intent: Intent, more: boolean): Promise<void> {
  const { answer } = intent
  if (!answer) return
  const text = more && answer.more ? answer.more : answer.text
  const link = answer.link && (more || !answer.more) ? `\n\n${answer.link.title}: ${answer.link.url}` : ''
  await say(turn.context, turn.deps.fillFacts(text, turn.facts) + link, nextQuestions(turn, intent, more))
}

/** None while a question is open, which is asked again, nor where a dialog follows. */
function nextQuestions({ deps, dialogs }: Turn, intent: Intent, more: boolean): Choice[] {
  if (dialogs.activeDialog || intent.dialog) return []
  const followUps = (intent.answer?.followUps ?? []).flatMap((id) => (id === 'talk_to_human' ? [] : (deps.intent(id) ?? [])))
  return [...(intent.answer?.more && !more ? [moreOf(intent)] : []), ...followUps.map(choiceOf), PERSON]
}
