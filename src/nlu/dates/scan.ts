import type { Moment, Piece, Rule } from './piece.ts'

type Compiled = { pattern: RegExp; read: Rule['read'] }

const anyWord = /[a-z\d]+/y
const isWordPart = /[a-z\d]/

export const compile = (rules: Rule[]): Compiled[] =>
  rules.map(({ pattern, read }) => ({ pattern: new RegExp(`(?:${pattern})(?<![a-z\\d](?=[a-z\\d]))`, 'y'), read }))

/** The pieces of a plain text in order; at each place the first rule that reads it does. */
export function scan(text: string, rules: Compiled[], moment: Moment): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] === ' ') {
      at++
      continue
    }
    const found = readAt(text, at, rules, moment)
    pieces.push(...found.pieces)
    at = found.end
  }
  return pieces
}

function readAt(text: string, at: number, rules: Compiled[], moment: Moment): { pieces: Piece[]; end: number } {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    const pieces = found && found[0].length > 0 ? read(found, moment) : undefined
    if (pieces) return { pieces, end: pattern.lastIndex }
  }
  if (!isWordPart.test(text[at] ?? '')) return { pieces: [{ kind: 'word' }], end: at + 1 }
  anyWord.lastIndex = at
  anyWord.exec(text)
  return { pieces: [{ kind: 'word' }], end: Math.max(anyWord.lastIndex, at + 1) }
}
