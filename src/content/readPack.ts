import type { z } from 'zod'
import { checkFactNames } from './checkFactNames.ts'
import { checkPack } from './checkPack.ts'
import { ContentError } from './contentError.ts'
import { textIds } from './fixedTexts.ts'
import { type Guide, guideSchema } from './guideSchema.ts'
import { type Intent, intentSchema, programmes } from './intentSchema.ts'
import { type Language, languageSchema } from './languageSchema.ts'
import { folderOfPath, idOfPath, type PackFile } from './packFile.ts'
import { readContent } from './readContent.ts'
import { type Text, textSchema } from './textSchema.ts'

/** What the bot understands and says. */
export type Pack = { intents: Intent[]; guides: Guide[]; languages: Language[]; texts: Text[] }

const identified = languageSchema.transform((language) => ({ id: language.language, language }))

/** Reads the files of a pack. Throws one `ContentError` that names every fault of every file. */
export function readPack(files: PackFile[]): Pack {
  const read = readFiles(files)
  if (read.faults.length > 0) throw new ContentError(read.faults)
  return read.pack
}

/** Reads what can be read, and says what cannot. */
export function readFiles(files: PackFile[]): { pack: Pack; faults: string[] } {
  const faults: string[] = []
  function readAll<T extends { id: string }>(folder: string, schema: z.ZodType<T>): T[] {
    return files.flatMap((file) => {
      if (folderOfPath(file.path) !== folder) return []
      const { content, faults: its } = readContent(file, schema)
      faults.push(...its)
      return content ?? []
    })
  }
  const intents = programmes.flatMap((programme) => {
    const its = readAll(programme, intentSchema)
    faults.push(...its.flatMap((intent) => foreignTo(programme, intent)))
    return its
  })
  const isIntent = ({ path }: PackFile) => programmes.some((programme) => programme === folderOfPath(path))
  const ids = files.filter(isIntent).map(({ path }) => idOfPath(path))
  const guides = readAll('guides', guideSchema)
  const languages = readAll('languages', identified).map(({ language }) => language)
  const texts = readAll('texts', textSchema) as Text[]
  faults.push(
    ...missingTexts(files),
    ...checkPack(
      intents,
      ids,
      languages.map(({ language }) => language),
    ),
    ...guides.flatMap((guide) => checkFactNames(guide.id, textsOf(guide))),
    ...languages.flatMap(({ language, text, interpreter, person }) => checkFactNames(language, [text, interpreter, person])),
  )
  return { pack: { intents, guides, languages, texts }, faults }
}

/** Without each of them the bot would have nothing to say where it matters. */
function missingTexts(files: PackFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  return textIds
    .map((id) => `texts/${id}.yaml`)
    .filter((path) => !paths.has(path))
    .map((path) => `${path}: is missing.`)
}

const foreignTo = (programme: string, { id, programme: its }: Intent): string[] =>
  its === programme ? [] : [`${programme}/${id}.yaml: its programme is ${its}; it lies in the folder of ${programme}.`]

function textsOf({ intro, steps, outro }: Guide): string[] {
  return [intro, ...steps.flatMap((step) => [step.text, step.van ?? '', step.static ?? '']), outro]
}
