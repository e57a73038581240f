import type { Outcome } from './evaluate.ts'

/** Messages of one intent that were taken for another, with the messages. */
export type Confusion = { expected: string; predicted: string; texts: string[] }

/** What is taken for what, the most frequent first. */
export function confusions(outcomes: Outcome[]): Confusion[] {
  const wrong = outcomes.filter(({ expected, predicted }) => expected !== predicted)
  return [...Map.groupBy(wrong, ({ expected, predicted }) => `${expected} ${predicted}`).values()]
    .map((alike) => ({
      expected: alike[0]?.expected ?? '',
      predicted: alike[0]?.predicted ?? '',
      texts: alike.map(({ text }) => text),
    }))
    .sort((a, b) => b.texts.length - a.texts.length)
}
