import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { stop } from './stop.ts'

const fileSchema = z
  .array(z.object({ intent: z.string().min(1), programme: z.string().optional(), utterances: z.array(z.string()) }))
  .min(1, 'it holds no intents')

/** Messages, and what they mean. */
export type Expectation = z.infer<typeof fileSchema>[number]

export async function readExpectations(file: string): Promise<Expectation[]> {
  const text = await readFile(file, 'utf8').catch(() => stop(`Cannot read ${file}. Is the path right?`))
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return stop(`${file} is not valid JSON.`)
  }
  const parsed = fileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.slice(0, 10).map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`)
  return stop(`${file} must be a list of { "intent", "programme", "utterances": [] }:\n${faults.join('\n')}`)
}
