import { openPackFolder } from '../src/app/openPack.ts'
import { openSafety } from '../src/app/openSafety.ts'
import { openUnderstanding } from '../src/app/openUnderstanding.ts'
import { createPinoLog } from '../src/kernel/pinoLog.ts'
import type { Decision } from '../src/nlu/decide.ts'

const text = process.argv.slice(2).join(' ').trim()
if (text === '') stop('Say what to classify: npm run classify -- "can I change my appointment"')

const understanding = await openUnderstanding(createPinoLog('warn'))
const pack = await openPackFolder(understanding).catch((error: Error) => stop(error.message))
const safety = await openSafety(understanding)
const danger = await safety.findDanger(text)
const { decision, classification } = await pack.read(text)
const [best, ...others] = classification

print('message', text)
print(
  'gate',
  danger ? `${[danger.kind, danger.programme, danger.language].filter(Boolean).join(', ')} (rule ${danger.rule})` : 'nothing found',
)
if (danger) print('rest', danger.rest ?? 'nothing left to serve')
print('language', pack.languageOf(text) ?? 'English, as far as can be told')
print('decision', inWords(decision))
print('intent', best ? percent(best) : 'no word of this is known')
for (const [i, other] of others.slice(0, 3).entries()) print(i === 0 ? 'runners-up' : '', percent(other))
if (!understanding.withMeaning) print('', 'without the sentence model: node setup.mjs fetches it')
await safety.close()
await understanding.close()

function inWords(decision: Decision): string {
  switch (decision.kind) {
    case 'understood':
      return `understood: ${decision.intents.join(', then ')}`
    case 'unsure':
      return `unsure: ask which of ${decision.choices.join(', ')}`
    case 'notUnderstood':
      return `not understood; offer ${decision.topics.join(', ')}`
  }
}

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
