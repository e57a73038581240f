import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programmes } from './intentSchema.ts'
import type { PackFile } from './packFile.ts'

/** The folders of a pack, in the order in which they are read. */
export const packFolders = [...programmes, 'guides', 'languages', 'texts'] as const

/** Lie beside a pack and belong to no version of it: messages and conversations with which packs are judged. Nothing is learnt from them. */
export const BESIDE = ['evaluation', 'conversations']

/**
 * Reads the `.yaml` files of a pack's folders, in the order of their names. `faults`: what lies or is called so that it would be
 * overlooked.
 */
export async function readPackFolder(root: string): Promise<{ files: PackFile[]; faults: string[] }> {
  const known: readonly string[] = [...packFolders, ...BESIDE]
  const entries = await readdir(root, { withFileTypes: true })
  const faults = entries
    .filter((entry) => (entry.isDirectory() ? !known.includes(entry.name) : /\.ya?ml$/.test(entry.name)))
    .map(({ name }) => `${name}: intents lie in a folder of their programme (${programmes.join(', ')}).`)
  const files: PackFile[] = []
  for (const folder of packFolders) {
    if (!entries.some((entry) => entry.isDirectory() && entry.name === folder)) continue
    const names = (await readdir(join(root, folder))).sort()
    faults.push(...names.filter((name) => name.endsWith('.yml')).map((name) => `${folder}/${name}: the name must end in .yaml.`))
    for (const name of names.filter((one) => one.endsWith('.yaml')))
      files.push({ path: `${folder}/${name}`, yaml: await readFile(join(root, folder, name), 'utf8') })
  }
  return { files, faults }
}
