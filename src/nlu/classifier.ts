/** Intents that a text may mean, best first; confidences from 0 to 1, an estimate of how often such an answer is right. */
export type Classification = { intent: string; confidence: number }[]

export type Classifier = {
  /** Empty when nothing of the text is known. */
  classify(text: string): Promise<Classification>
}

/** What a classifier learns from: an intent's id, how people say it, what was heard besides, and what it is called. */
export type IntentExamples = { intent: string; utterances: string[]; heard?: string[]; titles?: string[] }
