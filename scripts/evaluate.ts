import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadIntents } from '../src/content/loadIntents.ts'
import { decide } from '../src/nlu/decide.ts'
import { evaluate, type Figures, type Outcome } from '../src/nlu/evaluate.ts'
import { trainNaturalClassifier } from '../src/nlu/naturalClassifier.ts'
import { predict } from '../src/nlu/predict.ts'
import { checkSafety } from '../src/safety/gate.ts'

const USAGE = 'Usage: npm run evaluate -- FILE [--out PREDICTIONS.json]'
const fileSchema = z
  .array(z.object({ intent: z.string().min(1), programme: z.string().optional(), utterances: z.array(z.string()) }))
  .min(1, 'it holds no intents')

const { file, out } = readArguments()
const expectations = await readExpectations(file)
const intents = await loadIntents(join(import.meta.dirname, '../intents')).catch((error: Error) => stop(error.message))
const classifier = trainNaturalClassifier(intents.map(({ id, utterances }) => ({ intent: id, utterances })))
/** Small talk, complaints and bereavements are of no programme: for an evaluation they are outside the service. */
const service = new Set(intents.filter(({ programme }) => programme !== 'general').map(({ id }) => id))

const outcomes: Outcome[] = expectations.flatMap(({ intent, utterances }) =>
  utterances.map((text) => {
    const classification = classifier.classify(text)
    const reading = { flag: checkSafety(text)?.kind, classification, decision: decide(classification) }
    return { text, expected: intent, ...predict(reading, (id) => service.has(id)) }
  }),
)
if (out) await writeFile(out, `${JSON.stringify(outcomes, null, 2)}\n`).catch(() => stop(`Cannot write ${out}.`))
const figures = evaluate(outcomes)
printSummary(figures)
console.log(JSON.stringify(figures))

function readArguments(): { file: string; out: string | undefined } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
    const [file] = positionals
    return file && positionals.length === 1 ? { file, out: values.out } : stop(USAGE)
  } catch (error) {
    return stop(`${(error as Error).message}\n${USAGE}`)
  }
}

async function readExpectations(file: string): Promise<z.infer<typeof fileSchema>> {
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

function printSummary({ messages, accuracy, intents, none, safety, missedFlags, falseAlarms, recall }: Figures): void {
  console.log(`${messages} messages, ${percent(accuracy)} read rightly`)
  console.log(
    `  intents    ${intents.messages} messages, ${percent(intents.accuracy)} right, ${percent(intents.top3)} in the first three, ${percent(intents.givenUp)} given up`,
  )
  console.log(`  none       ${none.messages} messages, ${percent(none.recall)} kept apart`)
  for (const [kind, { messages, recall }] of Object.entries(safety))
    console.log(`  ${kind.padEnd(10)} ${messages} messages, ${percent(recall)} flagged as such`)
  console.log(`  ${missedFlags} safety messages not flagged, ${falseAlarms} false alarms`)
  const worst = Object.entries(recall)
    .filter(([, share]) => share < 1)
    .slice(0, 10)
  if (worst.length > 0) console.log(`  hardest    ${worst.map(([intent, share]) => `${intent} ${percent(share)}`).join(', ')}`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
