import type { Audit } from '../../audit/audit.ts'
import type { CheckResult, Difference } from '../../content/checks.ts'
import type { DraftLook, Publishing } from '../../content/publishing.ts'
import { oneOf, query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { seenIn } from './draftSeen.ts'
import { answeredWords, figureRows, verdictWords } from './draftWords.ts'

type Deps = {
  routes: ConsoleRoutes
  publishing: Pick<Publishing, 'look' | 'begin' | 'titles'>
  audit: Audit
}

const home = '/admin/draft'
const verdicts = ['worse', 'different', 'better'] as const
const sources = ['recent', 'evaluation'] as const

const sourceWords = { recent: 'Recent messages', evaluation: 'Test messages' } as const

/** `/admin/draft/check`: what the draft would change, message by message, and what stands against it. */
export function draftCheckRoutes({ routes, publishing, audit }: Deps) {
  async function show(visit: Visit): Promise<void> {
    const look = await publishing.look(visit.account)
    const { check } = look
    const result = check?.result
    const shown = result && (await resultOf(visit, look, result))
    await visit.page('draftCheck.njk', {
      ...look,
      ...shown,
      faults: undefined,
      percent: check && check.total > 0 ? Math.floor((100 * check.done) / check.total) : 0,
    })
  }

  /** The messages are patients' own, if masked: that they were read is noted. */
  async function resultOf(visit: Visit, look: DraftLook, result: CheckResult) {
    const verdict = oneOf(query(visit, 'verdict'), verdicts)
    const from = oneOf(query(visit, 'from'), sources)
    const wanted = result.differences.filter((one) => (!verdict || one.verdict === verdict) && (!from || one.from === from))
    const titleOf = await publishing.titles(wanted.flatMap(intentsOf))
    await audit.note({
      account: visit.account,
      action: 'check.read',
      subject: { kind: 'content', id: look.seen.draftHash },
      details: { messages: wanted.length },
    })
    const { counts } = result
    return {
      result,
      filter: { verdict, from },
      verdicts: verdicts.map((value) => ({ value, text: verdictWords[value], count: counts[value] })),
      sources: sources.map((value) => ({ value, text: sourceWords[value], count: result.compared[value] })),
      all: counts.better + counts.worse + counts.different,
      counts: (['better', 'worse', 'different', 'same'] as const).map((key) => ({
        key,
        name: key === 'same' ? 'As before' : verdictWords[key],
        count: counts[key].toLocaleString('en-GB'),
      })),
      figures: figureRows(result.figures.live, result.figures.draft),
      reworded: result.reworded.map((one) => ({ ...one, count: one.messages.recent + one.messages.evaluation })),
      failed: result.gates.filter(({ passed }) => !passed),
      passedGates: result.gates.filter(({ passed }) => passed),
      differences: wanted.map((one) => ({
        ...one,
        verdictWords: verdictWords[one.verdict],
        sourceWords: one.from === 'recent' ? 'A recent message' : 'A test message',
        live: answeredWords(one.live, titleOf),
        draft: answeredWords(one.draft, titleOf),
        expected: one.expected && (one.expected === 'none' ? 'none of what is answered here' : `“${titleOf(one.expected)}”`),
      })),
    }
  }

  async function begin(visit: Visit): Promise<void> {
    const outcome = await publishing.begin(visit.account, seenIn(visit.form))
    if (outcome === 'changedMeanwhile') return visit.seeOther(`${home}?trouble=changed`)
    if (outcome === 'busy') return visit.seeOther(`${home}?trouble=busy`)
    visit.seeOther(`${home}/check`)
  }

  const all = [routes.get(`${home}/check`, 'admin', show), routes.post(`${home}/check`, 'admin', begin)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const intentsOf = ({ live, draft, expected }: Difference): string[] => [
  ...[live, draft].flatMap((answered) => ('intents' in answered ? answered.intents : [])),
  ...(expected ? [expected] : []),
]
