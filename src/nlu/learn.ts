import type { IntentExamples } from './classifier.ts'
import { denseRows } from './denseRows.ts'
import type { Embedder, Embedding } from './embedding.ts'
import type { Features } from './features.ts'
import type { Model } from './model.ts'
import type { CreateReading } from './reading.ts'
import { type LearningPlan, trainSoftmax } from './softmax.ts'
import { type SparseVector, sparseRows } from './sparseRows.ts'
import { typedWords } from './typedWords.ts'
import { join, learnVocabulary, type Vocabulary, vectorOf } from './vocabulary.ts'

/** Chosen on the validation sets of CLINC150, BANKING77 and HWU64, ten examples an intent. */
const MEANING_PLAN: LearningPlan = { epochs: 8, rate: 3, decay: 0.002 }
const WORDING_PLAN: LearningPlan = { epochs: 8, rate: 3, decay: 0.002 }
/** What the wording weighs at ten examples an intent; with more, it knows more of how a thing is said. Chosen on the same sets. */
const WORDING_OF_TEN = 0.4
/** The length of the letters' part beside the words' part, which is 1. */
const LETTERS = 0.7

export type LearningDeps = { embedder: Embedder | undefined; createReading: CreateReading }

/** How many texts are embedded at the same time. */
const AT_ONCE = 4

type Example = { intent: number; text: string; features: Features }

/**
 * Learns a pack: the same examples give the same model, bit by bit. An intent's title, where there is one, counts as one more
 * example. `embedder` may be undefined: then only the wording is learnt.
 */
export async function learn(pack: IntentExamples[], { embedder, createReading }: LearningDeps): Promise<Model> {
  const said = countWords(pack.flatMap(textsOf))
  const read = createReading({ said, commonness: (word) => embedder?.commonness(word) })
  const examples = pack.flatMap((intent, at) =>
    textsOf(intent).map((text): Example => {
      const { text: plain, features } = read(text)
      return { intent: at, text: plain, features }
    }),
  )
  const meaning = embedder && (await learnMeaning(examples, pack.length, embedder))
  return { intents: pack.map(({ intent }) => intent), said, wording: learnWording(examples, pack.length), ...(meaning && { meaning }) }
}

const textsOf = ({ utterances, titles = [] }: IntentExamples): string[] => [...utterances, ...titles]

function learnWording(examples: Example[], intents: number): Model['wording'] {
  const words = learnVocabulary(examples.map(({ features }) => features.words))
  const letters = learnVocabulary(examples.map(({ features }) => features.letters))
  const vectors = examples.map(({ features }) => wordingOf(words, letters, features))
  const rows = sparseRows(vectors, words.places.size + letters.places.size, intents)
  return {
    words,
    letters,
    weights: trainSoftmax(rows, labelsOf(examples), intents, WORDING_PLAN),
    share: WORDING_OF_TEN * Math.cbrt(examples.length / intents / 10),
  }
}

/** A text's words and letters as one vector. */
export function wordingOf(words: Vocabulary, letters: Vocabulary, features: Features): SparseVector {
  return join(vectorOf(words, features.words), vectorOf(letters, features.letters, LETTERS), words.places.size)
}

async function learnMeaning(examples: Example[], intents: number, embedder: Embedder): Promise<NonNullable<Model['meaning']>> {
  const embeddings = await embedAll(examples, embedder)
  return {
    weights: trainSoftmax(denseRows(embeddings), labelsOf(examples), intents, MEANING_PLAN),
    examples: examples.map(({ intent }, i) => ({ intent, embedding: embeddings[i] as Embedding })),
  }
}

/** Several at once, so that every processor has work. */
async function embedAll(examples: Example[], embedder: Embedder): Promise<Embedding[]> {
  const embeddings: Embedding[] = new Array(examples.length)
  let next = 0
  const work = async () => {
    while (next < examples.length) {
      const at = next++
      embeddings[at] = await embedder.embed(examples[at]?.text ?? '')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return embeddings
}

const labelsOf = (examples: Example[]) => Int32Array.from(examples, ({ intent }) => intent)

function countWords(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(typedWords)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
