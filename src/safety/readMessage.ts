import { readWords } from './readWords.ts'
import { splitMessage } from './splitMessage.ts'

/** A message as the rules see it: its words in a row, and for each the clause and sentence that it stands in. */
export type Message = {
  words: { text: string; clause: number; sentence: number; part: number }[]
  /** The words with a space before, between and after them. */
  line: string
  /** Which words are said at all. */
  spoken: { has: (word: string) => boolean; line: string }
  /** Where in `line` each word starts, and the way back. */
  starts: number[]
  wordAt: Map<number, number>
  /** The person's own text in pieces: what is taken out or kept when the rest is served. */
  parts: { text: string; sentence: number; request: boolean }[]
}

const breaksClause = new Set([',', 'but', 'because', 'cos', 'although', 'though', 'however', 'whereas', 'then'])
/** After an "and", these begin a clause. */
const subjects = new Set('i im ive id ill my now also can could should do is will what when how where'.split(' '))

export function readMessage(text: string): Message {
  const parts = splitMessage(text)
  const words: Message['words'] = []
  let clause = 0
  parts.forEach((part, index) => {
    clause++
    const texts = readWords(part.text)
    texts.forEach((word, i) => {
      if (breaksClause.has(word) || (word === 'and' && subjects.has(texts[i + 1] ?? ''))) clause++
      words.push({ text: word, clause, sentence: part.sentence, part: index })
    })
  })
  const starts: number[] = []
  let line = ' '
  for (const { text: word } of words) {
    starts.push(line.length)
    line += `${word} `
  }
  const wordAt = new Map(starts.map((start, index) => [start, index]))
  wordAt.set(line.length, words.length)
  const said = new Set(words.map(({ text: word }) => word))
  return { words, line, spoken: { has: (word) => said.has(word), line }, starts, wordAt, parts }
}
