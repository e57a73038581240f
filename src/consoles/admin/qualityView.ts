import type { MessageWeek } from '../../content/qualityMessages.ts'
import type { VersionQuality } from '../../content/qualityReports.ts'
import type { QualityResult } from '../../content/qualityResult.ts'
import { hardestChart, messageKinds, type NameOf, namesIn, surenessChart, trendChart, trendRows, weeksChart } from './qualityCharts.ts'
import { pairsOf } from './qualityPairs.ts'
import { calibrationWords, countWords, hundredWords, ofHundred, shortDay } from './qualityWords.ts'

/** The most frequent confusions that the overview shows. */
const FIRST_PAIRS = 5
/** From this span on the bot is sure of what it says: 80 % and more. */
const SURE_SPAN = 8

/** A result as the overview tells it: in words, then drawn. */
export function presentResult(result: QualityResult) {
  const { examples, right, top3, ways, intents, calibration, sureness, withMeaning } = result
  const pairs = pairsOf(result)
  const nameOf = namesIn(intents)
  const sum = (counts: number[]) => counts.slice(SURE_SPAN).reduce((total, count) => total + count, 0)
  const [sureRight, sureWrong] = [sum(sureness.right), sum(sureness.wrong)]
  const firstFor = new Map(pairs.toReversed().map((pair) => [pair.intent.id, pair]))
  return {
    withMeaning,
    headline: ofHundred(right, examples),
    top3: ofHundred(top3, examples),
    examples: countWords(examples),
    intentCount: intents.length,
    ways: [
      { words: 'Answered at once, rightly', count: ways.answered },
      { words: 'Asked which of a few is meant, the right one among them', count: ways.asked },
      { words: 'Answered at once with something else', count: ways.misanswered },
      { words: 'Asked, without the right one', count: ways.askedWithout },
      { words: 'Said that it did not understand', count: ways.notUnderstood },
    ].map(({ words, count }) => ({ words, share: hundredWords(count, examples) })),
    hardest: hardestChart(result),
    intents: intents.map((intent) => ({ ...intent, name: nameOf(intent), most: shownPair(firstFor.get(intent.id), nameOf) })),
    sureness: surenessChart(result),
    sure: sureRight + sureWrong > 0 ? hundredWords(sureRight, sureRight + sureWrong) : undefined,
    calibration: calibrationWords(calibration),
    pairs: pairs.slice(0, FIRST_PAIRS).map((pair) => ({ ...pair, name: nameOf(pair.intent), asName: pair.as && nameOf(pair.as) })),
    pairCount: pairs.length,
  }
}

type Pairs = ReturnType<typeof pairsOf>

const shownPair = (pair: Pairs[number] | undefined, nameOf: NameOf): string => {
  if (!pair) return 'nothing'
  return `${pair.as ? nameOf(pair.as) : 'not understood'} (${pair.examples.length})`
}

export const presentTrend = (versions: VersionQuality[]) => ({ chart: trendChart(versions), rows: trendRows(versions) })

/** What became of real messages, in words and drawn; nothing where none came. */
export function presentWeeks(weeks: MessageWeek[]) {
  const total = (kind: keyof Omit<MessageWeek, 'week'>) => weeks.reduce((sum, week) => sum + week[kind], 0)
  const messages = messageKinds.reduce((sum, kind) => sum + total(kind), 0)
  const [helped, notHelped] = [total('helped'), total('notHelped')]
  return {
    weekCount: weeks.length,
    messages: countWords(messages),
    isEmpty: messages === 0,
    parts: messageKinds.map((kind) => ({ kind, count: countWords(total(kind)), share: hundredWords(total(kind), messages) })),
    votes:
      helped + notHelped > 0
        ? { helped: countWords(helped), notHelped: countWords(notHelped), of: hundredWords(helped, helped + notHelped) }
        : undefined,
    chart: weeksChart(weeks),
    rows: weeks.toReversed().map((week) => ({ ...week, day: shortDay(week.week) })),
  }
}
