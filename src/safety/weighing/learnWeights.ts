import { readMessage } from '../readMessage.ts'
import { signsOf, stretchesOf } from './signsOf.ts'
import { type Meaning, meanings, type Weights } from './weigh.ts'

/** A message and what it tells of; `share` is how much it counts. */
export type Example = { text: string; meaning: Meaning; share?: number }

const ROUNDS = 8
const RATE = 0.3
const RESTRAINT = 1e-3
/** Signs that weigh less than this for every meaning are left out. */
const LEAST = 33

type Sample = { stretches: number[][]; target: number; share: number }

/** Learns the weight of each sign from examples: softmax regression, adaptive steps, the heaviest stretch of each message. Always the same for the same examples. */
export function learnWeights(examples: readonly Example[]): Weights {
  const read = examples.map(({ text }) => stretchesOf(readMessage(text)).map((stretch) => [...signsOf(stretch)]))
  const counts = new Map<string, number>()
  for (const stretches of read) for (const sign of new Set(stretches.flat())) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count > 1).map(([sign]) => sign)
  const numbers = new Map(names.map((sign, index) => [sign, index]))
  const samples = examples.map(({ meaning, share = 1 }, index) => ({
    stretches: (read[index] ?? []).map((signs) => signs.flatMap((sign) => numbers.get(sign) ?? [])),
    target: meanings.indexOf(meaning),
    share,
  }))
  const { weights, bias } = learn(samples, names.length)
  const rows = names.map((sign, index) => [sign, meanings.map((_, m) => Math.round((weights[m]?.[index] ?? 0) * 100))] as const)
  return {
    bias: [...bias].map((value) => Math.round(value * 100)),
    signs: Object.fromEntries(rows.filter(([, row]) => row.some((value) => Math.abs(value) >= LEAST)).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function learn(samples: Sample[], size: number) {
  const weights = meanings.map(() => new Float64Array(size))
  const steps = meanings.map(() => new Float64Array(size).fill(0.01))
  const bias = Float64Array.from(meanings, (meaning) => (meaning === 'nothing' ? 1 : 0))
  const biasSteps = new Float64Array(meanings.length).fill(0.01)
  const chances = (signs: number[]): number[] => {
    const scale = 1 / Math.sqrt(Math.max(signs.length, 1))
    const sums = weights.map((row, m) => signs.reduce((sum, sign) => sum + (row[sign] ?? 0), 0) * scale + (bias[m] ?? 0))
    const most = Math.max(...sums)
    const powers = sums.map((sum) => Math.exp(sum - most))
    const total = powers.reduce((a, b) => a + b)
    return powers.map((power) => power / total)
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const { stretches, target, share } of shuffled(samples, round)) {
      const weighed = stretches.map((signs) => ({ signs, chance: chances(signs) }))
      const fits = ({ chance }: { chance: number[] }) => (target === 0 ? 1 - (chance[0] ?? 0) : (chance[target] ?? 0))
      const heaviest = weighed.reduce<(typeof weighed)[number] | undefined>((a, b) => (a && fits(a) >= fits(b) ? a : b), undefined)
      if (!heaviest) continue
      const scale = 1 / Math.sqrt(Math.max(heaviest.signs.length, 1))
      for (const [m, row] of weights.entries()) {
        const error = ((heaviest.chance[m] ?? 0) - (m === target ? 1 : 0)) * share
        const step = steps[m] ?? row
        for (const sign of heaviest.signs) {
          const slope = error * scale + RESTRAINT * (row[sign] ?? 0)
          step[sign] = (step[sign] ?? 0) + slope * slope
          row[sign] = (row[sign] ?? 0) - (RATE * slope) / Math.sqrt(step[sign] ?? 1)
        }
        biasSteps[m] = (biasSteps[m] ?? 0) + error * error
        bias[m] = (bias[m] ?? 0) - (RATE * error) / Math.sqrt(biasSteps[m] ?? 1)
      }
    }
  return { weights, bias }
}

/** The same order every time, another one in each round. */
function shuffled<T>(items: readonly T[], round: number): T[] {
  const order = [...items]
  let seed = 1 + round
  for (let i = order.length - 1; i > 0; i--) {
    seed = (seed * 16807) % 2147483647
    const j = seed % (i + 1)
    const [a, b] = [order[i] as T, order[j] as T]
    order[i] = b
    order[j] = a
  }
  return order
}
