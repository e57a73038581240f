import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SENTENCE_MODEL } from '../src/app/openUnderstanding.ts'
import { loadPack } from '../src/content/loadPack.ts'
import { openWordPieces } from '../src/nlu/wordPieces.ts'
import { readMessage } from '../src/safety/readMessage.ts'
import { type Example, learnWeights } from '../src/safety/weighing/learnWeights.ts'
import { wholeTextOf } from '../src/safety/weighing/signsOf.ts'
import { type Meaning, meanings } from '../src/safety/weighing/weigh.ts'
import { teachSentenceModel } from './teachSentenceModel.ts'

/**
 * Learns the safety gate's weights from the tests' messages and the pack's, and writes them as part of the code: those of the words in
 * seconds, the model that sees meanings in three quarters of an hour (with PyTorch).
 *   node scripts/learnSafety.ts            both
 *   node scripts/learnSafety.ts --words    those of the words alone
 */
const ROOT = join(import.meta.dirname, '..')
const WEIGHING = join(ROOT, 'src/safety/weighing')
/** What a pack's message counts beside a near-miss: there are many, and most are far from any danger. */
const UTTERANCE = 0.3

const examples = await readExamples()
writeWeights()
if (!process.argv.includes('--words')) await learnMeaning()

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, 'test/unit/safety', name), 'utf8')) as T
}

async function readExamples(): Promise<Example[]> {
  const dangers = read<{ text: string; kind: string; programme?: Meaning }[]>('mustCatch.json')
  const nothing = (text: string, share = 1): Example => ({ text, meaning: 'nothing', share })
  return [
    ...dangers.map(({ text, kind, programme }): Example => ({ text, meaning: meaningOf(kind, programme) })),
    ...read<{ text: string }[]>('nearMisses.json').map(({ text }) => nothing(text)),
    ...read<string[]>('ordinary.json').map((text) => nothing(text)),
    ...(await loadPack(join(ROOT, 'intents'))).intents.flatMap(({ utterances, heard }) =>
      [...utterances, ...heard].map((text) => nothing(text, UTTERANCE)),
    ),
  ]
}

/** For the model alone: the words' table is of English words. */
function examplesInOtherLanguages(): Example[] {
  const messages = read<{ text: string; kind: string | null; programme?: Meaning }[]>('languages.json')
  return messages.map(({ text, kind, programme }) => ({ text, meaning: meaningOf(kind, programme) }))
}

function meaningOf(kind: string | null, programme: Meaning = 'breast'): Meaning {
  if (kind === null) return 'nothing'
  return kind === 'symptom' ? programme : (kind as Meaning)
}

function writeWeights(): void {
  const { bias, signs } = learnWeights(examples)
  const lines = Object.entries(signs).map(([sign, row]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(row)}`)
  writeFileSync(join(WEIGHING, 'weights.json'), `{\n  "bias": ${JSON.stringify(bias)},\n  "signs": {\n${lines.join(',\n')}\n  }\n}\n`)
}

/** Numbers the word pieces of each message, and teaches the sentence model with them. */
async function learnMeaning(): Promise<void> {
  const { piecesOf } = await openWordPieces(SENTENCE_MODEL)
  const lessons = [...examples, ...examplesInOtherLanguages()].map(({ text, meaning, share = 1 }) => {
    const pieces = piecesOf(wholeTextOf(readMessage(text)))
    return { meaning: meanings.indexOf(meaning), share, pieces }
  })
  process.exitCode = teachSentenceModel('learnMeaning.py', lessons, join(WEIGHING, 'meaning.onnx'))
}
