import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { examplesOf, SENTENCE_MODEL } from '../../src/app/openUnderstanding.ts'
import type { Intent } from '../../src/content/intentSchema.ts'
import type { Classifier, IntentExamples } from '../../src/nlu/classifier.ts'
import { createClassifier } from '../../src/nlu/createClassifier.ts'
import type { Deal } from '../../src/nlu/crossValidate.ts'
import { learn } from '../../src/nlu/learn.ts'
import { featuresIn } from '../../src/nlu/naturalFeatures.ts'
import { createNaturalReading } from '../../src/nlu/naturalReading.ts'
import { normalise } from '../../src/nlu/normalise.ts'
import { openOnnxEmbedder } from '../../src/nlu/onnxEmbedder.ts'

const FOLDS = 4

/**
 * How the whole pack is dealt, so that each part can be read by what the others taught, the sentence model too. By what a message says: it
 * stays in its fold when the pack changes, and so does a second one that differs in capitals and punctuation only.
 */
export const ofWholePack = {
  folds: FOLDS,
  foldOf: (text: string) => createHash('sha256').update(barely(text)).digest().readUInt32BE(0) % FOLDS,
} satisfies Deal

/** The sentence model that has heard nothing of the fold; `scripts/learnPatients.ts --fold` makes it. */
export const taughtWithout = (fold: number): string => join(import.meta.dirname, '../../build/folds', `${fold}.onnx`)

/** What was heard among the chosen examples, each once. */
export function wholeOf(intent: Intent): IntentExamples {
  const { utterances, heard = [], ...rest } = examplesOf(intent)
  const each = new Map([...utterances, ...heard].map((text) => [barely(text).trim() || text, text]))
  return { ...rest, utterances: [...each.values()] }
}

const barely = (text: string): string => normalise(text).replace(/[^\p{L}\p{N} ]/gu, '')

/** The first fold whose sentence model has not been taught. */
export const missingFold = (): number | undefined =>
  Array.from({ length: FOLDS }, (_, fold) => fold).find((fold) => !existsSync(taughtWithout(fold)))

/** Learns by the sentence model that has heard nothing of the fold. */
export async function learnUnheard(pack: IntentExamples[], fold: number): Promise<Classifier> {
  const deps = { embedder: await openOnnxEmbedder(SENTENCE_MODEL, taughtWithout(fold)), createReading: createNaturalReading, featuresIn }
  return createClassifier(await learn(pack, deps), deps)
}
