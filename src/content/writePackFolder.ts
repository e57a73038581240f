import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PackFile } from './packFile.ts'
import { isPackPath } from './packPath.ts'
import { readPackFolder } from './readPackFolder.ts'

/** What became of the files of a folder, by their paths. `left`: files that are not of the pack, and that nobody else has. */
export type FolderWritten = { added: string[]; changed: string[]; removed: string[]; left: string[]; unchanged: number }

/**
 * Brings a folder to what a pack says, byte for byte. A file that is not of the pack goes only where `isKept` says that what it says is
 * kept elsewhere. Throws where a path of the pack leads elsewhere; then nothing is written.
 */
export async function writePackFolder(
  root: string,
  files: readonly PackFile[],
  isKept: (yaml: string) => Promise<boolean>,
): Promise<FolderWritten> {
  const odd = files.find(({ path }) => !isPackPath(path))
  if (odd) throw new Error(`${odd.path} is no path of a pack.`)
  await mkdir(root, { recursive: true })
  const before = new Map((await readPackFolder(root)).files.map(({ path, yaml }) => [path, yaml]))
  const after = new Set(files.map(({ path }) => path))
  const written: FolderWritten = { added: [], changed: [], removed: [], left: [], unchanged: 0 }
  for (const { path, yaml } of files) {
    const old = before.get(path)
    if (old === yaml) {
      written.unchanged += 1
      continue
    }
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), yaml)
    written[old === undefined ? 'added' : 'changed'].push(path)
  }
  for (const [path, yaml] of before) {
    if (after.has(path)) continue
    const mayGo = await isKept(yaml)
    if (mayGo) await rm(join(root, path))
    written[mayGo ? 'removed' : 'left'].push(path)
  }
  return written
}
