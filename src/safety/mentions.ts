import { compilePhrases } from './compilePhrases.ts'
import type { Phrases } from './phraseRule.ts'

/** Asks of a line of words whether it says one of the phrases. */
export function mentions(phrases: Phrases): (line: string) => boolean {
  const expression = compilePhrases(phrases)
  return (line) => line.search(expression) >= 0
}
