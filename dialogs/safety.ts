import type { Choice } from '../src/conversation/session.ts'
import type { Danger } from '../src/safety/findDanger.ts'
import { choiceOf, PERSON } from './choices.ts'
import { changesNothing } from './edits.ts'
import { fixedText } from './fixedText.ts'
import { introduceAfterwards, isToBeIntroduced } from './greeting.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { answerWords } from './meaning.ts'
import { noteReading } from './noteReading.ts'
import { abandonForm } from './openForm.ts'
import { keepQuiet } from './quiet.ts'
import { sayAtOnce } from './say.ts'
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
export async function answerSafety(turn: Turn, finding: Danger): Promise<void> {
  const { deps, context, conversationId, eventId, session } = turn
  const { kind, rule, rest } = finding
  session.misses = 0
  if (finding.language) session.language = finding.language
  if (finding.programme === 'breast') session.symptomSince = deps.clock.now().toISO() ?? ''
  if (!changesNothing(turn, rule)) {
    noteReading(turn, { kind: 'danger', danger: kind, intents: [] })
    if (kind !== 'symptom') await abandonForm(turn)
    await deps.escalations.escalate({ conversationId, eventId, reason: kind, note: rule })
    const replies = deps.safetyReplies(finding)
    for (const [i, text] of replies.entries()) await sayAtOnce(context, text, i === replies.length - 1 ? choicesUnder(turn, finding) : [])
    if (isToBeIntroduced(turn) && (kind === 'symptom' || kind === 'crisis')) await introduceAfterwards(turn)
    if (kind === 'crisis' || kind === 'abuse') keepQuiet(turn)
  }
  if (rest && (kind === 'symptom' || kind === 'emergency')) await answerRest(turn, rest)
}

/** Whether no phrase found it, only the weight of the whole: our own words, tapped, are not weighed. */
export const isByWeight = ({ foundBy }: Danger): boolean => foundBy === 'weight'

/** "It's not safe" may be the answer to our own question, and is heard as that where we asked it. */
export const mayTellWhetherSafe = (finding: Danger, { text }: Said): boolean => isByWeight(finding) && text.trim().split(/\s+/).length <= 4

/**
 * The answer whether it is safe to write goes to staff, tapped or in words; a "no" in whatever words is heard, and never
 * taken for a question. True when it was that.
 */
export async function passOnWhetherSafe(turn: Turn, said: Said, offered: Choice[]): Promise<boolean> {
  const answer = answerWhetherSafe(said, offered)
  if (!answer) return false
  const { deps, context, conversationId, eventId } = turn
  const note = `safe to write here: ${answer}`
  if (!(await deps.escalations.addNote(conversationId, 'abuse', note)))
    await deps.escalations.escalate({ conversationId, eventId, reason: 'abuse', note })
  await sayAtOnce(context, fixedText(turn, 'safe_to_write'))
  return true
}

function answerWhetherSafe({ text, value }: Said, offered: Choice[]): string | undefined {
  const tapped = SAFE_TO_WRITE.find((choice) => choice.value === value)
  if (tapped) return tapped.title
  const justAsked = offered.some((choice) => choice.value === 'notSafeToWrite')
  const first = /^\W*(no|nope|nah|not|never|don'?t|yes|yeah|yep|safe|it'?s|it is)\b/i.exec(text)?.[1]?.toLowerCase()
  if (!justAsked || !first) return undefined
  return /^(yes|yeah|yep|safe)$/.test(first) && !/\b(no|not|never|isnt|cant|dont|wont)\b|n['’]t\b/i.test(text)
    ? 'Yes, in words'
    : 'No, or not sure, in words'
}

/** What is clear in the rest of the message; nothing is asked back after something dangerous. */
async function answerRest(turn: Turn, rest: string): Promise<void> {
  const meaning = await turn.understand(rest)
  if (meaning.kind === 'understood' && meaning.intents.some((id) => !turn.deps.intent(id)?.asksNothing)) await answerWords(turn, rest)
}

/** A symptom is for the GP; the screening appointment can be kept or cancelled. */
function choicesUnder(turn: Turn, { kind }: Danger): Choice[] {
  if (kind === 'abuse') return SAFE_TO_WRITE
  const cancel = turn.deps.intent('cancel_appointment')
  return kind === 'symptom' && cancel && !hasOpenQuestion(turn) ? [choiceOf(cancel), PERSON] : []
}
