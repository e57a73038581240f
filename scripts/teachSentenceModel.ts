import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SENTENCE_MODEL } from '../src/app/openUnderstanding.ts'

/** What a message means, by number; how often it counts beside others; and its word pieces as the sentence model numbers them. */
type Lesson = { meaning: number; share: number; pieces: number[] }

/** Runs a script of this folder that teaches the sentence model and writes it to `file`. Returns what the process should exit with. */
export function teachSentenceModel(script: string, lessons: Lesson[], file: string): number {
  const folder = join(import.meta.dirname, '../build/lessons')
  mkdirSync(folder, { recursive: true })
  const messages = join(folder, `${basename(file, '.onnx')}.json`)
  writeFileSync(messages, JSON.stringify(lessons))
  const source = join(SENTENCE_MODEL, 'model_quantized.onnx')
  const { status } = spawnSync(process.env.PYTHON ?? 'python3', [join(import.meta.dirname, script), source, messages, file], {
    stdio: 'inherit',
  })
  return status ?? 1
}
