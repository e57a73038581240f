import { PACK } from '../../src/app/openPack.ts'
import { examplesOf } from '../../src/app/openUnderstanding.ts'
import type { PackFile } from '../../src/content/packFile.ts'
import { readPack } from '../../src/content/readPack.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { writeFileYaml } from '../../src/content/writeFileYaml.ts'
import type { IntentExamples } from '../../src/nlu/classifier.ts'
import { roughen } from '../../src/nlu/roughen.ts'
import { inOne } from '../intents/engine.ts'

/** Of so few examples none is parted again. */
const LEAST = 10

/** The files of our own pack. */
export const ownFiles = async (): Promise<PackFile[]> => (await readPackFolder(PACK)).files

/** A pack of so many intents, made of ours: those with the most examples are parted in two until there are enough. For time only. */
export function partedInto(intents: number, files: PackFile[]): PackFile[] {
  const { texts: _, intents: own } = readPack(files)
  const parts = own.map((intent) => ({ intent, said: [...intent.utterances, ...intent.heard] }))
  for (let n = 1; parts.length < intents; n++) {
    const most = parts.reduce((one, other) => (other.said.length > one.said.length ? other : one))
    if (most.said.length < 2 * LEAST) break
    const { dialog: _dialog, ...rest } = most.intent
    const part = { ...rest, id: `${rest.id}_${n}`, title: `Part ${n}`, asked: `${rest.asked.slice(0, 70)} (${n})` }
    parts.push({
      intent: { ...part, answer: part.answer ?? { text: 'A part.', followUps: [] } },
      said: most.said.splice(Math.ceil(most.said.length / 2)),
    })
  }
  const isIntent = new Set(own.map(({ id, programme }) => `${programme}/${id}.yaml`))
  return [
    ...files.filter(({ path }) => !isIntent.has(path)),
    ...parts.map(({ intent, said }) => ({
      path: `${intent.programme}/${intent.id}.yaml`,
      yaml: writeFileYaml({ ...intent, utterances: said.slice(0, LEAST / 2), heard: said.slice(LEAST / 2) }),
    })),
  ]
}

export const examplesIn = (files: PackFile[]): IntentExamples[] => readPack(files).intents.map(examplesOf).map(inOne)

/** So many different messages: our examples, typed in a hurry. */
export function messages(count: number, files: PackFile[]): string[] {
  const said = examplesIn(files).flatMap(({ utterances }) => utterances)
  const made = new Set<string>()
  for (let n = 0; made.size < count && n < 20 * count; n++) made.add(roughen(said[n % said.length] ?? '', 'typos', n + 1))
  return [...made].slice(0, count)
}
