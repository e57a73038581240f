import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { ServiceFactsStore } from './serviceFacts.ts'
import { serviceFactsSchema } from './serviceFactsSchema.ts'

/** Fills an empty database with the invented demo service. Returns whether it did. */
export async function seedDemo(facts: ServiceFactsStore, file: string): Promise<boolean> {
  if (await facts.get()) return false
  await facts.set(serviceFactsSchema.parse(parse(await readFile(file, 'utf8'))))
  return true
}
