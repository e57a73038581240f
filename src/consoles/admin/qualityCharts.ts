import type { MessageWeek } from '../../content/qualityMessages.ts'
import type { VersionQuality } from '../../content/qualityReports.ts'
import type { IntentQuality, QualityResult } from '../../content/qualityResult.ts'
import { barChart } from './charts/barChart.ts'
import { columnChart } from './charts/columnChart.ts'
import { lineChart } from './charts/lineChart.ts'
import { stackChart } from './charts/stackChart.ts'
import { hundredWords, percentWords, programmeWords, shortDay } from './qualityWords.ts'

/** So many of the hardest are drawn; all are in a table. */
const HARDEST = 12

export type NameOf = (intent: Pick<IntentQuality, 'title' | 'programme'>) => string

/** Titles, with the programme where several intents have the same: "Results (Eyes)". */
export function namesIn(intents: Pick<IntentQuality, 'title' | 'programme'>[]): NameOf {
  const alike = Map.groupBy(intents, ({ title }) => title)
  return ({ title, programme }) => ((alike.get(title)?.length ?? 0) > 1 ? `${title} (${programmeWords[programme] ?? programme})` : title)
}

export function hardestChart({ intents, right, examples }: QualityResult) {
  const hardest = intents.filter((intent) => intent.right < intent.examples).slice(0, HARDEST)
  if (hardest.length === 0) return undefined
  const nameOf = namesIn(intents)
  const bars = hardest.map((intent) => ({
    label: nameOf(intent),
    share: intent.right / intent.examples,
    words: `${intent.right} of ${intent.examples}`,
  }))
  return { ...barChart(bars, { share: right / examples, words: `all: ${hundredWords(right, examples)}` }), count: hardest.length }
}

export function surenessChart({ sureness }: QualityResult) {
  const { right, wrong } = sureness
  const spans = right.map((lower, n) => ({ lower, upper: wrong[n] ?? 0 }))
  const edges = [...spans.keys(), spans.length].map((n) => String(n * 10))
  const rows = spans.map((span, n) => ({ span: `${n * 10} to ${n * 10 + 10}%`, right: span.lower, wrong: span.upper }))
  return { ...columnChart(spans, edges), rows }
}

/** The share of its test messages that a version's check found read rightly, where it says so. */
const ofCheck = ({ figures }: VersionQuality): number | undefined => figures?.accuracy

/** Undefined where fewer than two versions can be compared. */
export function trendChart(versions: VersionQuality[]) {
  const lines = [
    { name: 'Read rightly', kind: 0, shares: versions.map(({ measured }) => measured?.accuracy) },
    { name: 'Right one among the first three', kind: 1, shares: versions.map(({ measured }) => measured?.top3) },
    { name: 'Test messages read rightly', kind: 2, shares: versions.map(ofCheck) },
  ].filter(({ shares }) => shares.some((share) => share !== undefined))
  const known = versions.filter((version) => version.measured || ofCheck(version) !== undefined)
  if (known.length < 2) return undefined
  const chart = lineChart(
    versions.map(({ version }) => `v${version}`),
    lines,
  )
  return { ...chart, series: chart.series.map((line, n) => ({ ...line, name: lines[n]?.name ?? '', kind: lines[n]?.kind ?? 0 })) }
}

export const trendRows = (versions: VersionQuality[]) =>
  versions.toReversed().map((version) => {
    const check = ofCheck(version)
    const { measured } = version
    return {
      ...version,
      accuracy: measured ? percentWords(measured.accuracy) : '–',
      top3: measured ? percentWords(measured.top3) : '–',
      check: check === undefined ? '–' : percentWords(check),
    }
  })

/** The kinds of what became of a message, in the order in which they are drawn. */
export const messageKinds = ['answered', 'unsure', 'notUnderstood', 'danger'] as const

export const weeksChart = (weeks: MessageWeek[]) =>
  stackChart(weeks.map((week) => ({ label: shortDay(week.week), counts: messageKinds.map((kind) => week[kind]) })))
