import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ChangeFigures } from './measureChange.ts'
import { measurePublishing, type PublishingFigures } from './measurePublishing.ts'
import type { TrainingFigures } from './measureTraining.ts'
import { ownFiles, partedInto } from './packs.ts'

const LARGE = 300
const MESSAGES = 10_000
const PATIENCE_MS = 30 * 60_000

/** What an edit costs until patients are answered with it: learning, finding out what would change, publishing. */
export async function measureContent() {
  const own = await ownFiles()
  const training: TrainingFigures[] = []
  const publishing: PublishingFigures[] = []
  for (const intents of [0, LARGE]) {
    console.log(`measuring a pack ${intents ? `of ${intents} intents` : 'that is ours'} …`)
    training.push(await inProcess<TrainingFigures>('measureTraining.ts', [`${intents}`]))
    const files = intents ? partedInto(intents, own) : own.map(withOneMore)
    publishing.push(await measurePublishing(own, files))
  }
  console.log(`measuring what would change over ${MESSAGES.toLocaleString('en')} messages …`)
  const change = await inProcess<ChangeFigures>('measureChange.ts', [`${MESSAGES}`])
  print(training, publishing, change)
  return { training, publishing, change }
}

const withOneMore = (file: { path: string; yaml: string }) =>
  file.path === 'breast/does_it_hurt.yaml'
    ? { ...file, yaml: file.yaml.replace('utterances:\n', 'utterances:\n  - is it sore when you do the squashing bit\n') }
    : file

function print(training: TrainingFigures[], publishing: PublishingFigures[], change: ChangeFigures): void {
  for (const [at, { intents, examples, cold, again, bayes, memoryMB }] of training.entries()) {
    const { learnt = Number.NaN, taken = Number.NaN } = publishing[at] ?? {}
    const beside = (seconds: number) => `${seconds.toFixed(1)} s (${(seconds / bayes).toFixed(1)} x natural's Bayes)`
    console.log(`\n${intents} intents, ${examples} examples`)
    console.log(`  learning: every text anew ${beside(cold)}, one intent changed ${beside(again)}, memory ${memoryMB.toFixed(0)} MB`)
    console.log(
      `  publishing: learnt and shared in ${learnt.toFixed(1)} s, then in use by another process ${taken.toFixed(2)} s later (${(taken / again).toFixed(2)} x learning it there)`,
    )
  }
  const { messages, read, seconds, once, memoryMB } = change
  console.log(`\nwhat would change over ${messages.toLocaleString('en')} real messages, ${read.toLocaleString('en')} in all`)
  console.log(
    `  ${seconds.toFixed(0)} s with learning, evaluation and conversations (${(seconds / once).toFixed(1)} x reading those messages once, ${once.toFixed(0)} s), memory ${memoryMB.toFixed(0)} MB`,
  )
}

/** Runs a program of this folder, and reads the line of JSON that it prints. */
function inProcess<T>(program: string, words: string[]): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: PATIENCE_MS,
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`${program} ended with ${code}.`))))
  })
}
