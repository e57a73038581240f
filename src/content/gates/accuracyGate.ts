import type { Figures, Outcome } from '../../nlu/evaluate.ts'
import type { Gate } from '../checks.ts'
import type { Intent } from '../intentSchema.ts'
import type { Pack } from '../readPack.ts'
import { gate, quote } from './gate.ts'

/**
 * So much of what is understood today may be lost, in shares of the messages that nothing is learnt from. An edit of one intent moves a
 * few messages of others one way and the other: seven of our 654 are one in a hundred.
 */
const MOST_LOST = 0.01
/** Messages outside the service are few, 75 of ours, and each is more than one in a hundred. */
const MOST_NONE_LOST = 0.03
const EXAMPLES = 8

type Judged = { figures: Figures; outcomes: Outcome[] }

type Deps = {
  live: Pack
  draft: Pack
  /** The same messages in the same order, as what is live and as the draft reads them. */
  before: Judged
  after: Judged
  /** Intents that the draft takes out, whose messages are not counted. */
  gone: readonly string[]
}

/** Strangers' messages are understood as well as today. */
export function accuracyGate({ live, draft, before, after, gone }: Deps): Gate {
  const lost = [
    fall('Understood at once', before.figures.intents.accuracy, after.figures.intents.accuracy, MOST_LOST),
    fall('With the right one among the first three', before.figures.intents.top3, after.figures.intents.top3, MOST_LOST),
    fall('What is none of our business, kept apart', before.figures.none.recall, after.figures.none.recall, MOST_NONE_LOST),
  ].flatMap((reason) => reason ?? [])
  const titles = new Map([...live.intents, ...draft.intents].map((intent) => [intent.id, intent]))
  const titleOf = new Map(live.intents.map(({ id, title }) => [id, title]))
  return gate(
    'accuracy',
    'Messages are understood as well as today',
    lost.length > 0 ? [...lost, ...newMistakes(before.outcomes, after.outcomes, titles)] : [],
    gone.map((id) => `The draft takes out ${quote(titleOf.get(id) ?? id)}: what meant it is not counted.`),
  )
}

/** Rounded, since shares are. */
function fall(what: string, was: number, is: number, most: number): string | undefined {
  if (Math.round((was - is) * 1000) <= most * 1000) return undefined
  return `${what}: ${percent(was)} of the messages that nothing is learnt from today, ${percent(is)} with the draft. It may fall by ${percent(most)} at most.`
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

function newMistakes(before: Outcome[], after: Outcome[], intents: ReadonlyMap<string, Intent>): string[] {
  const name = (label: string) => (label === 'none' ? 'not ours' : quote(intents.get(label)?.title ?? label))
  const wrong = after.filter(({ expected, predicted }, at) => predicted !== expected && before[at]?.predicted === before[at]?.expected)
  return wrong
    .slice(0, EXAMPLES)
    .map(({ text, expected, predicted }) => `${quote(text)} means ${name(expected)}, and would be read as ${name(predicted)}.`)
}
