import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SENTENCE_MODEL } from '../src/app/openUnderstanding.ts'
import { loadIntents } from '../src/content/loadIntents.ts'
import { denseRows } from '../src/nlu/denseRows.ts'
import { openOnnxEmbedder } from '../src/nlu/onnxEmbedder.ts'
import { trainSoftmax } from '../src/nlu/softmax.ts'
import { checkSafety } from '../src/safety/gate.ts'
import { readMessage } from '../src/safety/readMessage.ts'
import { type Example, learnWeights } from '../src/safety/weighing/learnWeights.ts'
import { stretchesOf, textOf } from '../src/safety/weighing/signsOf.ts'
import { createWeigher, type EmbeddingWeights, type Meaning, meanings } from '../src/safety/weighing/weigh.ts'

/**
 * Learns the safety gate's weights from the tests' messages and the pack's utterances, and writes them as part of the code.
 *   node scripts/learnSafety.ts                     learns and writes
 *   node scripts/learnSafety.ts --cross-validate    writes nothing; says how the whole gate does on messages its weights have not seen
 */
const ROOT = join(import.meta.dirname, '..')
const WEIGHING = join(ROOT, 'src/safety/weighing')
const FOLDS = 5
/** An utterance counts less than a near-miss: there are many, and most are far from any danger. */
const UTTERANCE = 0.25
/** The constant beside an embedding, near the size of its numbers. */
const BIAS = 0.1
const PLAN = { epochs: 12, rate: 3, decay: 0.002 }

type Row = Example & { set: string; kind: string | undefined }

const embedder = await openOnnxEmbedder(SENTENCE_MODEL)
const embeddings = new Map<string, Float32Array>()
const rows = await readRows()
for (const { text } of rows)
  for (const stretch of stretchesOf(readMessage(text))) {
    const read = textOf(stretch)
    if (!embeddings.has(read)) embeddings.set(read, await embedder.embed(read))
  }
await embedder.close()

if (process.argv.includes('--cross-validate')) crossValidate()
else {
  const { bias, signs } = learnWeights(rows)
  const lines = Object.entries(signs).map(([sign, row]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(row)}`)
  writeFileSync(join(WEIGHING, 'weights.json'), `{\n  "bias": ${JSON.stringify(bias)},\n  "signs": {\n${lines.join(',\n')}\n  }\n}\n`)
  const learnt = learnEmbeddingWeights(rows)
  const weights = learnt.weights.map((row) => `    ${JSON.stringify(row)}`)
  writeFileSync(
    join(WEIGHING, 'embeddingWeights.json'),
    `{\n  "bias": ${JSON.stringify(learnt.bias)},\n  "weights": [\n${weights.join(',\n')}\n  ]\n}\n`,
  )
}

async function readRows(): Promise<Row[]> {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(ROOT, 'test/unit/safety', name), 'utf8')) as T
  const dangers = read<{ text: string; kind: string; programme?: Meaning }[]>('mustCatch.json')
  const nothing = (set: string, text: string, share = 1): Row => ({ set, text, meaning: 'nothing', share, kind: undefined })
  return [
    ...dangers.map(
      ({ text, kind, programme }): Row => ({
        set: 'must-catch',
        text,
        kind,
        meaning: kind === 'symptom' ? (programme ?? 'breast') : (kind as Meaning),
      }),
    ),
    ...read<{ text: string }[]>('nearMisses.json').map(({ text }) => nothing('near-misses', text)),
    ...read<string[]>('ordinary.json').map((text) => nothing('ordinary', text)),
    ...(await loadIntents(join(ROOT, 'intents'))).flatMap(({ utterances }) =>
      utterances.map((text) => nothing('utterances', text, UTTERANCE)),
    ),
  ]
}

/** Of each stretch of a message the embedding is learnt; of a danger only the whole, since which stretch tells of it is not known. */
function learnEmbeddingWeights(examples: Row[]): EmbeddingWeights {
  const samples = examples.flatMap(({ text, meaning, share = 1 }, n) => {
    const stretches = stretchesOf(readMessage(text)).filter(({ words }) => words.length > 0)
    if (stretches.length !== 1 && meaning !== 'nothing') return []
    if (share < 1 && n % Math.round(1 / share) !== 0) return []
    return stretches.flatMap((stretch) => {
      const embedding = embeddings.get(textOf(stretch))
      return embedding ? [{ vector: withOne(embedding), label: meanings.indexOf(meaning) }] : []
    })
  })
  const labels = Int32Array.from(samples, ({ label }) => label)
  const learnt = trainSoftmax(denseRows(samples.map(({ vector }) => vector)), labels, meanings.length, PLAN)
  const width = samples[0]?.vector.length ?? 0
  const row = (m: number) => Array.from(learnt.subarray(m * width, (m + 1) * width))
  const rounded = (value: number) => Math.round(value * 1000) / 1000
  return {
    bias: meanings.map((_, m) => rounded((row(m)[width - 2] ?? 0) * BIAS)),
    weights: meanings.map((_, m) => row(m).slice(0, -2).map(rounded)),
  }
}

/** The embedding with a constant beside it, for the bias; and another, so that the length stays even. */
function withOne(embedding: Float32Array): Float32Array {
  const longer = new Float32Array(embedding.length + 2)
  longer.set(embedding)
  longer[embedding.length] = BIAS
  return longer
}

function crossValidate(): void {
  const found = new Map<Row, string | undefined>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const isUnseen = (n: number) => n % FOLDS === fold
    const seen = rows.filter((_, n) => !isUnseen(n))
    const weigh = createWeigher(learnWeights(seen), learnEmbeddingWeights(seen))
    for (const row of rows.filter((_, n) => isUnseen(n)))
      found.set(row, checkSafety(row.text, [], (message) => weigh(message, (text) => embeddings.get(text)))?.kind)
  }
  for (const [set, of] of Map.groupBy(rows, ({ set, kind }) => (kind ? `${set} ${kind}` : set))) {
    const flagged = of.filter((row) => found.get(row) !== undefined)
    const asMeant = of.filter((row) => found.get(row) === row.kind)
    console.log(
      `${set.padEnd(24)}${of.length} messages, ${flagged.length} flagged (${((flagged.length / of.length) * 100).toFixed(1)} %), ${asMeant.length} as meant`,
    )
  }
}
