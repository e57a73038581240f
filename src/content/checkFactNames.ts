import { placeholdersOf } from './fillFacts.ts'
import { nameableFacts } from './serviceFactsSchema.ts'

const known: readonly string[] = nameableFacts

/** What is wrong with the facts that these texts name, one plain sentence each. `id`: the intent or guide that says them. */
export function checkFactNames(id: string, texts: string[]): string[] {
  return texts.flatMap((text) => [
    ...placeholdersOf(text)
      .filter((name) => !known.includes(name))
      .map((name) => `${id}: {{${name}}} is not a fact of the service.`),
    ...(hasLooseBraces(text) ? [`${id}: there are braces without their partner.`] : []),
  ])
}

/** Braces that name no fact would be said as they are. */
const hasLooseBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))
