import type { QualityMessages } from '../../content/qualityMessages.ts'
import type { QualityReports } from '../../content/qualityReports.ts'
import { AppError } from '../../kernel/errors.ts'
import { query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { barChart } from './charts/barChart.ts'
import { type NameOf, namesIn } from './qualityCharts.ts'
import { type Pair, pairsOf } from './qualityPairs.ts'
import type { QualitySource, Shown } from './qualitySource.ts'
import { presentResult, presentTrend, presentWeeks } from './qualityView.ts'
import { besideWords, hundredWords, percentWords } from './qualityWords.ts'

type Deps = {
  routes: ConsoleRoutes
  shown: QualitySource
  reports: Pick<QualityReports, 'newest' | 'running' | 'lost' | 'versions'>
  /** Absent: nothing is known of real messages. */
  messages?: QualityMessages
  timeZone: () => Promise<string>
}

const WEEKS = 12
const VERSIONS = 12
const PAIRS_A_PAGE = 15
/** So many examples of a pair stand there at once. */
const EXAMPLES = 6

/** `/admin/quality`: how well the bot understands. */
export function qualityRoutes({ routes, shown, reports, messages, timeZone }: Deps) {
  async function overview(visit: Visit): Promise<void> {
    const about = await shown(visit)
    const [running, lost, versions, weeks] = await Promise.all([
      reports.running(),
      reports.lost(about.hash),
      reports.versions(VERSIONS),
      messages && timeZone().then((zone) => messages.byWeek(WEEKS, zone)),
    ])
    await visit.page('quality.njk', {
      ...addressOf(about),
      report: about.report,
      result: about.report && presentResult(about.report.result),
      beside: await besideOther(about),
      running,
      lost: lost.last,
      trend: presentTrend(versions),
      weeks: weeks && presentWeeks(weeks),
      done: query(visit, 'done'),
    })
  }

  /** Where both were measured. */
  async function besideOther({ which, report, hasDraft, liveHash, draftHash }: Shown): Promise<string | undefined> {
    const other = hasDraft && report ? await reports.newest(which === 'draft' ? liveHash : draftHash) : undefined
    const [mine, its] = [report?.result, other?.result]
    return mine && its && besideWords(which, mine.right / mine.examples, its.right / its.examples)
  }

  async function confusions(visit: Visit): Promise<void> {
    const about = await measured(visit)
    const pairs = pairsOf(about.report.result)
    const pages = Math.max(1, Math.ceil(pairs.length / PAIRS_A_PAGE))
    const page = Math.min(Math.max(Number.parseInt(query(visit, 'page', 4), 10) || 1, 1), pages)
    await visit.page('qualityConfusions.njk', {
      ...addressOf(about),
      pairs: pairs
        .slice((page - 1) * PAIRS_A_PAGE, page * PAIRS_A_PAGE)
        .map((pair) => presentPair(pair, namesIn(about.report.result.intents))),
      pairCount: pairs.length,
      misread: about.report.result.misread.length,
      page,
      pages,
    })
  }

  async function intent(visit: Visit): Promise<void> {
    const about = await measured(visit)
    const { result } = about.report
    const its = result.intents.find(({ id }) => id === visit.param('id'))
    if (!its) throw new AppError('NOT_FOUND')
    const pairs = pairsOf(result)
    const nameOf = namesIn(result.intents)
    const heard = await messages?.ofIntent(its.id, WEEKS, await timeZone())
    const bar = { label: 'Its examples', share: its.right / its.examples, words: `${its.right} of ${its.examples}` }
    await visit.page('qualityIntent.njk', {
      ...addressOf(about),
      intent: its,
      name: nameOf(its),
      chart: barChart([bar], {
        share: result.right / result.examples,
        words: `all answers: ${hundredWords(result.right, result.examples)}`,
      }),
      takenFor: pairs.filter((pair) => pair.intent.id === its.id).map((pair) => presentPair(pair, nameOf)),
      takenForIt: pairs.filter((pair) => pair.as?.id === its.id).map((pair) => presentPair(pair, nameOf)),
      heard,
      weekCount: WEEKS,
    })
  }

  /** A page that needs what was measured; NOT_FOUND where nothing was. */
  async function measured(visit: Visit) {
    const about = await shown(visit)
    if (!about.report) throw new AppError('NOT_FOUND', 'nothing is measured yet')
    return { ...about, report: about.report }
  }

  const all = [
    routes.get('/admin/quality', 'admin', overview),
    routes.get('/admin/quality/confusions', 'admin', confusions),
    routes.get('/admin/quality/intents/:id', 'admin', intent),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const addressOf = ({ which, hasDraft, version, suffix }: Shown) => ({ which, hasDraft, version, suffix })

function presentPair({ intent, as, examples, advice }: Pair, nameOf: NameOf) {
  const shown = examples.map((example) => ({ ...example, sure: percentWords(example.confidence) }))
  return {
    intent: { ...intent, name: nameOf(intent) },
    as: as && { ...as, name: nameOf(as) },
    count: examples.length,
    first: shown.slice(0, EXAMPLES),
    rest: shown.slice(EXAMPLES),
    advice,
  }
}
