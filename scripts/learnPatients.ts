import { join } from 'node:path'
import { SENTENCE_MODEL } from '../src/app/openUnderstanding.ts'
import { loadPack } from '../src/content/loadPack.ts'
import { TAUGHT_BY_PATIENTS } from '../src/nlu/onnxEmbedder.ts'
import { openWordPieces } from '../src/nlu/wordPieces.ts'
import { teachSentenceModel } from './teachSentenceModel.ts'

/**
 * Teaches the sentence model by which messages are understood, from what was heard of patients, and writes it as part of the code: half an
 * hour, with PyTorch. The chosen examples of the pack are left out: how well they are read tells what it makes of what it never saw.
 *   node scripts/learnPatients.ts
 */
const ROOT = join(import.meta.dirname, '..')

const { piecesOf } = await openWordPieces(SENTENCE_MODEL)
const { intents } = await loadPack(join(ROOT, 'intents'))
const messages = intents.flatMap(({ heard }, meaning) => heard.map((text) => ({ meaning, share: 1, pieces: piecesOf(text) })))
process.exitCode = teachSentenceModel('learnPatients.py', messages, TAUGHT_BY_PATIENTS)
