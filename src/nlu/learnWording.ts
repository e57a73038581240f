import { type BareWords, learnBareWords } from './bareWords.ts'
import type { Features, FeaturesIn } from './features.ts'
import { type LearningPlan, trainSoftmax } from './softmax.ts'
import { type SparseVector, sparseRows } from './sparseRows.ts'
import { join, learnVocabulary, type Vocabulary, vectorAt, vectorOf } from './vocabulary.ts'

/** All that learning the wording takes: plain data, which can be handed to another thread. */
export type WordingTask = {
  /** In full words, spelled right. */
  texts: string[]
  /** Of each text the place of its intent, and what it is known by. */
  labels: Int32Array
  keys: Uint32Array
  intents: number
  plan: LearningPlan
  /** What fewer texts have is left out. */
  rarest: number
}

/** What the words and letters of a pack tell. Weights lie feature by feature, the words' before the letters'. */
export type Wording = {
  words: Vocabulary
  letters: Vocabulary
  weights: Float32Array
  bare: BareWords
}

/** The length of the letters' part beside the words' part, which is 1. */
const LETTERS = 0.7

export function learnWording({ texts, labels, keys, intents, plan, rarest }: WordingTask, featuresIn: FeaturesIn): Wording {
  const features = texts.map(featuresIn)
  const words = learnVocabulary(
    features.map((one) => [one.words]),
    rarest,
  )
  const letters = learnVocabulary(
    features.map((one) => one.letters),
    rarest,
  )
  const vectors = texts.map((_, i) =>
    joined(
      words.vocabulary,
      vectorAt(words.texts[i] as Int32Array, words.vocabulary.rarity),
      vectorAt(letters.texts[i] as Int32Array, letters.vocabulary.rarity, LETTERS),
    ),
  )
  const width = words.counts.length + letters.counts.length
  return {
    words: words.vocabulary,
    letters: letters.vocabulary,
    weights: trainSoftmax(sparseRows(vectors, width, intents), labels, intents, plan, keys),
    bare: learnBareWords(features, labels, words),
  }
}

/** A text's words and letters as one vector. */
export function wordingOf({ words, letters }: Pick<Wording, 'words' | 'letters'>, features: Features): SparseVector {
  return joined(words, vectorOf(words, features.words), vectorOf(letters, features.letters.flat(), LETTERS))
}

const joined = (words: Vocabulary, ofWords: SparseVector, ofLetters: SparseVector): SparseVector =>
  join(ofWords, ofLetters, words.places.size)
