import { tappedIntent } from './choices.ts'
import { introduce, isToBeIntroduced, sayHello } from './greeting.ts'
import type { Command } from './heardAlways.ts'
import { noteReading } from './noteReading.ts'
import { askOpenQuestionAgain } from './openForm.ts'
import type { Said, Turn } from './turn.ts'

/** Commands whose answer says what this is. */
const INTRODUCE_THEMSELVES: (Command | undefined)[] = ['startAgain', 'whoAreYou']

/** Says what this is to whom it has not seen, or not for long. True when that is the whole answer. */
export async function opensConversation(turn: Turn, said: Said, command: Command | undefined): Promise<boolean> {
  if (!isToBeIntroduced(turn) || INTRODUCE_THEMSELVES.includes(command)) return false
  if (command || !(await isHello(turn, said))) {
    await introduce(turn)
    return false
  }
  await sayHello(turn)
  await askOpenQuestionAgain(turn)
  return true
}

async function isHello(turn: Turn, { text, value }: Said): Promise<boolean> {
  const { deps, understand } = turn
  if (tappedIntent(value) || !text.trim() || deps.languageOf(text)) return false
  const meaning = await understand(text)
  if (meaning.kind !== 'understood' || !meaning.intents.every((id) => deps.intent(id)?.dialog === 'greeting')) return false
  noteReading(turn, { kind: 'answered', intents: meaning.intents }, meaning)
  return true
}
