import { checkFactNames } from './checkFactNames.ts'
import { ContentError } from './contentError.ts'
import { type Guide, guideSchema } from './guideSchema.ts'
import { readContentFolder } from './readContentFolder.ts'

/** Reads `guides/ID.yaml` of the folder of intents. Throws one `ContentError` that names every fault of every file. */
export async function loadGuides(folder: string): Promise<Guide[]> {
  const { files, faults } = await readContentFolder(folder, 'guides', guideSchema)
  const guides = files.map(({ content }) => content)
  faults.push(...guides.flatMap((guide) => checkFactNames(guide.id, textsOf(guide))))
  if (faults.length > 0) throw new ContentError(faults)
  return guides
}

function textsOf({ intro, steps, outro }: Guide): string[] {
  return [intro, ...steps.flatMap((step) => [step.text, step.van ?? '', step.static ?? '']), outro]
}
