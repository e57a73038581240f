import { describe, expect, test } from '@jest/globals'
import { barChart } from '../../../src/consoles/admin/charts/barChart.ts'
import { columnChart } from '../../../src/consoles/admin/charts/columnChart.ts'
import { lineChart } from '../../../src/consoles/admin/charts/lineChart.ts'
import { roundedUp } from '../../../src/consoles/admin/charts/roundedUp.ts'
import { stackChart } from '../../../src/consoles/admin/charts/stackChart.ts'

const numberOf = (percent: string) => Number(percent.replace('%', ''))

describe('bars', () => {
  const bar = (share: number) => ({ label: 'a', share, words: '' })

  test('are as wide as their share of the page, and stay within it', () => {
    const { bars } = barChart([bar(0.25), bar(1.2), bar(-1)], { share: 0.5, words: 'all' })
    expect(bars.map(({ width }) => width)).toEqual(['25%', '100%', '0%'])
  })

  test('do not touch each other or the words, and the chart is as high as all of them', () => {
    const { bars, barHeight, height } = barChart([bar(0.1), bar(0.2), bar(0.3)], { share: 0.5, words: 'all' })
    for (const [n, { textY, barY }] of bars.entries()) {
      expect(barY).toBeGreaterThan(textY)
      expect(barY + barHeight).toBeLessThan(bars[n + 1] ? (bars[n + 1]?.textY ?? 0) - 12 : height)
    }
  })

  test.each([
    [0.9, 'end'],
    [0.5, 'middle'],
    [0.1, 'start'],
  ])('the words of a mark at %d stay on the page', (share, anchor) => {
    expect(barChart([bar(0.1)], { share, words: 'all answers' }).mark).toMatchObject({ x: `${share * 100}%`, anchor })
  })
})

describe('columns', () => {
  const spans = [
    { lower: 30, upper: 10 },
    { lower: 0, upper: 0 },
    { lower: 40, upper: 40 },
  ]
  const chart = columnChart(spans, ['0', '1', '2', '3'])

  test('are as high as their counts, one part upon the other', () => {
    const [first, none, most] = chart.columns
    expect(most?.lower.height).toBe(most?.upper.height)
    expect(first && first.lower.height / first.upper.height).toBeCloseTo(3, 1)
    expect(none).toMatchObject({ lower: { height: 0 }, upper: { height: 0 } })
    for (const { lower, upper } of chart.columns) {
      expect(lower.y + lower.height).toBeCloseTo(chart.plot.y, 5)
      expect(upper.y + upper.height).toBeCloseTo(lower.y, 5)
    }
  })

  test('the tallest reaches the highest line or stays below it', () => {
    const top = Math.min(...chart.lines.map(({ y }) => y))
    expect(chart.lines.map(({ words }) => words)).toEqual(['0', '40', '80'])
    expect(chart.columns[2]?.upper.y).toBeCloseTo(top, 5)
  })

  test('stand side by side between the edges, on the page', () => {
    for (const [n, { x, width }] of chart.columns.entries()) {
      expect(numberOf(x)).toBeGreaterThan(numberOf(chart.edges[n]?.x ?? ''))
      expect(numberOf(x) + numberOf(width)).toBeLessThan(numberOf(chart.edges[n + 1]?.x ?? ''))
    }
    expect(numberOf(chart.edges.at(-1)?.x ?? '')).toBeLessThan(100)
  })

  test('of many edges every other one is named', () => {
    const edges = Array.from({ length: 11 }, (_, n) => String(n * 10))
    const many = columnChart(Array(10).fill({ lower: 1, upper: 0 }), edges)
    expect(many.edges.map(({ words }) => words)).toEqual(['0', '20', '40', '60', '80', '100'])
  })

  test('large counts are read with their thousands', () => {
    expect(columnChart([{ lower: 1500, upper: 0 }], ['0', '1']).lines.map(({ words }) => words)).toEqual(['0', '1,000', '2,000'])
  })
})

test.each([
  [0, 1],
  [1, 1],
  [1.5, 2],
  [3, 4],
  [10, 20],
  [41, 60],
  [99, 100],
  [100, 200],
  [1234, 2000],
])('above %d the scale ends at %d', (most, end) => {
  expect(roundedUp(most)).toBeGreaterThanOrEqual(most)
  if (![10, 100].includes(most)) expect(roundedUp(most)).toBe(end)
})

describe('lines', () => {
  const names = ['v1', 'v2', 'v3', 'v4']

  test('join neighbours, higher where there is more, and leave gaps', () => {
    const [series] = lineChart(names, [{ shares: [0.7, 0.8, undefined, 0.75] }]).series
    expect(series?.points.map(({ x }) => numberOf(x))).toHaveLength(3)
    expect(series?.joins).toHaveLength(1)
    const [first, second, last] = series?.points ?? []
    expect(second?.y).toBeLessThan(last?.y ?? 0)
    expect(last?.y).toBeLessThan(first?.y ?? 0)
    expect(series?.joins[0]).toEqual({ x1: first?.x, y1: first?.y, x2: second?.x, y2: second?.y })
  })

  test.each([
    [
      [0.73, 0.74],
      ['60', '70', '80'],
    ],
    [
      [0.6, 0.95],
      ['60', '70', '80', '90', '100'],
    ],
    [
      [1, 1],
      ['80', '90', '100'],
    ],
    [
      [0, 0.01],
      ['0', '10', '20'],
    ],
    [
      [0.05, 0.95],
      ['0', '20', '40', '60', '80', '100'],
    ],
  ])('of %j the scale is %j', (shares, words) => {
    const { lines, series, plot } = lineChart(['a', 'b'], [{ shares }])
    expect(lines.map((line) => line.words)).toEqual(words)
    for (const { y } of series[0]?.points ?? []) {
      expect(y).toBeLessThanOrEqual(plot.y)
      expect(y).toBeGreaterThanOrEqual(Math.min(...lines.map((line) => line.y)))
    }
  })

  test('of many places few are named, the last among them', () => {
    const many = Array.from({ length: 12 }, (_, n) => `v${n + 1}`)
    const { places } = lineChart(many, [{ shares: many.map(() => 0.5) }])
    expect(places.map(({ words }) => words)).toEqual(['v2', 'v4', 'v6', 'v8', 'v10', 'v12'])
  })

  test('of nothing there is an empty chart', () => {
    expect(lineChart([], [])).toMatchObject({ series: [], places: [] })
  })
})

describe('stacks', () => {
  const chart = stackChart([
    { label: 'first', counts: [6, 0, 2] },
    { label: 'second', counts: [1, 1, 2] },
    { label: 'none', counts: [0, 0, 0] },
  ])

  test('the longest is as wide as the page, and the others by their counts', () => {
    const widthOf = (n: number) => chart.rows[n]?.parts.reduce((sum, { width }) => sum + numberOf(width), 0)
    expect([widthOf(0), widthOf(1), widthOf(2)]).toEqual([100, 50, 0])
    expect(chart.rows.map(({ total }) => total)).toEqual([8, 4, 0])
  })

  test('parts follow each other, and what is nothing is not drawn', () => {
    expect(chart.rows[0]?.parts).toEqual([
      { kind: 0, x: '0%', width: '75%' },
      { kind: 2, x: '75%', width: '25%' },
    ])
  })
})
