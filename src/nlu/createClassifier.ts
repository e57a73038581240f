import type { Classifier } from './classifier.ts'
import { withConfidence } from './confidence.ts'
import { scoreDense } from './denseRows.ts'
import type { Features } from './features.ts'
import { type LearningDeps, wordingOf } from './learn.ts'
import type { Model } from './model.ts'
import { neighboursOf } from './neighbours.ts'
import type { Opinion } from './opinion.ts'
import { toProbabilities } from './softmax.ts'
import { scoreSparse } from './sparseRows.ts'
import { splitSentences } from './splitSentences.ts'

/** What the whole of a longer message weighs beside its sentences. */
const WHOLE = 0.7
/** What the nearest examples weigh beside what was learnt from all of them. Chosen on the validation sets of CLINC150, BANKING77 and HWU64. */
const NEIGHBOURS = 5

/** Understands with a model that was learnt: by wording alone where the model or this process is without the sentence model, or it fails. */
export function createClassifier(
  model: Model,
  { embedder, createReading }: LearningDeps,
): Classifier & { opinionOn(text: string): Promise<Opinion> } {
  const { intents, said, wording, meaning } = model
  const read = createReading({ said, commonness: (word) => embedder?.commonness(word) })

  const ofWording = (features: Features): Float64Array => {
    const scores = new Float64Array(intents.length)
    scoreSparse(wording.weights, wordingOf(wording.words, wording.letters, features), scores)
    toProbabilities(scores)
    return scores
  }

  async function opinionOn(text: string): Promise<Opinion> {
    const { text: plain, features, knownShare } = read(text)
    const words = ofWording(features)
    const embedding = meaning && (await embedder?.embed(plain).catch(() => undefined))
    if (!meaning || !embedding) return { probabilities: words, meaning: undefined, knownShare }
    const scores = new Float64Array(intents.length)
    scoreDense(meaning.weights, embedding, scores)
    const strength = Math.max(...scores)
    toProbabilities(scores)
    const { byIntent, nearest } = neighboursOf(meaning.examples, intents.length, embedding)
    return { probabilities: fuse(scores, words, wording.share, byIntent), meaning: { nearest, strength }, knownShare }
  }

  /** The whole, and each sentence by how clear it is: in a story the one that asks says most. */
  async function classify(text: string) {
    const whole = await opinionOn(text)
    const sentences = splitSentences(text)
    if (sentences.length < 2) return withConfidence(whole, intents)
    const parts = await Promise.all(sentences.map(opinionOn))
    const clarity = parts.map(({ probabilities }) => Math.max(...probabilities))
    const total = clarity.reduce((sum, one) => sum + one, 0)
    const probabilities = whole.probabilities.map((share, intent) =>
      parts.reduce(
        (sum, part, i) => sum + (1 - WHOLE) * ((clarity[i] as number) / total) * (part.probabilities[intent] as number),
        WHOLE * share,
      ),
    )
    return withConfidence({ ...clearest([whole, ...parts]), probabilities }, intents)
  }

  return { classify, opinionOn }
}

/** The opinions as one: the product of their probabilities, the wording's with less weight, and how near the examples of each intent lie. */
function fuse(meaning: Float64Array, wording: Float64Array, weight: number, near: Float64Array): Float64Array {
  const fused = meaning.map(
    (share, i) => Math.log(share + TINY) + weight * Math.log((wording[i] as number) + TINY) + NEIGHBOURS * (near[i] as number),
  )
  toProbabilities(fused)
  return fused
}

const TINY = 1e-12

/** The part that lies nearest to what was learnt: a message belongs here when one of its sentences does. */
const clearest = (opinions: Opinion[]): Opinion =>
  opinions.reduce((best, one) => ((one.meaning?.strength ?? one.knownShare) > (best.meaning?.strength ?? best.knownShare) ? one : best))
