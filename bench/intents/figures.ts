import type { Guess } from './engine.ts'

export type Read = { expected: string | undefined; guess: Guess }

const isRight = ({ expected, guess }: Read): boolean => guess !== undefined && guess.intent === expected
const confidenceOf = ({ guess }: Read): number => guess?.confidence ?? 0

/** How sure of the intent, if the text means one at all. */
export const withinOf = ({ guess }: Read): number => guess?.within ?? guess?.confidence ?? 0

/** The share that was read rightly, in per cent. */
export const accuracy = (reads: Read[]): number => percent(reads, isRight)

/** How far confidences are from the share that is right, on average over ten equal spans of confidence; in per cent. */
export function calibrationError(reads: Read[], sureness = confidenceOf): number {
  const spans = Map.groupBy(reads, (read) => Math.min(9, Math.floor(sureness(read) * 10)))
  const errors = [...spans.values()].map((span) =>
    Math.abs(span.reduce((sum, read) => sum + sureness(read), 0) - span.filter(isRight).length),
  )
  return (100 * errors.reduce((sum, error) => sum + error, 0)) / reads.length
}

/**
 * Telling what is ours from what is not, by confidence alone. `auroc`: how often a message of ours gets more confidence than one that is
 * not, in per cent. The threshold keeps 95 % of what was right in validation; the rest is what it does to the test.
 */
export function rejection(reads: { val: Read[]; test: Read[]; oosTest: Read[] }) {
  const right = reads.val
    .filter(isRight)
    .map(confidenceOf)
    .sort((a, b) => a - b)
  const threshold = right[Math.floor(right.length * SPARED)] ?? 0
  const isRefused = (read: Read) => confidenceOf(read) < threshold
  return {
    auroc: auroc(reads.test.map(confidenceOf), reads.oosTest.map(confidenceOf)),
    threshold,
    oosRefused: percent(reads.oosTest, isRefused),
    rightRefused: percent(reads.test.filter(isRight), isRefused),
    oursRefused: percent(reads.test, isRefused),
  }
}

const SPARED = 0.05

function auroc(inside: number[], outside: number[]): number {
  const sorted = outside.toSorted((a, b) => a - b)
  const below = (value: number, orEqual: boolean) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = sorted[middle] as number
      if (other < value || (orEqual && other === value)) low = middle + 1
      else high = middle
    }
    return low
  }
  const won = inside.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0)
  return (100 * won) / (inside.length * outside.length)
}

/** The value that so many per cent lie below. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

function percent<T>(all: T[], counts: (one: T) => boolean): number {
  return (100 * all.filter(counts).length) / all.length
}
