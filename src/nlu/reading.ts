/** What spelling is judged by. */
export type Lexicon = {
  /** How often the pack says a word. */
  said: ReadonlyMap<string, number>
  /** How common an English word is, from 1 down to 0; undefined where it is not known to be one. */
  commonness(word: string): number | undefined
}

/** A text as it is understood: in full words, spelled right; and the share of its words that are known. */
export type ReadText = { text: string; knownShare: number }

export type CreateReading = (lexicon: Lexicon) => (text: string) => ReadText
