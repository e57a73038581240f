import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readChecked, writeChecked } from './checkedFile.ts'
import type { Embedder, Embedding } from './embedding.ts'
import { RUNS_MODELS } from './modelFiles.ts'

type Kept = { texts: string[]; numbers: Float32Array }

export type KeepingEmbedder = Embedder & {
  /** Keeps what was asked for, in place of what was kept before. Fails quietly where the folder cannot be written. */
  keep(): Promise<void>
}

const ENDING = '.embeddings'
/** The code that embeds, and what belongs to it. */
const MADE_BY = ['onnxEmbedder.ts', 'patients.onnx', 'wordPieces.ts', RUNS_MODELS]

/**
 * An embedder that knows from a file of `folder` what it embedded for the last pack: where an intent has changed, only its new texts are
 * embedded. The file is that of one sentence model, the one in `sentenceModel`, and is read when the first text is asked for.
 */
export function keepEmbeddings(embedder: Embedder, sentenceModel: string, folder: string): KeepingEmbedder {
  let opened: ReturnType<typeof openKept> | undefined
  const open = () => {
    opened ??= openKept(sentenceModel, folder).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  const used = new Map<string, Embedding>()
  return {
    ...embedder,
    async embed(text) {
      const embedding = (await open()).before.get(text) ?? (await embedder.embed(text))
      used.set(text, embedding)
      return embedding
    },
    async keep() {
      if (used.size === 0) return
      const { file, before } = await open()
      if ([...used.keys()].every((text) => before.has(text))) return
      try {
        await writeChecked(file, inOne(used))
        await removeOthers(folder, file)
      } catch {
        return
      }
    },
  }
}

async function openKept(sentenceModel: string, folder: string) {
  const file = join(folder, (await identityOf(sentenceModel)) + ENDING)
  return { file, before: embeddingsIn(await readChecked<Kept>(file)) }
}

function embeddingsIn(kept: Kept | undefined): Map<string, Embedding> {
  const { texts, numbers } = kept ?? { texts: [], numbers: new Float32Array() }
  const width = numbers.length / texts.length
  return new Map(texts.map((text, i) => [text, numbers.slice(i * width, (i + 1) * width)]))
}

function inOne(embeddings: Map<string, Embedding>): Kept {
  const [first] = embeddings.values()
  const width = first?.length ?? 0
  const numbers = new Float32Array(embeddings.size * width)
  for (const [i, embedding] of [...embeddings.values()].entries()) numbers.set(embedding, i * width)
  return { texts: [...embeddings.keys()], numbers }
}

/** What makes an embedding what it is: the sentence model's files, and the code that reads with them. */
async function identityOf(sentenceModel: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of MADE_BY) hash.update(await readFile(join(import.meta.dirname, name)))
  for (const name of (await readdir(sentenceModel)).sort()) hash.update(name).update(await readFile(join(sentenceModel, name)))
  return hash.digest('hex').slice(0, 32)
}

async function removeOthers(folder: string, file: string): Promise<void> {
  const others = (await readdir(folder)).map((name) => join(folder, name)).filter((other) => other.endsWith(ENDING) && other !== file)
  await Promise.all(others.map((other) => rm(other, { force: true })))
}
