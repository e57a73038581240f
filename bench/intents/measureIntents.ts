import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installIntentEngines } from '../../setup/dependencies.mjs'
import { engines } from './engines.ts'
import type { EngineFigures } from './measureEngine.ts'
import type { PackFigures } from './measurePack.ts'
import type { StartUpFigures } from './measureStartUp.ts'
import type { Outcome } from './outcome.ts'
import { printPack, printSplit } from './print.ts'
import { absence, fewShot, full, presentSplits } from './splits.ts'

const PATIENCE_MS = 10 * 60_000

/**
 * How well and how fast our engine reads, beside others, on public sets that none of them was made for: each engine on each set in a
 * process of its own, one after another. Undefined where the sets are absent. `all`: the large sets too.
 */
export async function measureIntents({ all }: { all: boolean }) {
  const sets = await presentSplits(all ? [...fewShot, ...full] : fewShot)
  if (sets.length === 0) {
    console.log(absence)
    return undefined
  }
  await installIntentEngines()
  console.log(
    'intents: the names of the intents count as their titles for our engine, as titles do in our pack; the others do not use any.',
  )
  const splits: Record<string, Record<string, Outcome>> = {}
  for (const set of sets) {
    const outcomes: Record<string, Outcome> = {}
    for (const name of Object.keys(engines)) {
      console.log(`measuring ${name} on ${set} …`)
      outcomes[name] = await measureOne(name, set)
    }
    splits[set] = outcomes
    printSplit(set, outcomes)
  }
  console.log('measuring how long packs take to learn …')
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const packs = await inProcess<PackFigures>('measurePack.ts', [folder])
    const startUp = await inProcess<StartUpFigures>('measureStartUp.ts', [folder])
    printPack(packs, startUp)
    return { splits, packs, startUp }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureOne(name: string, set: string): Promise<Outcome> {
  const { only, fewShotOnly } = engines[name] ?? {}
  if (only && !only.includes(set)) return { left: `too slow for it; only on ${only.join(', ')}` }
  if (fewShotOnly && !fewShot.includes(set)) return { left: 'only on ten examples an intent' }
  try {
    return await inProcess<EngineFigures>('measureEngine.ts', [name, set])
  } catch (error) {
    return { left: error instanceof Error ? error.message : String(error) }
  }
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
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as T)
      else reject(new Error(signal ? `gave up after ${PATIENCE_MS / 60_000} minutes` : `${program} ended with ${code}`))
    })
  })
}
