import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'

const SHORTEST_CORRECTED = 5

/**
 * Reads a word that is not in the vocabulary as one that is, if a single slip (a letter left out, put in, changed, or two swapped) lies
 * between them; the one said most often where there are several. Words of fewer than five letters stay as they are.
 */
export function createSpelling(vocabulary: ReadonlyMap<string, number>): (word: string) => string {
  const byShortForm = new Map<string, string[]>()
  for (const word of vocabulary.keys()) {
    if (word.length < SHORTEST_CORRECTED - 1) continue
    for (const form of shortForms(word)) byShortForm.set(form, [...(byShortForm.get(form) ?? []), word])
  }
  return (word) => {
    if (word.length < SHORTEST_CORRECTED || vocabulary.has(word) || /\d/.test(word)) return word
    const candidates = new Set(shortForms(word).flatMap((form) => byShortForm.get(form) ?? []))
    let best = word
    for (const candidate of candidates) {
      if ((vocabulary.get(candidate) ?? 0) <= (vocabulary.get(best) ?? 0)) continue
      if (DamerauLevenshteinDistance(word, candidate, { restricted: true }) === 1) best = candidate
    }
    return best
  }
}

/** A word and all that is left of it when one letter is taken out: words one slip apart have one of these in common. */
function shortForms(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))]
}
