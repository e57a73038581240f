import { percent } from './percent.ts'
import { roundedUp } from './roundedUp.ts'

/** One span: what stands at the bottom of its column, and what on top of that. */
export type Span = { lower: number; upper: number }

export type ColumnChart = {
  height: number
  columns: { x: string; width: string; lower: { y: number; height: number }; upper: { y: number; height: number } }[]
  /** Lines across, with what they stand for. */
  lines: { y: number; words: string }[]
  /** Below the columns, where one ends and the next begins. */
  edges: { x: string; y: number; words: string }[]
  plot: { x: string; y: number }
}

const TOP = 16
const PLOT = 180
const BELOW = 24
/** Room for the numbers of the lines. */
const LEFT = 0.13
const RIGHT = 0.03
/** So many words fit below on a phone. */
const MOST_EDGES = 6

/** Columns of two parts each, over equal spans of what runs across; `edges`: the words between them, one more than there are spans. */
export function columnChart(spans: Span[], edges: string[]): ColumnChart {
  const most = roundedUp(Math.max(1, ...spans.map(({ lower, upper }) => lower + upper)))
  const bottom = TOP + PLOT
  const width = (1 - LEFT - RIGHT) / Math.max(1, spans.length)
  const every = Math.ceil((edges.length - 1) / MOST_EDGES) || 1
  const tall = (count: number) => Math.round((count / most) * PLOT * 10) / 10
  return {
    height: bottom + BELOW,
    columns: spans.map(({ lower, upper }, n) => ({
      x: percent(LEFT + (n + 0.08) * width),
      width: percent(width * 0.84),
      lower: { y: bottom - tall(lower), height: tall(lower) },
      upper: { y: bottom - tall(lower) - tall(upper), height: tall(upper) },
    })),
    lines: [0, 0.5, 1].map((share) => ({ y: bottom - share * PLOT, words: inThousands(most * share) })),
    edges: edges.flatMap((words, n) => (n % every === 0 ? { x: percent(LEFT + n * width), y: bottom + 18, words } : [])),
    plot: { x: percent(LEFT), y: bottom },
  }
}

const inThousands = (count: number): string => new Intl.NumberFormat('en-GB').format(count)
