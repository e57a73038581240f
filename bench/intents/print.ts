import { BASELINE } from './engines.ts'
import type { EngineFigures } from './measureEngine.ts'
import type { LearningFigures, PackFigures } from './measurePack.ts'
import type { StartUpFigures } from './measureStartUp.ts'
import type { Outcome } from './outcome.ts'

type Column = { head: string; of: (figures: EngineFigures) => number | undefined; digits: number }

const columns: Column[] = [
  { head: 'right %', of: ({ accuracy }) => accuracy, digits: 1 },
  { head: 'typos', of: ({ rough }) => rough.typos, digits: 1 },
  { head: 'no punct.', of: ({ rough }) => rough['no punctuation'], digits: 1 },
  { head: 'CAPITALS', of: ({ rough }) => rough.capitals, digits: 1 },
  { head: 'txt spk', of: ({ rough }) => rough['text speak'], digits: 1 },
  { head: 'calibr. ±', of: ({ calibrationError }) => calibrationError, digits: 1 },
  { head: 'train s', of: ({ trainSeconds }) => trainSeconds, digits: 2 },
  { head: 'p50 ms', of: ({ p50 }) => p50, digits: 3 },
  { head: 'p99 ms', of: ({ p99 }) => p99, digits: 3 },
  { head: 'p50/split', of: ({ p50OverSplitting }) => p50OverSplitting, digits: 0 },
  { head: 'p99/split', of: ({ p99OverSplitting }) => p99OverSplitting, digits: 0 },
  { head: 'RSS MB', of: ({ memoryMB }) => memoryMB, digits: 0 },
]

const rejectionColumns: Column[] = [
  { head: 'AUROC', of: ({ rejection }) => rejection?.auroc, digits: 1 },
  { head: 'threshold', of: ({ rejection }) => rejection?.threshold, digits: 3 },
  { head: 'oos refused %', of: ({ rejection }) => rejection?.oosRefused, digits: 1 },
  { head: 'right refused %', of: ({ rejection }) => rejection?.rightRefused, digits: 1 },
  { head: 'ours refused %', of: ({ rejection }) => rejection?.oursRefused, digits: 1 },
  { head: 'calibr. with oos ±', of: ({ rejection }) => rejection?.calibrationError, digits: 1 },
]

/** A set's table, each figure with its ratio to the baseline's in a second line. */
export function printSplit(set: string, outcomes: Record<string, Outcome>): void {
  console.log(`\n${set}`)
  printTable(outcomes, columns)
  if (Object.values(outcomes).some((outcome) => 'rejection' in outcome)) {
    console.log('  out of scope (oos): the threshold keeps 95 % of what was right in validation')
    printTable(outcomes, rejectionColumns)
  }
  console.log('')
}

function printTable(outcomes: Record<string, Outcome>, shown: Column[]): void {
  const found = outcomes[BASELINE]
  const baseline = found && !('left' in found) ? found : undefined
  console.log(
    line(
      '',
      shown.map(({ head }) => head),
      shown,
    ),
  )
  for (const [name, outcome] of Object.entries(outcomes)) {
    if ('left' in outcome) {
      console.log(`  ${name.padEnd(NAME)}${outcome.left}`)
      continue
    }
    console.log(
      line(
        name,
        shown.map(({ of, digits }) => of(outcome)?.toFixed(digits) ?? ''),
        shown,
      ),
    )
    if (baseline && name !== BASELINE)
      console.log(
        line(
          `  x ${BASELINE}`,
          shown.map(({ of }) => ratio(of(outcome), of(baseline))),
          shown,
        ),
      )
  }
}

const NAME = 30

function line(name: string, cells: string[], shown: Column[]): string {
  return `  ${name.padEnd(NAME)}${cells.map((cell, i) => cell.padStart(Math.max(9, shown[i]?.head.length ?? 0) + 1)).join('')}`
}

const ratio = (value: number | undefined, base: number | undefined): string =>
  value === undefined || !base ? '' : `x${(value / base).toPrecision(3)}`

export function printPack({ own, large }: PackFigures, startUp: StartUpFigures): void {
  console.log('\nlearning a pack, in seconds')
  printLearning('our own pack', own)
  if (large.intents > 0) printLearning('a large pack', large)
  console.log('starting with a pack that was learnt before')
  console.log(
    `  reading the code ${ms(startUp.code)}, the sentence model ${ms(startUp.sentenceModel)}, the kept model ${ms(startUp.keptModel)}`,
  )
  console.log(`  the first message ${ms(startUp.firstMessage)}; memory for all of it ${startUp.memoryMB.toFixed(0)} MB`)
}

function printLearning(what: string, { intents, examples, cold, oneChanged, bayes }: LearningFigures): void {
  const beside = (time: number) => `${time.toFixed(1)} s (${(time / bayes).toFixed(1)} x ${BASELINE})`
  console.log(`  ${what}: ${intents} intents, ${examples} examples`)
  console.log(`    every text embedded anew ${beside(cold)}; one intent changed ${beside(oneChanged)}; ${BASELINE} ${bayes.toFixed(1)} s`)
}

const ms = (time: number): string => `${time.toFixed(0)} ms`
