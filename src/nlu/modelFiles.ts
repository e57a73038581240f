import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { readChecked, writeChecked } from './checkedFile.ts'
import type { IntentExamples } from './classifier.ts'
import type { Model } from './model.ts'

/** Models that were learnt before: learning takes seconds, loading milliseconds. */
export type KeptModels = {
  /** The model that was learnt from exactly this, by exactly this code; undefined where there is none that can be read. */
  load(pack: IntentExamples[], withMeaning: boolean): Promise<Model | undefined>
  /** Keeps a model, and two that were used before it. Fails quietly where the folder cannot be written: it is learnt again then. */
  save(pack: IntentExamples[], model: Model): Promise<void>
}

/** A service that is rolled back, or a second checkout of its pack, finds its model still there. */
const KEPT = 3

/** Kept in files of a folder. */
export function modelFiles(folder: string): KeptModels {
  const fileOf = async (pack: IntentExamples[], withMeaning: boolean) => join(folder, `${await modelKey(pack, withMeaning)}.model`)
  return {
    async load(pack, withMeaning) {
      try {
        const file = await fileOf(pack, withMeaning)
        const model = await readChecked<Model>(file)
        if (model) await markAsUsed(file)
        return model
      } catch {
        return undefined
      }
    },
    async save(pack, model) {
      const file = await fileOf(pack, model.meaning !== undefined)
      try {
        await writeChecked(file, model)
        await removeOld(folder)
      } catch {
        return
      }
    },
  }
}

/** Names what is learnt from a pack, by this code. */
export async function modelKey(pack: IntentExamples[], withMeaning: boolean): Promise<string> {
  const hash = createHash('sha256').update(await engineSources())
  return hash
    .update(JSON.stringify([pack, withMeaning]))
    .digest('hex')
    .slice(0, 32)
}

/** Of an image, nothing can be written. */
async function markAsUsed(file: string): Promise<void> {
  const now = new Date()
  await utimes(file, now, now).catch(() => undefined)
}

async function removeOld(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.model')).map((name) => join(folder, name))
  const used = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
  const old = used.sort((one, other) => other.at - one.at).slice(KEPT)
  await Promise.all(old.map(({ file }) => rm(file, { force: true })))
}

/** Outside this folder, and part of what an embedding is. */
export const RUNS_MODELS = '../kernel/wordPieceModel.ts'

let sources: Promise<string> | undefined

/** What the engine's own files say: after a change of the engine a pack is learnt anew. */
function engineSources(): Promise<string> {
  sources ??= readdir(import.meta.dirname).then(async (names) => {
    const hash = createHash('sha256')
    const own = names.filter((name) => /\.(?:ts|onnx)$/.test(name)).sort()
    for (const name of [...own, RUNS_MODELS]) hash.update(await readFile(join(import.meta.dirname, name)))
    return hash.digest('hex')
  })
  return sources
}
