import type { Intent } from '../intentSchema.ts'
import { plainMessage } from '../plainMessage.ts'

export type Example = { title: string; text: string }

/** What the draft teaches that is not taught today, by the title of the intent that it is taught for. */
export function newExamples(live: readonly Intent[], draft: readonly Intent[]): Example[] {
  const known = new Map(live.map((intent) => [intent.id, new Set(taughtBy(intent).map(plainMessage))]))
  return draft.flatMap((intent) =>
    taughtBy(intent)
      .filter((text) => !known.get(intent.id)?.has(plainMessage(text)))
      .map((text) => ({ title: intent.title, text })),
  )
}

/** An intent's title and question are learnt like its examples. */
const taughtBy = ({ utterances, heard, title, asked }: Intent): string[] => [...utterances, ...heard, title, asked]
