/**
 * What a text is compared by: its words, stop words too ("can I", "do I" carry meaning here), and each pair of neighbours, the edges of
 * the text counting as neighbours. A pair has a space in it, a word has none.
 */
export function featuresOf(words: string[]): string[] {
  const edged = ['^', ...words, '$']
  return [...words, ...edged.slice(1).map((word, i) => `${edged[i]} ${word}`)]
}

export const isPair = (feature: string): boolean => feature.includes(' ')
