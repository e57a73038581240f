import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IntentExamples } from '../../src/nlu/classifier.ts'

export type Message = [text: string, intent: string]

/** A public set of messages, parted as it is published; `oos_*` are messages that mean none of the intents. */
export type Split = { train: Message[]; val: Message[]; test: Message[]; oos_val?: string[]; oos_test?: string[] }

/** The setting BENCH_DATA names the folder of the public sets: files such as `clinc_10.json`. */
const folder = process.env.BENCH_DATA || join(import.meta.dirname, '../data')

/** Ten examples an intent. The first is the smallest. */
export const fewShot = ['hwu_10', 'banking_10', 'clinc_10']
export const full = ['banking_full', 'clinc_full']

const fileOf = (name: string) => join(folder, `${name}.json`)

export async function readSplit(name: string): Promise<Split> {
  return JSON.parse(await readFile(fileOf(name), 'utf8'))
}

/** Those of the sets whose files are there. */
export async function presentSplits(names: string[]): Promise<string[]> {
  const there = await Promise.all(
    names.map((name) =>
      access(fileOf(name)).then(
        () => true,
        () => false,
      ),
    ),
  )
  return names.filter((_, i) => there[i])
}

export const absence = `intents: skipped, since ${folder} holds no public sets; the setting BENCH_DATA may name their folder.`

/** What an engine learns from; an intent's title is the name that the set gives it. */
export function packOf({ train }: Split, withTitles = true): IntentExamples[] {
  return [...Map.groupBy(train, ([, intent]) => intent)].map(([intent, messages]) => ({
    intent,
    utterances: messages.map(([text]) => text),
    ...(withTitles && { titles: [intent.replaceAll('_', ' ').toLowerCase()] }),
  }))
}
