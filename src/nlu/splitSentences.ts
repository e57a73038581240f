const sentenceEnd = /(?<=[.!?…]["')]*)\s+|\n+/
const FEWEST_WORDS = 2

/** The sentences of a text that have words enough to mean something by themselves. */
export function splitSentences(text: string): string[] {
  return text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_WORDS)
}
