import type { Choice } from '../src/conversation/session.ts'
import type { SafetyFinding } from '../src/safety/gate.ts'
import { changesNothing } from './edits.ts'
import { introduceAfterwards, isToBeIntroduced } from './greeting.ts'
import { answerMeaning, SMALL_TALK } from './meaning.ts'
import { abandonForm } from './openForm.ts'
import { say } from './say.ts'
import type { Said, Turn } from './turn.ts'

/** Under the question whether it is safe to write to somebody, which is asked where there may be abuse. */
const SAFE_TO_WRITE: Choice[] = [
  { title: 'Yes', value: 'safeToWrite' },
  { title: 'No', value: 'notSafeToWrite' },
]

/**
 * The fixed reply to something dangerous, and staff are told; then the rest of the message is served. In a crisis the
 * open form is closed and nothing else is said. Otherwise an open question stays open, but is not asked again now.
 */
export async function answerSafety(turn: Turn, finding: SafetyFinding): Promise<void> {
  const { deps, context, conversationId, eventId, session } = turn
  const { kind, rule, rest } = finding
  session.misses = 0
  if (!changesNothing(turn, rule)) {
    if (kind !== 'symptom') await abandonForm(turn)
    await deps.escalations.escalate({ conversationId, eventId, reason: kind, note: rule })
    await say(context, deps.safetyReply(finding), kind === 'abuse' ? SAFE_TO_WRITE : [])
    if (isToBeIntroduced(turn) && (kind === 'symptom' || kind === 'crisis')) await introduceAfterwards(turn)
  }
  if (rest && (kind === 'symptom' || kind === 'emergency')) await answerRest(turn, rest)
}

/** The answer whether it is safe to write goes to staff. True when it was that. */
export async function passOnWhetherSafe({ deps, context, conversationId }: Turn, { value }: Said): Promise<boolean> {
  const answer = SAFE_TO_WRITE.find((choice) => choice.value === value)
  if (!answer) return false
  await deps.escalations.addNote(conversationId, `abuse; safe to write here: ${answer.title}`)
  await say(context, 'Thank you. I have told our team.')
  return true
}

async function answerRest(turn: Turn, rest: string): Promise<void> {
  const meaning = turn.deps.understand(rest)
  if (meaning.kind === 'understood' && !SMALL_TALK.includes(meaning.intent)) await answerMeaning(turn, { text: rest })
}
