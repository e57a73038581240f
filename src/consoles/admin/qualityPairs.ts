import type { IntentQuality, Misreading, QualityResult } from '../../content/qualityResult.ts'

/** Examples of one intent that are read as another; `as` is absent where they are not understood. The surest first. */
export type Pair = { intent: IntentQuality; as: IntentQuality | undefined; examples: Misreading[]; advice: string[] }

/** What is taken for what, the most frequent first. */
export function pairsOf({ intents, misread }: Pick<QualityResult, 'intents' | 'misread'>): Pair[] {
  const known = new Map(intents.map((intent) => [intent.id, intent]))
  const groups = Map.groupBy(misread, ({ intent, as }) => key(intent, as))
  const pairs = [...groups.values()].flatMap((alike) => {
    const intent = known.get(alike[0]?.intent ?? '')
    const as = known.get(alike[0]?.as ?? '')
    if (!intent) return []
    const examples = alike.toSorted((a, b) => b.confidence - a.confidence)
    const back = as ? (groups.get(key(as.id, intent.id))?.length ?? 0) : 0
    return [{ intent, as, examples, advice: adviceOn(intent, as, examples, back) }]
  })
  return pairs.sort((a, b) => b.examples.length - a.examples.length || (a.intent.id < b.intent.id ? -1 : 1))
}

const key = (intent: string, as: string | undefined): string => `${intent} ${as ?? ''}`

/** From here on the bot is sure of what it got wrong. */
const SURE = 0.6
/** So few say nothing about an intent. */
const FEW = 2
/** An intent with so many times the examples of another draws messages from it. */
const MANY_TIMES = 1.6

/** What to do about it, in plain words. `back`: how often it happens the other way round. */
function adviceOn(intent: IntentQuality, as: IntentQuality | undefined, examples: Misreading[], back: number): string[] {
  const here = `“${intent.title}”`
  if (!as)
    return [
      examples.length <= FEW
        ? 'Single odd examples are no reason to change anything.'
        : `These are like no other example. Where people do say it like this, add more examples of the kind to ${here}; where they do not, take them out.`,
    ]
  const there = `“${as.title}”`
  if (examples.length <= FEW && back <= FEW) return ['Single odd examples are no reason to change anything.']
  const sure = examples.filter(({ confidence }) => confidence >= SURE).length
  const advice: string[] = []
  if (back > FEW && back * 2 >= examples.length)
    advice.push(
      `It happens the other way round as well (${back}). Are they one question? Then one answer may do for both, and the examples can go together. Otherwise give both more examples with the words that tell them apart.`,
    )
  if (sure * 2 >= examples.length)
    advice.push(`The bot is sure of most of these. Read them again: some may belong to ${there}, and are better moved there.`)
  if (as.examples >= intent.examples * MANY_TIMES)
    advice.push(`${there} has ${as.examples} examples and ${here} has ${intent.examples}. Add to ${here}, in words that people really use.`)
  if (advice.length === 0)
    advice.push(`Add examples to ${here} that say what is different about it: the words that never stand in ${there}.`)
  return advice
}
