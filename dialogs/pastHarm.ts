import { callPerson } from './person.ts'
import { plainWords } from './plainWords.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'

const TELLS_OF_IT =
  /\b(?:raped?|rapist|molest(?:ed|ation)|sexual(?:ly)? (?:abused?|assault(?:ed)?|violence)|(?:was|been|being) (?:abused|assaulted|interfered with)|abused (?:as|when)|(?:abuse|rape|assault) (?:survivor|victim)|survivor of (?:abuse|rape)|(?:my|past|childhood|sexual|birth) (?:abuse|assault|trauma)|what (?:happened to me|was done to me|he did to me|they did to me)|ptsd|fgm)\b/

/** Whether the words tell that something was done to her once, whatever else is asked. What goes on now is the safety gate's. */
export const tellsOfPastHarm = (text: string): boolean => TELLS_OF_IT.test(plainWords(text))

/** Said before what was asked is answered: with such a past nobody should have to deal with a program alone. */
export async function meetPastHarm(turn: Turn): Promise<void> {
  await say(turn.context, 'I am sorry for what happened to you. You do not have to tell us more about it than you want to.')
  await callPerson(turn, 'distress', { note: 'something in the past makes this hard', withoutForm: true })
}
