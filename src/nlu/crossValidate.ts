import type { Classification, Classifier, IntentExamples } from './classifier.ts'

/** An example as it was read by a classifier that had not seen it. */
export type UnseenReading = { text: string; intent: string; classification: Classification }

/**
 * Reads every example with a classifier that learnt from the others: the examples of each intent are dealt out to the folds in turn.
 * `learn` makes a classifier from a pack. What was `heard` is learnt from and not read: the sentence model was taught by it.
 */
export async function crossValidate(
  pack: IntentExamples[],
  folds: number,
  learn: (pack: IntentExamples[]) => Promise<Pick<Classifier, 'classify'>>,
): Promise<UnseenReading[]> {
  const readings: UnseenReading[] = []
  for (let fold = 0; fold < folds; fold++) {
    const classifier = await learn(
      pack.map((intent) => ({ ...intent, utterances: intent.utterances.filter((_, i) => i % folds !== fold) })),
    )
    for (const { intent, utterances } of pack)
      for (const text of utterances.filter((_, i) => i % folds === fold))
        readings.push({ text, intent, classification: await classifier.classify(text) })
  }
  return readings
}
