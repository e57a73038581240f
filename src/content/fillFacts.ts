import type { nameableFacts, ServiceFacts } from './serviceFactsSchema.ts'

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names that a text has in double braces. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
}

/** Puts the service's facts into a text. Names were checked when the text was loaded. */
export function fillFacts(text: string, facts: ServiceFacts): string {
  return text.replace(PLACEHOLDER, (_, name: (typeof nameableFacts)[number]) => facts[name])
}
