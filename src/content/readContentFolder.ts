import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'

/** A file that could be read, and where it lies, as its faults name it. */
export type ContentFile<T> = { path: string; content: T }

/** `ids`: what the files are named after, also those that could not be read. */
export type ContentFolder<T> = { files: ContentFile<T>[]; ids: string[]; faults: string[] }

/** Reads the `.yaml` files of a folder against a schema, in the order of their names. A folder that does not exist is an empty one. */
export async function readContentFolder<T extends { id: string }>(
  root: string,
  folder: string,
  schema: z.ZodType<T>,
): Promise<ContentFolder<T>> {
  const names = existsSync(join(root, folder)) ? (await readdir(join(root, folder))).sort() : []
  const yamlNames = names.filter((name) => name.endsWith('.yaml'))
  const faults = names.filter((name) => name.endsWith('.yml')).map((name) => `${folder}/${name}: the name must end in .yaml.`)
  const files: ContentFile<T>[] = []
  for (const name of yamlNames) {
    const path = `${folder}/${name}`
    const read = readContent(path, await readFile(join(root, path), 'utf8'), schema)
    faults.push(...read.faults)
    if (read.content) files.push({ path, content: read.content })
  }
  return { files, ids: yamlNames.map((name) => basename(name, '.yaml')), faults }
}

function readContent<T extends { id: string }>(path: string, yaml: string, schema: z.ZodType<T>): { content?: T; faults: string[] } {
  try {
    const { success, data, error } = schema.safeParse(parse(yaml))
    if (!success) return { faults: error.issues.map((issue) => `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}.`) }
    const named = `${data.id}.yaml` === basename(path)
    return { content: data, faults: named ? [] : [`${path}: the id is ${data.id}; the file must be called ${data.id}.yaml.`] }
  } catch (error) {
    return { faults: [`${path}: not valid YAML (${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}).`] }
  }
}
