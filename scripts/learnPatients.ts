import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { SENTENCE_MODEL } from '../src/app/openUnderstanding.ts'
import { loadPack } from '../src/content/loadPack.ts'
import { TAUGHT_BY_PATIENTS } from '../src/nlu/onnxEmbedder.ts'
import { openWordPieces } from '../src/nlu/wordPieces.ts'
import { ofWholePack, taughtWithout } from './evaluate/folds.ts'
import { teachSentenceModel } from './teachSentenceModel.ts'

/**
 * Teaches the sentence model by which messages are understood, from what was heard of patients, and writes it as part of the code: half an
 * hour, with PyTorch. The chosen examples of the pack are left out: how well they are read tells what it makes of what it never saw.
 *   node scripts/learnPatients.ts
 *   node scripts/learnPatients.ts --fold 0    without what is heard in that part of the pack, for `npm run evaluate -- --cross-validate --heard`
 */
const ROOT = join(import.meta.dirname, '..')

const { values } = parseArgs({ options: { fold: { type: 'string' } } })
const fold = values.fold === undefined ? undefined : Number(values.fold)
if (fold !== undefined && !(Number.isInteger(fold) && fold >= 0 && fold < ofWholePack.folds)) {
  console.error(`There is no fold ${values.fold}: they are numbered from 0 to ${ofWholePack.folds - 1}.`)
  process.exit(1)
}
const file = fold === undefined ? TAUGHT_BY_PATIENTS : taughtWithout(fold)
mkdirSync(dirname(file), { recursive: true })

const { piecesOf } = await openWordPieces(SENTENCE_MODEL)
const { intents } = await loadPack(join(ROOT, 'intents'))
const messages = intents.flatMap(({ heard }, meaning) =>
  heard.filter((text) => ofWholePack.foldOf(text) !== fold).map((text) => ({ meaning, share: 1, pieces: piecesOf(text) })),
)
process.exitCode = teachSentenceModel('learnPatients.py', messages, file)
