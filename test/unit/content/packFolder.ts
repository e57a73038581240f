import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { ContentError } from '../../../src/content/contentError.ts'
import { loadPack } from '../../../src/content/loadPack.ts'

/** An intent without fault, apart from what is given. */
export const intent = (id: string, changes: object = {}) => ({
  id,
  title: id,
  asked: `What about ${id}?`,
  programme: 'breast',
  utterances: [1, 2, 3, 4, 5].map((n) => `${id} ${n}`),
  answer: { text: `About ${id}.` },
  source: { name: 'A leaflet' },
  reviewed: '2026-11-21',
  reviewBy: '2027-11-21',
  ...changes,
})

/** A guide without fault, apart from what is given. */
export const guide = (id: string, changes: object = {}) => ({
  id,
  title: id,
  programme: 'breast',
  intro: `A visit for ${id}.`,
  steps: [1, 2, 3].map((n) => ({ title: `Step ${n}`, text: `What happens in step ${n}.` })),
  outro: 'That is all.',
  source: { name: 'A leaflet' },
  reviewed: '2026-11-21',
  reviewBy: '2027-11-21',
  ...changes,
})

/** The texts that no pack is without. */
export const TEXTS = join(import.meta.dirname, '../../../intents/texts')

/** A folder with these files, by their paths in it, and the texts that come with the software; what is not text is written as YAML. */
export async function packFolder(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'))
  await cp(TEXTS, join(folder, 'texts'), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), typeof content === 'string' ? content : stringify(content))
  }
  return folder
}

/** The faults that a folder with these files has. */
export async function faultsOf(files: Record<string, unknown>): Promise<string[]> {
  try {
    await loadPack(await packFolder(files))
    return []
  } catch (error) {
    if (error instanceof ContentError) return error.faults
    throw error
  }
}
