import { percent } from './percent.ts'

/** One row: its name, and how many of each kind. */
export type Stack = { label: string; counts: number[] }

export type StackChart = {
  height: number
  barHeight: number
  rows: { label: string; total: number; textY: number; barY: number; parts: { kind: number; x: string; width: string }[] }[]
}

const ROW = 40
const TEXT = 16
const BAR = 16

/** Rows one below the other, each as long as its whole, in parts. The longest is as wide as the page. */
export function stackChart(stacks: Stack[]): StackChart {
  const most = Math.max(1, ...stacks.map(({ counts }) => sumOf(counts)))
  return {
    height: stacks.length * ROW + 4,
    barHeight: BAR,
    rows: stacks.map(({ label, counts }, n) => ({
      label,
      total: sumOf(counts),
      textY: n * ROW + TEXT,
      barY: n * ROW + TEXT + 4,
      parts: counts.flatMap((count, kind) =>
        count > 0 ? { kind, x: percent(sumOf(counts.slice(0, kind)) / most), width: percent(count / most) } : [],
      ),
    })),
  }
}

const sumOf = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)
