import type { Match } from './compileRule.ts'
import type { Message } from './readMessage.ts'

/**
 * The person's own text without the sentences that were flagged; of these, a request that stands apart from the flagged words is kept
 * ("… , can I change Tuesday?"). Undefined when fewer than two words are left.
 */
export function withoutFlagged({ words, parts }: Message, matches: Pick<Match, 'from' | 'to'>[]): string | undefined {
  const flagged = new Set(matches.flatMap(({ from, to }) => words.slice(from, to).map(({ part }) => part)))
  const sentences = new Set([...flagged].map((part) => parts[part]?.sentence))
  const kept = parts
    .filter(({ sentence, request }, index) => !flagged.has(index) && (!sentences.has(sentence) || request))
    .map(({ text }) => text)
  const rest = kept.join(' ').trim()
  return rest.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length < 2 ? undefined : rest
}
