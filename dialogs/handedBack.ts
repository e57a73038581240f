import type { ServiceFacts } from '../src/content/serviceFactsSchema.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { MESSAGE_FOR_STAFF } from './messageForStaff.ts'
import { askOpenQuestionAgain } from './openForm.ts'
import { speakAgain } from './quiet.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { whoThisIs } from './whoThisIs.ts'

/**
 * A colleague has handed the conversation back: the bot says who answers from now on, and asks the open question again. After a crisis or
 * abuse it says only that, in words that anybody may read, and neither offers nor asks anything by itself: what the patient writes next is
 * answered, for she knows then to whom she writes.
 */
export async function answerHandedBack(turn: Turn, colleague: unknown): Promise<void> {
  const { context, facts, session } = turn
  const who = typeof colleague === 'string' && colleague ? colleague : 'A person in our team'
  turn.introduced = true
  // What it was about she has told the colleague by now.
  if (turn.dialogs.activeDialog?.id === MESSAGE_FOR_STAFF) await turn.dialogs.cancelAllDialogs()
  if (session.quiet) {
    speakAgain(turn)
    return sayAtOnce(context, `${who} has left this conversation. ${whoThisIs(facts, 'again')} To write to a person, write “person”.`)
  }
  const more = hasOpenQuestion(turn) ? '' : ' Is there anything else you would like to ask?'
  await sayAtOnce(context, `${handedOver(who, facts)} You can ask for a person at any time.${more}`)
  await askOpenQuestionAgain(turn)
}

function handedOver(who: string, facts: ServiceFacts): string {
  if (facts.answering === 'assist') return `${who} has finished for now. ${whoThisIs(facts, 'again')}`
  return `${who} has handed you back to me, the automated assistant of ${facts.name}.`
}
