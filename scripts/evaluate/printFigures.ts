import { confusions } from '../../src/nlu/confusions.ts'
import type { Figures, Outcome } from '../../src/nlu/evaluate.ts'

const MOST = 15

export function printFigures({ messages, accuracy, intents, none, safety, missedFlags, falseAlarms, recall }: Figures): void {
  console.log(`${messages} messages, ${percent(accuracy)} read rightly`)
  console.log(
    `  intents    ${intents.messages} messages, ${percent(intents.accuracy)} right, ${percent(intents.givenUp)} given up; the best guess is right in ${percent(intents.top1)}, one of the first three in ${percent(intents.top3)}`,
  )
  console.log(`  none       ${none.messages} messages, ${percent(none.recall)} kept apart`)
  for (const [kind, { messages, recall }] of Object.entries(safety))
    console.log(`  ${kind.padEnd(10)} ${messages} messages, ${percent(recall)} flagged as such`)
  console.log(`  ${missedFlags} safety messages not flagged, ${falseAlarms} false alarms`)
  const worst = Object.entries(recall)
    .filter(([, share]) => share < 1)
    .slice(0, MOST)
  if (worst.length > 0) console.log(`  hardest    ${worst.map(([intent, share]) => `${intent} ${percent(share)}`).join(', ')}`)
}

export function printConfusions(outcomes: Outcome[]): void {
  const worst = confusions(outcomes).slice(0, MOST)
  if (worst.length > 0) console.log('  taken for another:')
  for (const { expected, predicted, texts } of worst) console.log(`    ${texts.length} x ${expected} as ${predicted}: “${texts[0]}”`)
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
