import { type MeasuredIntent, type QualityResult, qualityOf, type UnseenExample } from '../../src/content/qualityResult.ts'

const titles = [
  ...[
    'Does it hurt?',
    'Being afraid',
    'Parking',
    'Getting results',
    'Change appointment',
    'Implants',
    'What to wear',
    'Men and trans people',
  ],
  ...[
    'Who is invited',
    'Getting results',
    'How long it takes',
    'Called back',
    'Female staff',
    'Breastfeeding',
    'Letter did not come',
    'Cancel',
  ],
]

/** A result as a pack of some size has it, the same each time: each intent has neighbours with which it is mixed up. */
export function wideResult(better = 0): QualityResult {
  const intents: MeasuredIntent[] = titles.map((title, n) => ({
    id: `intent_${n}`,
    title,
    programme: n % 5 === 4 ? 'diabetic_eye' : 'breast',
  }))
  const examples = intents.flatMap((_, n) => Array.from({ length: 30 + n }, (_one, at) => exampleOf(intents, n, at, better)))
  return qualityOf(examples, intents, true)
}

function exampleOf(intents: MeasuredIntent[], n: number, at: number, better: number): UnseenExample {
  const idOf = (which: number) => intents[which % intents.length]?.id ?? ''
  const own = idOf(n)
  const confidence = ((at * 37 + n * 11) % 100) / 100
  const isWrong = (at * 7 + n) % (4 + better + (n % 6)) === 0
  const best = isWrong ? idOf(n + 1 + (at % 2)) : own
  const guesses = [
    { intent: best, confidence },
    { intent: isWrong && at % 3 ? own : idOf(n + 3), confidence: confidence / 3 },
  ]
  const does: UnseenExample['does'] =
    confidence < 0.05
      ? { kind: 'notUnderstood' }
      : confidence < 0.4
        ? { kind: 'ask', intents: guesses.map(({ intent }) => intent) }
        : { kind: 'answer', intent: best }
  const text =
    at % 9 === 0 ? `a longer message, as people write them, about ${own} and how it went the last time, number ${at}` : `${own} ${at}`
  return { text, intent: own, guesses, does }
}
