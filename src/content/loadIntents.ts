import { readdir } from 'node:fs/promises'
import { checkPack } from './checkPack.ts'
import { ContentError } from './contentError.ts'
import { type Intent, intentSchema, programmes } from './intentSchema.ts'
import { type ContentFile, readContentFolder } from './readContentFolder.ts'

/** Reads `PROGRAMME/ID.yaml` of a folder, for each programme. Throws one `ContentError` that names every fault of every file. */
export async function loadIntents(folder: string): Promise<Intent[]> {
  const faults = await overlooked(folder)
  const intents: Intent[] = []
  const ids: string[] = []
  for (const programme of programmes) {
    const read = await readContentFolder(folder, programme, intentSchema)
    intents.push(...read.files.map(({ content }) => content))
    ids.push(...read.ids)
    faults.push(...read.faults, ...read.files.flatMap((file) => foreignTo(programme, file)))
  }
  faults.push(...checkPack(intents, ids))
  if (faults.length > 0) throw new ContentError(faults)
  return intents
}

/** Folders of a pack that hold no intents. */
const otherFolders = ['guides', 'languages']

/** Intents that lie outside the folder of a programme would not be read. */
async function overlooked(folder: string): Promise<string[]> {
  const known: readonly string[] = [...programmes, ...otherFolders]
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => (entry.isDirectory() ? !known.includes(entry.name) : /\.ya?ml$/.test(entry.name)))
    .map(({ name }) => `${name}: intents lie in a folder of their programme (${programmes.join(', ')}).`)
}

const foreignTo = (programme: string, { path, content }: ContentFile<Intent>): string[] =>
  content.programme === programme ? [] : [`${path}: its programme is ${content.programme}; it lies in the folder of ${programme}.`]
