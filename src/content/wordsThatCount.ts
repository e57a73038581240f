/** How much less sure of an intent the bot is without a word: below nothing where it is surer. */
export type WordThatCounts = { word: string; lost: number }

/** Words tried: each is a message of its own to be read. */
const MOST_WORDS = 40

/**
 * Leaves each word out of a message and looks how sure the bot still is of the intent: the words that count most first. Words that change
 * nothing are left out.
 */
export async function wordsThatCount(text: string, sureness: (text: string) => Promise<number>): Promise<WordThatCounts[]> {
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length < 2 || words.length > MOST_WORDS) return []
  const whole = await sureness(text)
  const found: WordThatCounts[] = []
  for (const [index, word] of words.entries()) {
    const without = words.filter((_, other) => other !== index).join(' ')
    found.push({ word, lost: whole - (await sureness(without)) })
  }
  return found.filter(({ lost }) => Math.abs(lost) >= LEAST).sort((a, b) => b.lost - a.lost)
}

/** Half a percent is as good as nothing. */
const LEAST = 0.005
