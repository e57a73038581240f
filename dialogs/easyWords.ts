import type { Intent } from '../src/content/intentSchema.ts'
import type { Choice } from '../src/conversation/session.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'

/** Asking for an answer in easy words by a tap. */
export const easyWordsOf = (intent: Intent): Choice => ({ title: 'Easy words', value: `easy:${intent.id}` })

/** Says an answer in easy words, with what may be asked next, where a tap asks for that. True when one did. */
export async function sayEasyWords(turn: Turn, value: string | undefined, next: (intent: Intent) => Choice[]): Promise<boolean> {
  const id = /^easy:([a-z0-9_]+)$/.exec(value ?? '')?.[1]
  const intent = turn.deps.intent(id ?? '')
  if (!intent?.answer?.easyRead) return false
  const { context, deps, facts, session } = turn
  session.misses = 0
  session.topic = intent.id
  const asked = easyWordsOf(intent).value
  await say(
    context,
    deps.fillFacts(intent.answer.easyRead, facts),
    next(intent).filter((choice) => choice.value !== asked),
  )
  return true
}
