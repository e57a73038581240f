import { ContentError } from './contentError.ts'
import { type Pack, readFiles } from './readPack.ts'
import { readPackFolder } from './readPackFolder.ts'

/** Reads a pack from its folder. Throws one `ContentError` that names every fault of every file. */
export async function loadPack(folder: string): Promise<Pack> {
  const { files, faults } = await readPackFolder(folder)
  const read = readFiles(files)
  const all = [...faults, ...read.faults]
  if (all.length > 0) throw new ContentError(all)
  return read.pack
}
