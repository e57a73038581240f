import { doubtBareWords } from './bareWords.ts'
import type { Classifier } from './classifier.ts'
import { withConfidence } from './confidence.ts'
import { scoreDense } from './denseRows.ts'
import type { LearningDeps } from './learn.ts'
import { wordingOf } from './learnWording.ts'
import type { Model } from './model.ts'
import { neighboursOf } from './neighbours.ts'
import type { Opinion } from './opinion.ts'
import { toProbabilities } from './softmax.ts'
import { scoreSparse } from './sparseRows.ts'
import { splitSentences } from './splitSentences.ts'

/** What the whole of a longer message weighs beside its sentences. */
const WHOLE = 0.7
/**
 * What the wording and the nearest examples weigh at ten examples an intent, beside what their meaning tells on the whole. Chosen on the
 * validation sets of CLINC150, BANKING77 and HWU64.
 */
const WORDING = 0.3
const NEIGHBOURS = 5

/** Understands with a model that was learnt: by wording alone where the model or this process is without the sentence model, or it fails. */
export function createClassifier(
  model: Model,
  { embedder, createReading, featuresIn }: LearningDeps,
): Classifier & { opinionOn(text: string): Promise<Opinion> } {
  const { intents, said, wording, meaning, weightOfExamples } = model
  const read = createReading({ said, commonness: (word) => embedder?.commonness(word) })

  const ofWording = (plain: string): Float64Array => {
    const scores = new Float64Array(intents.length)
    scoreSparse(wording.weights, wordingOf(wording, featuresIn(plain)), scores)
    toProbabilities(scores)
    return scores
  }

  async function opinionOn(text: string): Promise<Opinion> {
    const { text: plain, knownShare } = read(text)
    const words = ofWording(plain)
    const embedding = meaning && (await embedder?.embed(plain).catch(() => undefined))
    if (!meaning || !embedding) return { probabilities: words, meaning: undefined, knownShare }
    const scores = new Float64Array(intents.length)
    scoreDense(meaning.weights, embedding, scores)
    const strength = Math.max(...scores)
    toProbabilities(scores)
    const both = scores.map((share, i) => Math.log(share + TINY) + weightOfExamples * WORDING * Math.log((words[i] as number) + TINY))
    const { byIntent, nearest } = neighboursOf(meaning.examples, both, embedding)
    return { probabilities: withNear(both, byIntent, weightOfExamples), meaning: { nearest, strength }, knownShare }
  }

  /** The whole, and each sentence by how clear it is: in a story the one that asks says most. */
  async function classify(text: string) {
    const whole = await opinionOn(text)
    const sentences = splitSentences(text)
    if (sentences.length < 2) return doubtBareWords(withConfidence(whole, intents), featuresIn(read(text).text), wording.bare, intents)
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

/**
 * The product of the opinions' probabilities, with how near the examples of each intent lie. Opinions that weigh more are no surer for it:
 * so they were calibrated on messages kept out of our pack.
 */
function withNear(both: Float64Array, near: Float64Array, weight: number): Float64Array {
  const fused = both.map((one, i) => (one + weight * NEIGHBOURS * (near[i] as number)) / Math.sqrt(weight))
  toProbabilities(fused)
  return fused
}

const TINY = 1e-12

/** The part that lies nearest to what was learnt: a message belongs here when one of its sentences does. */
const clearest = (opinions: Opinion[]): Opinion =>
  opinions.reduce((best, one) => ((one.meaning?.strength ?? one.knownShare) > (best.meaning?.strength ?? best.knownShare) ? one : best))
