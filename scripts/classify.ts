import { join } from 'node:path'
import { loadIntents } from '../src/content/loadIntents.ts'
import { decide } from '../src/nlu/decide.ts'
import { trainNaturalClassifier } from '../src/nlu/naturalClassifier.ts'
import { checkSafety } from '../src/safety/gate.ts'

const text = process.argv.slice(2).join(' ').trim()
if (text === '') stop('Say what to classify: npm run classify -- "can I change my appointment"')

const intents = await loadIntents(join(import.meta.dirname, '../intents')).catch((error: Error) => stop(error.message))
const classifier = trainNaturalClassifier(intents.map(({ id, utterances }) => ({ intent: id, utterances })))
const finding = checkSafety(text)
const classification = classifier.classify(text)
const decision = decide(classification)
const [best, ...others] = classification

print('message', text)
print('gate', finding ? `${[finding.kind, finding.programme].filter(Boolean).join(', ')} (rule ${finding.rule})` : 'nothing found')
if (finding) print('rest', finding.rest ?? 'nothing left to serve')
print('decision', decision.kind === 'unsure' ? `unsure: ask which of ${decision.choices.join(', ')}` : decision.kind)
print('intent', best ? percent(best) : 'no word of this is known')
for (const [i, other] of others.slice(0, 3).entries()) print(i === 0 ? 'runners-up' : '', percent(other))

function percent({ intent, confidence }: { intent: string; confidence: number }): string {
  return `${(confidence * 100).toFixed(0).padStart(3)} %  ${intent}`
}

function print(label: string, value: string): void {
  console.log(`${label.padEnd(12)}${value}`)
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
