import { checkFactNames } from './checkFactNames.ts'
import { ContentError } from './contentError.ts'
import { type Language, languageSchema } from './languageSchema.ts'
import { readContentFolder } from './readContentFolder.ts'

const identified = languageSchema.transform((language) => ({ id: language.language, language }))

/** Reads `languages/CODE.yaml` of the folder of intents. Throws one `ContentError` that names every fault of every file. */
export async function loadLanguages(folder: string): Promise<Language[]> {
  const { files, faults } = await readContentFolder(folder, 'languages', identified)
  const languages = files.map(({ content }) => content.language)
  faults.push(...languages.flatMap(({ language, text, interpreter, person }) => checkFactNames(language, [text, interpreter, person])))
  if (faults.length > 0) throw new ContentError(faults)
  return languages
}
