import { compilePhrases } from './compilePhrases.ts'
import { firstWordsOf } from './firstWords.ts'
import type { PhraseRule } from './phraseRule.ts'
import type { Message } from './readMessage.ts'

/** Where a rule holds: the words from `from` up to `to`, of which those from `claimFrom` say what is wrong. */
export type Match = { from: number; to: number; claimFrom: number; claimTo: number }

type Span = { from: number; to: number }

const defaultWithin = 9

/** Finds every place in a message where a rule's groups stand together, before any guard is asked. */
export function compileRule(rule: Pick<PhraseRule, 'find' | 'within' | 'across' | 'enough'>): (message: Message) => Match[] {
  const groups = rule.find.map((phrases) => ({ expression: compilePhrases(phrases), maySay: firstWordsOf(phrases) }))
  const within = rule.within ?? defaultWithin
  const reach = rule.across ? 2 : 0
  const enough = rule.enough ?? groups.length
  return (message) => {
    if (groups.filter(({ maySay }) => maySay(message)).length < enough) return []
    const found: Span[][] = []
    for (const { expression, maySay } of groups) {
      const spans = maySay(message) ? findSpans(expression, message) : []
      if (spans.length === 0 && enough === groups.length) return []
      if (spans.length > 0) found.push(spans)
    }
    if (found.length < enough) return []
    // Where not all groups are needed, any of them may be the last, and so the claim.
    const claims = rule.enough === undefined ? found.slice(-1) : found
    return claims.flatMap((spans) => {
      const others = found.filter((other) => other !== spans)
      return spans.flatMap((claim) => together(claim, others, enough - 1, message, within, reach) ?? [])
    })
  }
}

const findSpans = (group: RegExp, message: Message): Span[] =>
  [...message.line.matchAll(group)].map((hit) => ({
    from: message.wordAt.get(hit.index) ?? 0,
    to: message.wordAt.get(hit.index + hit[0].length) ?? message.words.length,
  }))

/** The nearest of each other group to the claim, if enough of it stays within reach and the allowed number of words. */
function together(claim: Span, others: Span[][], needed: number, message: Message, within: number, reach: number): Match | undefined {
  if (!near(claim, claim, message, reach)) return undefined
  const nearest = others
    .flatMap((spans) => {
      const reachable = spans.filter((span) => near(span, claim, message, reach))
      return reachable.length === 0 ? [] : [reachable.reduce((best, span) => (gap(span, claim) < gap(best, claim) ? span : best))]
    })
    .sort((a, b) => gap(a, claim) - gap(b, claim))
    .slice(0, needed)
  if (nearest.length < needed) return undefined
  const from = Math.min(claim.from, ...nearest.map((span) => span.from))
  const to = Math.max(claim.to, ...nearest.map((span) => span.to))
  return to - from <= within ? { from, to, claimFrom: claim.from, claimTo: claim.to } : undefined
}

const gap = (a: Span, b: Span): number => Math.max(a.from - b.to, b.from - a.to, 0)

const near = (a: Span, b: Span, { words }: Message, reach: number): boolean => {
  const sentences = [a.from, a.to - 1, b.from, b.to - 1].map((index) => words[index]?.sentence ?? 0)
  return Math.max(...sentences) - Math.min(...sentences) <= reach
}
