import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** A message that nothing is learnt from. `expected`: an intent, or `none`; `mustCatch`: somebody may be in danger. */
export type EvaluationMessage = { text: string; expected?: string; mustCatch?: boolean }

const byIntent = z.array(z.object({ intent: z.string(), utterances: z.array(z.string()) }))
const single = z.array(z.object({ text: z.string(), kind: z.string().nullish() }))

/** The messages of an `evaluation` folder, as far as it has them. */
export async function readEvaluation(folder: string): Promise<EvaluationMessage[]> {
  const [messages, dangers, harmless, languages] = await Promise.all([
    read(folder, 'messages.json', byIntent),
    read(folder, 'mustCatch.json', single),
    read(folder, 'nearMisses.json', single),
    read(folder, 'languages.json', single),
  ])
  return [
    ...messages.flatMap(({ intent, utterances }) => utterances.map((text) => ({ text, expected: intent }))),
    ...dangers.map(({ text }) => ({ text, mustCatch: true })),
    ...harmless.map(({ text }) => ({ text })),
    ...languages.map(({ text, kind }) => ({ text, ...(kind && { mustCatch: true }) })),
  ]
}

async function read<T>(folder: string, name: string, schema: z.ZodType<T[]>): Promise<T[]> {
  const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  return schema.parse(JSON.parse(text))
}
