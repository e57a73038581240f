import { percent } from './percent.ts'

/** One line: a share from 0 to 1 for each place across, undefined where there is none. */
export type Series = { shares: (number | undefined)[] }

export type LineChart = {
  height: number
  /** Neighbours are joined; over a gap nothing is drawn. */
  series: { points: { x: string; y: number }[]; joins: { x1: string; y1: number; x2: string; y2: number }[] }[]
  lines: { y: number; words: string }[]
  places: { x: string; y: number; words: string }[]
  plot: { x: string; y: number }
}

const TOP = 16
const PLOT = 180
const BELOW = 24
const LEFT = 0.13
const RIGHT = 0.06
/** So many names fit below on a phone. */
const MOST_NAMES = 6
/** What changes by less than this looks as little as it is. */
const LEAST_RANGE = 0.2

/** Lines over places in a row, between the tens around what they show: small changes are seen, and the lines say what they stand for. */
export function lineChart(names: string[], series: Series[]): LineChart {
  const { from, to } = rangeOf(series.flatMap(({ shares }) => shares.filter((share) => share !== undefined)))
  const bottom = TOP + PLOT
  const step = names.length > 1 ? (1 - LEFT - RIGHT) / (names.length - 1) : 0
  const x = (n: number) => percent(names.length > 1 ? LEFT + n * step : (LEFT + 1 - RIGHT) / 2)
  const y = (share: number) => Math.round((bottom - ((share - from) / (to - from)) * PLOT) * 10) / 10
  const every = Math.ceil(names.length / MOST_NAMES)
  return {
    height: bottom + BELOW,
    series: series.map(({ shares }) => ({
      points: shares.flatMap((share, n) => (share === undefined ? [] : { x: x(n), y: y(share) })),
      joins: shares.flatMap((share, n) => {
        const before = shares[n - 1]
        return share === undefined || before === undefined ? [] : { x1: x(n - 1), y1: y(before), x2: x(n), y2: y(share) }
      }),
    })),
    lines: ticksOf(from, to).map((share) => ({ y: y(share), words: String(Math.round(share * 100)) })),
    places: names.flatMap((words, n) => ((names.length - 1 - n) % every === 0 ? { x: x(n), y: bottom + 18, words } : [])),
    plot: { x: percent(LEFT), y: bottom },
  }
}

/** In tens, at least `LEAST_RANGE` apart, within 0 and 1. */
function rangeOf(shares: number[]): { from: number; to: number } {
  const [least, most] = shares.length > 0 ? [Math.min(...shares), Math.max(...shares)] : [0, 1]
  let from = Math.max(0, Math.floor(least * 10 + 1e-9))
  let to = Math.min(10, Math.ceil(most * 10 - 1e-9))
  while (to - from < LEAST_RANGE * 10)
    if (from > 0 && (to >= 10 || least * 10 - from < to - most * 10)) from -= 1
    else to += 1
  return { from: from / 10, to: to / 10 }
}

/** Every ten, or every other ten where that would be too many. */
function ticksOf(from: number, to: number): number[] {
  const tens = Math.round((to - from) * 10)
  const step = tens > 5 ? 2 : 1
  return Array.from({ length: Math.floor(tens / step) + 1 }, (_, n) => from + (n * step) / 10)
}
