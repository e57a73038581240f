import type { Reading } from '../src/conversation/heard.ts'
import type { Meaning } from '../src/nlu/understand.ts'
import type { Turn } from './turn.ts'

const HAS_WORDS = /\p{L}/u

/**
 * Notes what the bot made of the patient's own words, so that people can learn from it. A tap says nothing about understanding, and a word
 * about the answer before asks nothing. What is served after something dangerous is noted with that.
 */
export function noteReading(turn: Turn, reading: Omit<Reading, 'likely'>, { likely = [] }: Pick<Meaning, 'likely'> = {}): void {
  const { context, session, eventKey } = turn
  const { text = '', value } = context.activity
  if ((typeof value === 'string' && value) || !HAS_WORDS.test(text) || session.heard?.vote) return
  const danger = session.heard?.reading?.danger
  const noted: Reading = danger ? { ...reading, kind: 'danger', danger, likely } : { ...reading, likely }
  session.heard = { ...session.heard, reading: noted }
  if (noted.kind === 'answered') session.answered = eventKey
}
