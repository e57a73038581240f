import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { checkPack } from './checkPack.ts'
import { ContentError } from './contentError.ts'
import { type Intent, intentSchema } from './intentSchema.ts'

/** Reads every `.yaml` file of a folder. Throws one `ContentError` that names every fault of every file. */
export async function loadIntents(folder: string): Promise<Intent[]> {
  const names = (await readdir(folder)).sort()
  const files = names.filter((name) => name.endsWith('.yaml'))
  const read = await Promise.all(files.map(async (file) => readIntent(file, await readFile(join(folder, file), 'utf8'))))
  const intents = read.flatMap(({ intent }) => intent ?? [])
  const faults = [
    ...names.filter((name) => name.endsWith('.yml')).map((name) => `${name}: the name must end in .yaml.`),
    ...read.flatMap(({ faults }) => faults),
    ...checkPack(
      intents,
      files.map((file) => basename(file, '.yaml')),
    ),
  ]
  if (faults.length > 0) throw new ContentError(faults)
  return intents
}

function readIntent(file: string, yaml: string): { intent?: Intent; faults: string[] } {
  try {
    const parsed = intentSchema.safeParse(parse(yaml))
    if (!parsed.success)
      return { faults: parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.') || 'the file'}: ${issue.message}.`) }
    const { id } = parsed.data
    return { intent: parsed.data, faults: `${id}.yaml` === file ? [] : [`${file}: the id is ${id}; the file must be called ${id}.yaml.`] }
  } catch (error) {
    return { faults: [`${file}: not valid YAML (${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}).`] }
  }
}
