type Gap = { start: number; end: number; kind: 'paragraph' | 'line' | 'sentence' | 'word' }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const sentenceEnd = /[.!?…。！？؟۔।]["'”’»)\]]*$/

/**
 * Splits a text into pieces of at most `limit` (≥ 2) UTF-16 units: at paragraphs, lines or sentences where that fills at
 * least half a piece, else at words, else inside a word between graphemes. Only white space at the cuts is dropped; a
 * text that fits comes back as it is, a blank one as no piece.
 */
export function splitText(text: string, limit = 1900): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > limit) {
    const gaps = gapsIn(rest, limit)
    const leading = gaps[0]?.start === 0 ? gaps.shift() : undefined
    if (leading) {
      rest = rest.slice(leading.end)
      continue
    }
    const gap = bestGap(gaps, limit) ?? gapBetweenGraphemes(rest, limit)
    pieces.push(rest.slice(0, gap.start))
    rest = rest.slice(gap.end)
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '')
}

function bestGap(gaps: Gap[], limit: number): Gap | undefined {
  const fuller = gaps.filter(({ start }) => start >= limit / 2)
  for (const kind of ['paragraph', 'line', 'sentence'] as const) {
    const gap = fuller.findLast((one) => one.kind === kind)
    if (gap) return gap
  }
  return gaps.at(-1)
}

/** The runs of white space that begin within the limit, except where a combining mark makes the space part of a character. */
function gapsIn(text: string, limit: number): Gap[] {
  const segments = graphemes.segment(text)
  const isBoundary = (index: number) => (segments.containing(index)?.index ?? index) === index
  const gaps: Gap[] = []
  for (const { 0: space, index: start } of text.matchAll(/\s+/g)) {
    if (start > limit) break
    const end = start + space.length
    if (isBoundary(start) && isBoundary(end)) gaps.push({ start, end, kind: kindOf(space, text.slice(Math.max(0, start - 8), start)) })
  }
  return gaps
}

function kindOf(space: string, before: string): Gap['kind'] {
  const newLines = space.split('\n').length - 1
  if (newLines > 1) return 'paragraph'
  if (newLines === 1) return 'line'
  return sentenceEnd.test(before) ? 'sentence' : 'word'
}

/** Where no white space helps: the last grapheme that still fits, or, for a grapheme longer than the limit, a whole code point. */
function gapBetweenGraphemes(text: string, limit: number): { start: number; end: number } {
  const start = graphemes.segment(text).containing(limit)?.index || limit
  const insidePair = text.charCodeAt(start - 1) >> 10 === 0x36 && text.charCodeAt(start) >> 10 === 0x37
  const at = insidePair ? start - 1 : start
  return { start: at, end: at }
}
