import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { SENTENCE_MODEL } from '../src/app/openUnderstanding.ts'
import { loadPack } from '../src/content/loadPack.ts'
import { openOnnxEmbedder } from '../src/nlu/onnxEmbedder.ts'
import { readMessage } from '../src/safety/readMessage.ts'
import { type Example, learnWeights } from '../src/safety/weighing/learnWeights.ts'
import { stretchesOf, textOf } from '../src/safety/weighing/signsOf.ts'
import { type Meaning, meanings } from '../src/safety/weighing/weigh.ts'

/**
 * Learns the safety gate's weights from the tests' messages and the pack's, and writes them as part of the code: those of the words in
 * seconds, the net that sees meanings in half an hour (with PyTorch).
 *   node scripts/learnSafety.ts            both
 *   node scripts/learnSafety.ts --words    those of the words alone
 */
const ROOT = join(import.meta.dirname, '..')
const WEIGHING = join(ROOT, 'src/safety/weighing')
/** What a pack's message counts beside a near-miss: there are many, and most are far from any danger. */
const UTTERANCE = 0.4

const examples = await readExamples()
writeWeights()
if (!process.argv.includes('--words')) await learnMeaning()

async function readExamples(): Promise<Example[]> {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(ROOT, 'test/unit/safety', name), 'utf8')) as T
  const dangers = read<{ text: string; kind: string; programme?: Meaning }[]>('mustCatch.json')
  const nothing = (text: string, share = 1): Example => ({ text, meaning: 'nothing', share })
  return [
    ...dangers.map(
      ({ text, kind, programme = 'breast' }): Example => ({ text, meaning: kind === 'symptom' ? programme : (kind as Meaning) }),
    ),
    ...read<{ text: string }[]>('nearMisses.json').map(({ text }) => nothing(text)),
    ...read<string[]>('ordinary.json').map((text) => nothing(text)),
    ...(await loadPack(join(ROOT, 'intents'))).intents.flatMap(({ utterances, heard }) =>
      [...utterances, ...heard].map((text) => nothing(text, UTTERANCE)),
    ),
  ]
}

function writeWeights(): void {
  const { bias, signs } = learnWeights(examples)
  const lines = Object.entries(signs).map(([sign, row]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(row)}`)
  writeFileSync(join(WEIGHING, 'weights.json'), `{\n  "bias": ${JSON.stringify(bias)},\n  "signs": {\n${lines.join(',\n')}\n  }\n}\n`)
}

/** Lays out what the sentence model makes of each message, and lets `learnMeaning.py` learn from it. */
async function learnMeaning(): Promise<void> {
  const folder = join(ROOT, 'build/safety')
  mkdirSync(folder, { recursive: true })
  const embedder = await openOnnxEmbedder(SENTENCE_MODEL)
  const file = openSync(join(folder, 'states.bin'), 'w')
  const messages: { meaning: number; share: number; stretches: [from: number, pieces: number][] }[] = []
  let from = 0
  for (const { text, meaning, share = 1 } of examples) {
    const stretches: [number, number][] = []
    for (const stretch of stretchesOf(readMessage(text)).filter(({ words }) => words.length > 0)) {
      const { numbers, pieces } = await embedder.states(textOf(stretch))
      writeSync(file, new Uint8Array(new Float16Array(numbers).buffer))
      stretches.push([from, pieces])
      from += pieces
    }
    messages.push({ meaning: meanings.indexOf(meaning), share, stretches })
  }
  closeSync(file)
  await embedder.close()
  writeFileSync(join(folder, 'messages.json'), JSON.stringify(messages))
  const { status } = spawnSync(
    process.env.PYTHON ?? 'python3',
    [join(ROOT, 'scripts/learnMeaning.py'), folder, join(WEIGHING, 'meaning.onnx')],
    {
      stdio: 'inherit',
    },
  )
  process.exitCode = status ?? 1
}
