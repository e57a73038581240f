import { learnBareWords } from './bareWords.ts'
import type { IntentExamples } from './classifier.ts'
import { denseRows } from './denseRows.ts'
import type { Embedder, Embedding } from './embedding.ts'
import type { Features } from './features.ts'
import type { Model } from './model.ts'
import { keepExamples } from './neighbours.ts'
import type { CreateReading } from './reading.ts'
import { type LearningPlan, trainSoftmax } from './softmax.ts'
import type { SparseVector } from './sparseRows.ts'
import { trainWording, type WordingTask } from './trainWording.ts'
import { typedWords } from './typedWords.ts'
import { join, learnVocabulary, type Vocabulary, vectorOf } from './vocabulary.ts'

/** Chosen on the validation sets of CLINC150, BANKING77 and HWU64, ten examples an intent. */
const FEW_EXAMPLES: LearningPlan = { epochs: 8, rate: 3, decay: 0.002 }
/** From so many examples an intent on, fewer rounds with longer steps learn as well, in a quarter of the time: chosen on messages kept out of our pack. */
const MANY = 30
const MANY_EXAMPLES: LearningPlan = { epochs: 2, rate: 6, decay: 0.002 }
/** With more examples an intent than this, they know more of how a thing is said. How much more was chosen on the same messages. */
const FEW_OF_INTENT = 10
const GROWTH = 0.8
/** The length of the letters' part beside the words' part, which is 1. */
const LETTERS = 0.7

export type LearningDeps = {
  embedder: Embedder | undefined
  createReading: CreateReading
  /** Where the wording is learnt: here, unless something else is given. */
  trainWording?: (task: WordingTask) => Promise<Float32Array>
}

/** How many texts are embedded at the same time. */
const AT_ONCE = 4

type Example = { intent: number; text: string; features: Features }

/**
 * Learns a pack: the same examples give the same model, bit by bit. An intent's title, where there is one, counts as one more
 * example. `embedder` may be undefined: then only the wording is learnt.
 */
export async function learn(pack: IntentExamples[], deps: LearningDeps): Promise<Model> {
  const { embedder, createReading } = deps
  const said = countWords(pack.flatMap(textsOf))
  const read = createReading({ said, commonness: (word) => embedder?.commonness(word) })
  const examples = pack.flatMap((intent, at) =>
    textsOf(intent).map((text): Example => {
      const { text: plain, features } = read(text)
      return { intent: at, text: plain, features }
    }),
  )
  const [wording, meaning] = await Promise.all([
    learnWording(examples, pack.length, deps.trainWording ?? trainHere),
    embedder && learnMeaning(examples, pack.length, embedder),
  ])
  const weightOfExamples = Math.max(1, examples.length / (pack.length || 1) / FEW_OF_INTENT) ** GROWTH
  const bare = learnBareWords(examples, wording.words.places)
  return { intents: pack.map(({ intent }) => intent), said, wording, bare, weightOfExamples, ...(meaning && { meaning }) }
}

const trainHere = async (task: WordingTask): Promise<Float32Array> => trainWording(task)

const textsOf = ({ utterances, heard = [], titles = [] }: IntentExamples): string[] => [...utterances, ...heard, ...titles]

async function learnWording(
  examples: Example[],
  intents: number,
  train: NonNullable<LearningDeps['trainWording']>,
): Promise<Model['wording']> {
  const words = learnVocabulary(examples.map(({ features }) => features.words))
  const letters = learnVocabulary(examples.map(({ features }) => features.letters))
  const vectors = examples.map(({ features }) => wordingOf(words, letters, features))
  const width = words.places.size + letters.places.size
  return {
    words,
    letters,
    weights: await train({ vectors, width, labels: labelsOf(examples), keys: keysOf(examples), intents, plan: planFor(examples, intents) }),
  }
}

const planFor = (examples: Example[], intents: number): LearningPlan => (examples.length < MANY * intents ? FEW_EXAMPLES : MANY_EXAMPLES)

/** A text's words and letters as one vector. */
export function wordingOf(words: Vocabulary, letters: Vocabulary, features: Features): SparseVector {
  return join(vectorOf(words, features.words), vectorOf(letters, features.letters, LETTERS), words.places.size)
}

async function learnMeaning(examples: Example[], intents: number, embedder: Embedder): Promise<NonNullable<Model['meaning']>> {
  const embeddings = await embedAll(examples, embedder)
  const byIntent: Embedding[][] = Array.from({ length: intents }, () => [])
  for (const [i, { intent }] of examples.entries()) byIntent[intent]?.push(embeddings[i] as Embedding)
  return {
    weights: trainSoftmax(denseRows(embeddings), labelsOf(examples), intents, planFor(examples, intents), keysOf(examples)),
    examples: keepExamples(byIntent, embedder.general),
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

/** What an example is known by: its words, wherever it stands (FNV-1a). */
const keysOf = (examples: Example[]): Uint32Array =>
  Uint32Array.from(examples, ({ text }) => {
    let key = 0x811c9dc5
    for (let i = 0; i < text.length; i++) key = Math.imul(key ^ text.charCodeAt(i), 0x01000193)
    return key >>> 0
  })

const labelsOf = (examples: Example[]) => Int32Array.from(examples, ({ intent }) => intent)

function countWords(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(typedWords)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
