import { compilePhrases } from './compilePhrases.ts'
import type { PhraseRule } from './phraseRule.ts'
import type { Message } from './readMessage.ts'

/** Where a rule holds: the words from `from` up to `to`, of which those from `claimFrom` say what is wrong. */
export type Match = { from: number; to: number; claimFrom: number; claimTo: number }

type Span = { from: number; to: number }

const defaultWithin = 9

/** Finds every place in a message where a rule's groups stand together, before any guard is asked. */
export function compileRule(rule: Pick<PhraseRule, 'find' | 'within'>): (message: Message) => Match[] {
  const groups = rule.find.map(compilePhrases)
  return (message) => {
    const found: Span[][] = []
    for (const group of groups) {
      const spans = findSpans(group, message)
      if (spans.length === 0) return []
      found.push(spans)
    }
    const claims = found.at(-1) ?? []
    return claims.flatMap((claim) => together(claim, found.slice(0, -1), message, rule.within ?? defaultWithin) ?? [])
  }
}

const findSpans = (group: RegExp, message: Message): Span[] =>
  [...message.line.matchAll(group)].map((hit) => ({
    from: message.wordAt.get(hit.index) ?? 0,
    to: message.wordAt.get(hit.index + hit[0].length) ?? message.words.length,
  }))

/** The nearest of each other group to the claim, if all of it stays within one sentence and the allowed number of words. */
const together = (claim: Span, others: Span[][], message: Message, within: number): Match | undefined => {
  let { from, to } = claim
  for (const spans of others) {
    let nearest: Span | undefined
    for (const span of spans) if (sameSentence(span, claim, message) && (!nearest || gap(span, claim) < gap(nearest, claim))) nearest = span
    if (!nearest) return undefined
    from = Math.min(from, nearest.from)
    to = Math.max(to, nearest.to)
  }
  return to - from <= within && sameSentence(claim, claim, message) ? { from, to, claimFrom: claim.from, claimTo: claim.to } : undefined
}

const gap = (a: Span, b: Span): number => Math.max(a.from - b.to, b.from - a.to, 0)

const sameSentence = (a: Span, b: Span, { words }: Message): boolean =>
  words[a.from]?.sentence === words[b.to - 1]?.sentence && words[a.to - 1]?.sentence === words[b.from]?.sentence
