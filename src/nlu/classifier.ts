/** Intents that a text may mean, best first; confidences from 0 to 1, an estimate of how often such an answer is right. */
export type Classification = { intent: string; confidence: number }[]

export type Classifier = {
  /** Empty when no word of the text is known. */
  classify(text: string): Classification
}

/** What a classifier learns from: an intent's id and how people say it. */
export type IntentExamples = { intent: string; utterances: string[] }

export type TrainClassifier = (examples: IntentExamples[]) => Classifier
