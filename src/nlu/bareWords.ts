import type { Classification } from './classifier.ts'
import type { Features } from './features.ts'
import type { LearntVocabulary } from './vocabulary.ts'

/** What a pack teaches about bare messages, whose one or two words tell nothing by themselves: "the letter", "when", "change". */
export type BareWords = {
  /** Words, and pairs of words, that are said of everything. */
  ofEverything: Set<string>
  /** The pairs of those words that any example says. */
  pairs: Set<string>
  /** The bare messages among the examples, each with the places of the intents that it was given. */
  given: Map<string, number[]>
}

type Learnt = Pick<LearntVocabulary, 'vocabulary' | 'counts'>

/** What so many examples say is said of everything where no intent has this share of them. Chosen on a list of single words. */
const OFTEN = 80
const SHARE = 0.12
/** In more words than this their order tells something: "I don't want to come". */
const MOST_WORDS = 2
/** How sure it is of a bare message that an example says in full, and at most of any other: little enough to ask what is meant. */
const GIVEN = 0.9
const UNSURE = 0.4
/** By how much the others come nearer to the likeliest. */
const BLUNTING = 3

/** `examples`: what each is compared by; `labels`: of each the place of its intent; `learnt`: the vocabulary of their words. */
export function learnBareWords(examples: Features[], labels: Int32Array, learnt: Learnt): BareWords {
  const ofEverything = saidOfEverything(examples, labels, learnt)
  const isOfThem = (pair: string) => pair.split(' ').every((word) => ofEverything.has(word))
  const pairs = new Set(examples.flatMap((features) => within(features).filter((word) => isPair(word) && isOfThem(word))))
  const given = new Map<string, number[]>()
  for (const [i, features] of examples.entries()) {
    if (!isBare(features, { ofEverything, pairs })) continue
    const intents = given.get(keyOf(features)) ?? []
    const intent = labels[i] as number
    given.set(keyOf(features), intents.includes(intent) ? intents : [...intents, intent])
  }
  return { ofEverything, pairs, given }
}

function saidOfEverything(examples: Features[], labels: Int32Array, { vocabulary, counts }: Learnt): Set<string> {
  const countOf = (word: string): number => counts[vocabulary.places.get(word) ?? 0] as number
  const often = [...vocabulary.places.keys()].filter((word) => isWithin(word) && countOf(word) >= OFTEN)
  const byIntent = new Map(often.map((word) => [word, new Map<number, number>()]))
  for (const [i, { words }] of examples.entries()) {
    const intent = labels[i] as number
    for (const word of new Set(words)) {
      const intents = byIntent.get(word)
      intents?.set(intent, (intents.get(intent) ?? 0) + 1)
    }
  }
  return new Set(often.filter((word) => Math.max(...(byIntent.get(word)?.values() ?? [])) < SHARE * countOf(word)))
}

/** A message of bare words means what an example was given; any other is left unsure, and more than one thing may be meant by it. */
export function doubtBareWords(classification: Classification, features: Features, bare: BareWords, intents: string[]): Classification {
  if (!isBare(features, bare)) return classification
  const meant = bare.given.get(keyOf(features))?.map((place) => intents[place] as string)
  return meant ? asGiven(classification, meant) : blunt(classification)
}

/** Whether each word is said of everything, and no two that follow each other are known for more. A word that is not known may tell much. */
function isBare(features: Features, { ofEverything, pairs }: Pick<BareWords, 'ofEverything' | 'pairs'>): boolean {
  const said = within(features)
  const words = said.filter((word) => !isPair(word)).length
  if (words === 0 || words > MOST_WORDS) return false
  return said.every((word) => ofEverything.has(word) || (isPair(word) && !pairs.has(word)))
}

/** The words and pairs, without the pairs that have an edge of the text in them. */
const within = ({ words }: Features): string[] => words.filter(isWithin)

const isWithin = (word: string): boolean => !word.startsWith('^ ') && !word.endsWith(' $')

const isPair = (word: string): boolean => word.includes(' ')

const keyOf = ({ words }: Features): string => words.join()

function blunt(classification: Classification): Classification {
  const most = classification[0]?.confidence ?? 0
  return classification.map(({ intent, confidence }) => ({
    intent,
    confidence: Math.min(most, UNSURE) * (confidence / most) ** (1 / BLUNTING),
  }))
}

/** What several were given is left unsure between them. */
function asGiven(classification: Classification, meant: string[]): Classification {
  const confidence = meant.length === 1 ? GIVEN : UNSURE
  return [
    ...meant.map((intent) => ({ intent, confidence })),
    ...classification
      .filter(({ intent }) => !meant.includes(intent))
      .map((other) => ({ intent: other.intent, confidence: other.confidence * (1 - GIVEN) })),
  ]
}
