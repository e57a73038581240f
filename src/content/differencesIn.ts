import type { CheckResult, Difference } from './checks.ts'
import { verdictOn } from './compareAnswers.ts'
import type { Intent } from './intentSchema.ts'
import type { ReadTwice } from './readTwice.ts'

/** So many differences are kept to be looked at. */
const MOST_SHOWN = 400

const order: Difference['verdict'][] = ['worse', 'better', 'different']

/** What would be answered otherwise: the worse first, and of real messages before others. */
export function differencesIn(
  read: ReadTwice[],
  live: ReadonlyMap<string, Intent>,
  draft: ReadonlyMap<string, Intent>,
): Pick<CheckResult, 'differences' | 'counts'> {
  const differences = read.flatMap((one): Difference[] => {
    const verdict = verdictOn(one, live, draft)
    const { text, from, expected } = one
    return verdict ? [{ text, from, live: one.live.answered, draft: one.draft.answered, ...(expected && { expected }), verdict }] : []
  })
  const count = (verdict: Difference['verdict']) => differences.filter((one) => one.verdict === verdict).length
  return {
    differences: differences
      .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict) || rank(one) - rank(other))
      .slice(0, MOST_SHOWN),
    counts: {
      better: count('better'),
      worse: count('worse'),
      different: count('different'),
      same: read.length - differences.length,
    },
  }
}

const rank = ({ from }: Difference): number => (from === 'recent' ? 0 : 1)
