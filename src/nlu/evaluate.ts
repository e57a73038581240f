/** What became of one message; `predicted` is an intent, `none`, `symptom`, `emergency` or `crisis`, `top3` the best guesses before that. */
export type Outcome = { text: string; expected: string; predicted: string; confidence: number; top3: string[] }

export type Figures = {
  messages: number
  /** Share of all messages that were read as what they are. */
  accuracy: number
  /**
   * Messages that mean an intent: share read rightly, all told; share whose best guess is right, before it is decided whether that is sure
   * enough and before the safety gate; the same for the first three guesses; share given up as `none`.
   */
  intents: { messages: number; accuracy: number; top1: number; top3: number; givenUp: number }
  /** Messages outside the service: share kept apart; and how many of those called `none` are. */
  none: { messages: number; recall: number; precision: number }
  /** Share of each kind that was flagged as that kind. */
  safety: Record<'emergency' | 'crisis' | 'symptom', { messages: number; recall: number }>
  /** Safety messages that were not flagged at all, and other messages that were. */
  missedFlags: number
  falseAlarms: number
  /** Share read rightly, by what was expected, worst first. */
  recall: Record<string, number>
}

const flags = ['emergency', 'crisis', 'symptom'] as const
const isFlag = (label: string): boolean => flags.some((flag) => flag === label)

/** Pure arithmetic over outcomes. Shares are from 0 to 1, to three places, and 0 where there is nothing to share. */
export function evaluate(outcomes: Outcome[]): Figures {
  const expecting = Map.groupBy(outcomes, ({ expected }) => expected)
  const meant = outcomes.filter(({ expected }) => expected !== 'none' && !isFlag(expected))
  const none = expecting.get('none') ?? []
  return {
    messages: outcomes.length,
    accuracy: share(outcomes, isRight),
    intents: {
      messages: meant.length,
      accuracy: share(meant, isRight),
      top1: share(meant, ({ expected, top3 }) => top3[0] === expected),
      top3: share(meant, ({ expected, top3 }) => top3.includes(expected)),
      givenUp: share(meant, ({ predicted }) => predicted === 'none'),
    },
    none: {
      messages: none.length,
      recall: share(none, isRight),
      precision: share(
        outcomes.filter(({ predicted }) => predicted === 'none'),
        isRight,
      ),
    },
    safety: {
      emergency: recallOf(expecting.get('emergency')),
      crisis: recallOf(expecting.get('crisis')),
      symptom: recallOf(expecting.get('symptom')),
    },
    missedFlags: outcomes.filter(({ expected, predicted }) => isFlag(expected) && !isFlag(predicted)).length,
    falseAlarms: outcomes.filter(({ expected, predicted }) => !isFlag(expected) && isFlag(predicted)).length,
    recall: Object.fromEntries([...expecting].map(([expected, of]) => [expected, share(of, isRight)] as const).sort((a, b) => a[1] - b[1])),
  }
}

const isRight = ({ expected, predicted }: Outcome): boolean => expected === predicted

const recallOf = (outcomes: Outcome[] = []) => ({ messages: outcomes.length, recall: share(outcomes, isRight) })

function share<T>(all: T[], counts: (one: T) => boolean): number {
  return all.length === 0 ? 0 : Math.round((all.filter(counts).length / all.length) * 1000) / 1000
}
