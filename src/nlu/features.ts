/** What a text is compared by. */
export type Features = {
  /**
   * Its words, stop words too ("can I", "do I" carry meaning here), and each pair of neighbours, the edges of the text counting as
   * neighbours. A pair has a space in it, a word has none.
   */
  words: string[]
  /** Word by word, runs of two to four letters, its edges marked: a misspelt word has most of them still. Texts share these arrays. */
  letters: string[][]
}

/** What a text in full words, spelled right, is compared by. */
export type FeaturesIn = (text: string) => Features

const SHORTEST_RUN = 2
const LONGEST_RUN = 4
const MOST_REMEMBERED = 20_000

export function featuresOf(words: string[], stem: (word: string) => string): Features {
  const stems = words.map(stem)
  const edged = ['^', ...stems, '$']
  return {
    words: [...stems, ...edged.slice(1).map((word, i) => `${edged[i]} ${word}`)],
    letters: words.map(runsOf),
  }
}

const runs = new Map<string, string[]>()

/** A word's runs. Remembers those it has made: to look up the same string again is much faster than to look up an equal one. */
function runsOf(word: string): string[] {
  const known = runs.get(word)
  if (known) return known
  if (runs.size >= MOST_REMEMBERED) runs.clear()
  const made = makeRuns(word)
  runs.set(word, made)
  return made
}

function makeRuns(word: string): string[] {
  const edged = ` ${word} `
  const runs: string[] = []
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length++)
    for (let from = 0; from + length <= edged.length; from++) runs.push(edged.slice(from, from + length))
  return runs
}
