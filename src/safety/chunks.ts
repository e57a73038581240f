/** Longer texts are read piece by piece: reading takes longer than in proportion. */
const PIECE = 2_000
/** How much of a piece is read again with the next: more than any phrase and what excuses it. */
const OVERLAP = 300

/** A text in pieces that overlap; one piece for all but very long texts. */
export function chunksOf(text: string): string[] {
  if (text.length <= PIECE) return [text]
  const pieces: string[] = []
  for (let from = 0; from < text.length; from += PIECE - OVERLAP) pieces.push(text.slice(from, from + PIECE))
  return pieces
}
