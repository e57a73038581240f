import { percent } from './percent.ts'

/** `share`: from 0 to 1. `words`: what stands at the end of the line above the bar. */
export type Bar = { label: string; share: number; words: string }

export type BarChart = {
  height: number
  bars: (Bar & { textY: number; barY: number; width: string })[]
  barHeight: number
  /** A line through all bars: what they are compared with. */
  mark: { x: string; y1: number; y2: number; textY: number; words: string; anchor: 'start' | 'middle' | 'end' }
}

const TOP = 28
const ROW = 44
const TEXT = 18
const BAR = 14

/** Bars one below the other, the words above each: there is room for both on a phone. */
export function barChart(bars: Bar[], mark: { share: number; words: string }): BarChart {
  const rows = bars.map((bar, n) => ({
    ...bar,
    textY: TOP + n * ROW + TEXT,
    barY: TOP + n * ROW + TEXT + 6,
    width: percent(within(bar.share)),
  }))
  const height = TOP + bars.length * ROW + 4
  const share = within(mark.share)
  const anchor = share > 0.75 ? 'end' : share < 0.25 ? 'start' : 'middle'
  return {
    height,
    bars: rows,
    barHeight: BAR,
    mark: { x: percent(share), y1: TOP - 6, y2: height, textY: TOP - 12, words: mark.words, anchor },
  }
}

const within = (share: number): number => Math.min(1, Math.max(0, share))
