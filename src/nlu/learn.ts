import type { IntentExamples } from './classifier.ts'
import { denseRows } from './denseRows.ts'
import type { Embedder, Embedding } from './embedding.ts'
import type { FeaturesIn } from './features.ts'
import { learnWording, type Wording, type WordingTask } from './learnWording.ts'
import type { Model } from './model.ts'
import { keepExamples } from './neighbours.ts'
import type { CreateReading } from './reading.ts'
import { type LearningPlan, trainSoftmax } from './softmax.ts'
import { typedWords } from './typedWords.ts'

/** How the wording and the meaning are learnt; and what fewer texts have is left out of the wording. */
type Plan = { wording: LearningPlan; meaning: LearningPlan; rarest: number }

/** Chosen on the validation sets of CLINC150, BANKING77 and HWU64, ten examples an intent. */
const OF_FEW: LearningPlan = { epochs: 8, rate: 3, decay: 0.002 }
const FEW_EXAMPLES: Plan = { wording: OF_FEW, meaning: OF_FEW, rarest: 1 }
/**
 * From so many examples an intent on, fewer rounds with longer steps learn as well, and what one text alone has tells nothing of others:
 * without it a model is half as large. Chosen on messages kept out of our pack.
 */
const MANY = 30
const MANY_EXAMPLES: Plan = {
  wording: { epochs: 2, rate: 6, decay: 0.002 },
  meaning: { epochs: 1, rate: 6, decay: 0.002 },
  rarest: 2,
}
/** With more examples an intent than this, they know more of how a thing is said. How much more was chosen on the same messages. */
const FEW_OF_INTENT = 10
const GROWTH = 0.8

export type LearningDeps = {
  embedder: Embedder | undefined
  createReading: CreateReading
  featuresIn: FeaturesIn
  /** Where the wording is learnt, by the same `featuresIn`: here, unless something else is given. */
  learnWording?: (task: WordingTask) => Promise<Wording>
}

/** How many texts are embedded at the same time. */
const AT_ONCE = 4

/**
 * Learns a pack: the same examples give the same model, bit by bit. An intent's title, where there is one, counts as one more
 * example. `embedder` may be undefined: then only the wording is learnt.
 */
export async function learn(pack: IntentExamples[], deps: LearningDeps): Promise<Model> {
  const { embedder, createReading, featuresIn } = deps
  const said = countWords(pack.flatMap(textsOf))
  const read = createReading({ said, commonness: (word) => embedder?.commonness(word) })
  const texts = pack.flatMap((intent) => textsOf(intent).map((text) => read(text).text))
  const labels = Int32Array.from(pack.flatMap((intent, at) => textsOf(intent).map(() => at)))
  const examples = { texts, labels, keys: Uint32Array.from(texts, keyOf), intents: pack.length }
  const plan = planFor(texts.length, pack.length)
  const learnWordingBy = deps.learnWording ?? (async (task: WordingTask) => learnWording(task, featuresIn))
  const [wording, meaning] = await Promise.all([
    learnWordingBy({ ...examples, plan: plan.wording, rarest: plan.rarest }),
    embedder && learnMeaning({ ...examples, plan: plan.meaning }, embedder),
  ])
  const weightOfExamples = Math.max(1, texts.length / (pack.length || 1) / FEW_OF_INTENT) ** GROWTH
  return { intents: pack.map(({ intent }) => intent), said, wording, weightOfExamples, ...(meaning && { meaning }) }
}

const textsOf = ({ utterances, heard = [], titles = [] }: IntentExamples): string[] => [...utterances, ...heard, ...titles]

const planFor = (examples: number, intents: number): Plan => (examples < MANY * intents ? FEW_EXAMPLES : MANY_EXAMPLES)

async function learnMeaning(task: Omit<WordingTask, 'rarest'>, embedder: Embedder): Promise<NonNullable<Model['meaning']>> {
  const { texts, labels, keys, intents, plan } = task
  const embeddings = await embedAll(texts, embedder)
  const byIntent: Embedding[][] = Array.from({ length: intents }, () => [])
  for (const [i, embedding] of embeddings.entries()) byIntent[labels[i] as number]?.push(embedding)
  return {
    weights: trainSoftmax(denseRows(embeddings), labels, intents, plan, keys),
    examples: keepExamples(byIntent, embedder.general),
  }
}

/** Several at once, so that every processor has work. */
async function embedAll(texts: string[], embedder: Embedder): Promise<Embedding[]> {
  const embeddings: Embedding[] = new Array(texts.length)
  let next = 0
  const work = async () => {
    while (next < texts.length) {
      const at = next++
      embeddings[at] = await embedder.embed(texts[at] ?? '')
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return embeddings
}

/** By its words, wherever it stands (FNV-1a). */
function keyOf(text: string): number {
  let key = 0x811c9dc5
  for (let i = 0; i < text.length; i++) key = Math.imul(key ^ text.charCodeAt(i), 0x01000193)
  return key >>> 0
}

function countWords(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(typedWords)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
