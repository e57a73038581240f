import type { WordThatCounts } from './wordsThatCount.ts'

/** An intent as people call it, and how likely a message means it. */
export type Likely = { id: string; title: string; confidence: number }

/** One message as it was read, and what came of it. */
export type TriedMessage = {
  text: string
  /** What the safety gate found; absent where it found nothing. */
  gate?: { kind: string; programme?: string; language?: string; rule: string }
  /** What language it is in, where it is not English. */
  language?: string
  decision: { kind: 'understood' | 'unsure' | 'notUnderstood'; intents: string[] }
  /** Best first. */
  likely: Likely[]
  /** Of a message that was tried alone. */
  words: WordThatCounts[]
  replies: { text: string; choices: string[] }[]
  /** For what staff would have been called. */
  called: string[]
}

/** `same`: the draft changes nothing that is learnt or said. */
export type DraftTried = { kind: 'tried'; messages: TriedMessage[] } | { kind: 'same' | 'learning' } | { kind: 'failed'; faults: string[] }

/** Messages tried with what is live and with the draft. Nothing of them is kept, and nobody is called. */
export type TryOut = {
  /** How far the draft is; begins to learn it. */
  draft(): Promise<'same' | 'learning' | 'learnt' | 'failed'>
  /** One message, or a conversation. */
  run(messages: string[]): Promise<{ live: TriedMessage[]; draft: DraftTried }>
}
