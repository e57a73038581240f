import type { Answered, Reworded } from './checks.ts'
import type { Intent } from './intentSchema.ts'
import type { ReadTwice } from './readTwice.ts'

/** So many messages of one answer are shown. */
const EXAMPLES = 5

/** Answers whose words the draft changes, with the messages that get them before and after. */
export function rewordedAnswers(live: readonly Intent[], draft: readonly Intent[], read: ReadTwice[]): Reworded[] {
  const before = new Map(live.map((intent) => [intent.id, wordsOf(intent)]))
  const changed = draft.filter((intent) => before.has(intent.id) && before.get(intent.id) !== wordsOf(intent))
  return changed
    .map(({ id, title }) => {
      const its = read.filter((one) => gets(one.live.answered, id) && gets(one.draft.answered, id))
      const recent = its.filter(({ from }) => from === 'recent')
      return {
        intent: id,
        title,
        messages: { recent: recent.length, evaluation: its.length - recent.length },
        examples: [...recent, ...its]
          .map(({ text }) => text)
          .filter((text, at, all) => all.indexOf(text) === at)
          .slice(0, EXAMPLES),
      }
    })
    .sort((one, other) => other.messages.recent - one.messages.recent || other.messages.evaluation - one.messages.evaluation)
}

const wordsOf = ({ worry, answer, dialog }: Intent): string => JSON.stringify([worry, answer, dialog])

const gets = (answered: Answered, id: string): boolean => answered.kind === 'understood' && answered.intents.includes(id)
