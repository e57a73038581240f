import type { Match } from './compileRule.ts'
import type { Message } from './readMessage.ts'

/** A match with what is said around it. */
export type Scope = {
  message: Message
  match: Match
  /** The clauses that it stands in; of these, what comes before the claim's end. */
  near: string
  before: string
  sentence: string
  /** What follows it, to the end of the next sentence. */
  after: string
}

export function scopeOf(message: Message, match: Match): Scope {
  const { words } = message
  const first = words[match.from]
  const last = words[match.to - 1]
  if (!first || !last) throw new RangeError('A match lies within its message.')
  const pick = (keep: (word: Message['words'][number], index: number) => boolean) =>
    ` ${words
      .filter(keep)
      .map(({ text }) => text)
      .join(' ')} `
  return {
    message,
    match,
    near: pick(({ clause }) => clause >= first.clause && clause <= last.clause),
    before: pick(({ clause }, index) => clause >= first.clause && index < match.claimTo),
    sentence: pick(({ sentence }) => sentence === first.sentence),
    after: pick(({ sentence }, index) => index >= match.to && sentence <= last.sentence + 1),
  }
}
