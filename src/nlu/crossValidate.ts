import type { Classification, Classifier, IntentExamples } from './classifier.ts'

/** An example as it was read by a classifier that had not seen it. */
export type UnseenReading = { text: string; intent: string; classification: Classification }

/** How examples are dealt to so many folds, numbered from 0: by what they say, or by their place in their intent. */
export type Deal = { folds: number; foldOf(text: string, place: number): number }

export const inTurn = (folds: number): Deal => ({ folds, foldOf: (_, place) => place % folds })

/**
 * Reads every example with a classifier that learnt from the others. `learn` makes a classifier from a pack without what is in the fold of
 * that number. What was `heard` is learnt from and not read: the sentence model was taught by it.
 */
export async function crossValidate(
  pack: IntentExamples[],
  { folds, foldOf }: Deal,
  learn: (pack: IntentExamples[], fold: number) => Promise<Pick<Classifier, 'classify'>>,
): Promise<UnseenReading[]> {
  const readings: UnseenReading[] = []
  for (let fold = 0; fold < folds; fold++) {
    const classifier = await learn(
      pack.map((intent) => ({ ...intent, utterances: intent.utterances.filter((text, i) => foldOf(text, i) !== fold) })),
      fold,
    )
    for (const { intent, utterances } of pack)
      for (const text of utterances.filter((one, i) => foldOf(one, i) === fold))
        readings.push({ text, intent, classification: await classifier.classify(text) })
  }
  return readings
}
