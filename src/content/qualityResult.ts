/** An example as the bot reads it that has learnt from the others only. */
export type UnseenExample = {
  text: string
  intent: string
  /** The three likeliest, best first; empty where nothing of the text is known. */
  guesses: { intent: string; confidence: number }[]
  /** What the bot would do: answer, ask which of a few is meant, or say that it did not understand. */
  does: { kind: 'answer'; intent: string } | { kind: 'ask'; intents: string[] } | { kind: 'notUnderstood' }
}

/** What became of examples, as counts. */
export type Ways = {
  /** Answered at once, and rightly; and with another intent's answer. */
  answered: number
  misanswered: number
  /** Asked which of a few is meant, with the right one among them; and without it. */
  asked: number
  askedWithout: number
  notUnderstood: number
}

export type IntentQuality = { id: string; title: string; programme: string; examples: number; right: number; top3: number }

/** An example that is read as something else. `as`: absent where it is not understood. `asked`: the bot would ask before it answers. */
export type Misreading = { text: string; intent: string; as?: string; confidence: number; asked: boolean }

/** How well a pack's examples are read by a bot that has not seen them. Everything is a count but `calibration`. */
export type QualityResult = {
  /** False: without the sentence model, by the words alone. */
  withMeaning: boolean
  examples: number
  /** Examples whose best guess is the right one, and is good enough to be used; and that have the right one among the first three. */
  right: number
  top3: number
  ways: Ways
  /** Worst first. */
  intents: IntentQuality[]
  misread: Misreading[]
  /** Best guesses by how sure the bot was, in ten equal spans from 0 to 1: those that are right, and those that are not. */
  sureness: { right: number[]; wrong: number[] }
  /** How far a confidence is from the share that is right, on average: from 0 to 1. */
  calibration: number
}

/** An intent as it is told to people. */
export type MeasuredIntent = { id: string; title: string; programme: string }

const SPANS = 10

/** Pure arithmetic over what was read. */
export function qualityOf(examples: UnseenExample[], intents: MeasuredIntent[], withMeaning: boolean): QualityResult {
  const byIntent = Map.groupBy(examples, ({ intent }) => intent)
  return {
    withMeaning,
    examples: examples.length,
    right: count(examples, isRight),
    top3: count(examples, isInThree),
    ways: waysOf(examples),
    intents: intents
      .map(({ id, title, programme }) => {
        const its = byIntent.get(id) ?? []
        return { id, title, programme, examples: its.length, right: count(its, isRight), top3: count(its, isInThree) }
      })
      .filter((intent) => intent.examples > 0)
      .sort((a, b) => a.right / a.examples - b.right / b.examples || b.examples - a.examples || (a.id < b.id ? -1 : 1)),
    misread: examples.filter((example) => !isRight(example)).map(misreadingOf),
    sureness: { right: spansOf(examples.filter(guessesRightly)), wrong: spansOf(examples.filter((one) => !guessesRightly(one))) },
    calibration: calibrationOf(examples),
  }
}

const count = (examples: UnseenExample[], counts: (one: UnseenExample) => boolean): number => examples.filter(counts).length

const guessesRightly = ({ intent, guesses }: UnseenExample): boolean => guesses[0]?.intent === intent

const isRight = (example: UnseenExample): boolean => example.does.kind !== 'notUnderstood' && guessesRightly(example)

const isInThree = ({ intent, guesses }: UnseenExample): boolean => guesses.some((guess) => guess.intent === intent)

const sureOf = ({ guesses }: UnseenExample): number => guesses[0]?.confidence ?? 0

const spanOf = (confidence: number): number => Math.min(SPANS - 1, Math.floor(confidence * SPANS))

function waysOf(examples: UnseenExample[]): Ways {
  const ways: Ways = { answered: 0, misanswered: 0, asked: 0, askedWithout: 0, notUnderstood: 0 }
  for (const { intent, does } of examples)
    switch (does.kind) {
      case 'answer':
        ways[does.intent === intent ? 'answered' : 'misanswered'] += 1
        break
      case 'ask':
        ways[does.intents.includes(intent) ? 'asked' : 'askedWithout'] += 1
        break
      case 'notUnderstood':
        ways.notUnderstood += 1
    }
  return ways
}

function misreadingOf(example: UnseenExample): Misreading {
  const { text, intent, does, guesses } = example
  const as = does.kind === 'notUnderstood' ? undefined : guesses[0]?.intent
  return { text, intent, ...(as !== undefined && { as }), confidence: rounded(sureOf(example)), asked: does.kind === 'ask' }
}

function spansOf(examples: UnseenExample[]): number[] {
  const spans: number[] = Array(SPANS).fill(0)
  for (const example of examples) spans[spanOf(sureOf(example))] = (spans[spanOf(sureOf(example))] ?? 0) + 1
  return spans
}

function calibrationOf(examples: UnseenExample[]): number {
  const spans = Map.groupBy(examples, (example) => spanOf(sureOf(example)))
  const errors = [...spans.values()].map((span) => Math.abs(span.reduce((sum, one) => sum + sureOf(one), 0) - count(span, guessesRightly)))
  return examples.length === 0 ? 0 : rounded(errors.reduce((sum, error) => sum + error, 0) / examples.length)
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000
