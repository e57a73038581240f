import { placeholdersOf } from './fillFacts.ts'
import type { Intent } from './intentSchema.ts'
import { nameableFacts } from './serviceFactsSchema.ts'

/**
 * Faults that only show when the files are seen together, one plain sentence each. `fileIds`: the ids that the
 * files are named after, also those of files that could not be read.
 */
export function checkPack(intents: Intent[], fileIds: string[]): string[] {
  const ids = new Set([...fileIds, ...intents.map((intent) => intent.id)])
  const titles = new Map<string, string>()
  const utterances = new Map<string, string>()
  return intents.flatMap((intent) => [
    ...(intent.answer?.followUps ?? []).filter((id) => !ids.has(id)).map((id) => `${intent.id}: the follow-up ${id} does not exist.`),
    ...unknownFacts(intent).map((name) => `${intent.id}: {{${name}}} is not a fact of the service.`),
    ...looseBraces(intent),
    ...alreadyTaken(titles, intent.title.toLowerCase(), intent.id, 'title'),
    ...intent.utterances.flatMap((text) => alreadyTaken(utterances, text.toLowerCase(), intent.id, 'example message')),
  ])
}

function unknownFacts({ answer }: Intent): string[] {
  const known: readonly string[] = nameableFacts
  return placeholdersOf(wordsOf(answer)).filter((name) => !known.includes(name))
}

/** Braces that name no fact would be said as they are. */
function looseBraces({ id, answer }: Intent): string[] {
  const outside = wordsOf(answer).replace(/\{\{[^{}]*\}\}/g, '')
  return /\{\{|\}\}/.test(outside) ? [`${id}: there are braces without their partner.`] : []
}

function wordsOf(answer: Intent['answer']): string {
  return `${answer?.text ?? ''} ${answer?.more ?? ''}`
}

function alreadyTaken(taken: Map<string, string>, key: string, id: string, what: string): string[] {
  const other = taken.get(key)
  taken.set(key, id)
  if (!other) return []
  return [`${id}: the ${what} "${key}" is ${other === id ? 'there twice' : `also in ${other}`}.`]
}
