import { SENTENCE_MODEL } from '../../src/app/openUnderstanding.ts'
import type { Classifier, IntentExamples } from '../../src/nlu/classifier.ts'
import { createClassifier } from '../../src/nlu/createClassifier.ts'
import { learn } from '../../src/nlu/learn.ts'
import { featuresIn } from '../../src/nlu/naturalFeatures.ts'
import { createNaturalReading } from '../../src/nlu/naturalReading.ts'
import { openOnnxEmbedder } from '../../src/nlu/onnxEmbedder.ts'
import type { CreateReading } from '../../src/nlu/reading.ts'
import { wordsOf } from '../../src/nlu/typedWords.ts'
import type { Engine, Taught } from './engine.ts'

/** Our engine with the sentence model, or by wording alone; with its correction of spelling, or without. */
export async function ourEngine({ withMeaning = true, correcting = true, withTitles = true }): Promise<Engine> {
  const embedder = withMeaning ? await openOnnxEmbedder(SENTENCE_MODEL) : undefined
  const deps = { embedder, createReading: correcting ? createNaturalReading : readingAsTyped, featuresIn }
  return {
    async learn(pack) {
      return bestOf(createClassifier(await learn(withTitles ? pack : pack.map(withoutTitles), deps), deps))
    },
  }
}

const bestOf = (classifier: Classifier): Taught => ({
  async read(text) {
    const all = await classifier.classify(text)
    const total = all.reduce((sum, { confidence }) => sum + confidence, 0)
    return all[0] && { ...all[0], within: all[0].confidence / total }
  },
})

const withoutTitles = ({ intent, utterances }: IntentExamples): IntentExamples => ({ intent, utterances })

/** Everything but the correction: where every word counts as known, none is changed. */
const readingAsTyped: CreateReading = ({ said, commonness }) => {
  const read = createNaturalReading({ said: new Map(), commonness: () => 1 })
  const isKnown = (word: string) => commonness(word) !== undefined || said.has(word)
  return (typed) => {
    const { text } = read(typed)
    const words = wordsOf(text)
    return { text, knownShare: words.filter(isKnown).length / (words.length || 1) }
  }
}
