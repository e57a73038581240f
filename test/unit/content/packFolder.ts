import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { ContentError } from '../../../src/content/contentError.ts'
import { loadIntents } from '../../../src/content/loadIntents.ts'

/** An intent without fault, apart from what is given. */
export const intent = (id: string, changes: object = {}) => ({
  id,
  title: id,
  programme: 'breast',
  utterances: [1, 2, 3, 4, 5].map((n) => `${id} ${n}`),
  answer: { text: `About ${id}.` },
  source: { name: 'A leaflet' },
  reviewed: '2026-11-21',
  reviewBy: '2027-11-21',
  ...changes,
})

/** A folder with these files; what is not text is written as YAML. */
export async function packFolder(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'))
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : stringify(content))
  return folder
}

/** The faults that a folder with these files has. */
export async function faultsOf(files: Record<string, unknown>): Promise<string[]> {
  try {
    await loadIntents(await packFolder(files))
    return []
  } catch (error) {
    if (error instanceof ContentError) return error.faults
    throw error
  }
}
