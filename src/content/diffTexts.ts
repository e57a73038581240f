import { diffLines, diffWordsWithSpace } from 'diff'

/** A piece of a text, and in which of its two wordings it is. */
export type Piece = { text: string; in: 'both' | 'before' | 'after' }

/** From this share of common words on, what is the same is told from what is not; below it, one wording takes the other's place. */
const ALIKE = 0.35
/** Characters: what is longer is compared by its lines. */
const LONG = 20_000

/** The pieces of two wordings of a text, in their order. */
export function diffTexts(before: string, after: string): Piece[] {
  if (before === after) return pieces([[before, 'both']])
  const changes = before.length + after.length > LONG ? diffLines(before, after) : diffWordsWithSpace(before, after)
  const found = pieces(changes.map(({ value, added, removed }) => [value, added ? 'after' : removed ? 'before' : 'both']))
  const common = found.reduce((sum, piece) => (piece.in === 'both' ? sum + piece.text.trim().length : sum), 0)
  const isAlike = common >= ALIKE * Math.min(before.length, after.length)
  return isAlike
    ? found
    : pieces([
        [before, 'before'],
        [after, 'after'],
      ])
}

const pieces = (all: [string, Piece['in']][]): Piece[] => all.flatMap(([text, where]) => (text ? { text, in: where } : []))
