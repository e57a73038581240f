import type { Message } from '../readMessage.ts'
import { conceptsOf } from './concepts.ts'

/** Longer stretches than this are weighed piece by piece: what matters in one sentence must not drown in the rest. */
const LENGTH = 24

/** Some words in a row, by their places in the message. */
export type Stretch = { from: number; to: number; words: string[] }

/** A stretch as a sentence model reads it. */
export const textOf = ({ words }: Pick<Stretch, 'words'>): string => words.join(' ')

/** The stretches of a message that are weighed: all of it if it is short, else each sentence with what follows it. */
export function stretchesOf({ words }: Pick<Message, 'words'>): Stretch[] {
  const places = words.flatMap(({ text }, index) => (text === ',' ? [] : [index]))
  const stretch = (some: number[]): Stretch => ({
    from: some[0] ?? 0,
    to: (some.at(-1) ?? -1) + 1,
    words: some.map((index) => words[index]?.text ?? ''),
  })
  if (places.length <= LENGTH) return [stretch(places)]
  const pieces = [...Map.groupBy(places, (index) => words[index]?.sentence).values()].flatMap(piecesOf)
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]
    return stretch(next && piece.length + next.length <= LENGTH * 1.5 ? [...piece, ...next] : piece)
  })
}

/** A sentence without full stops is cut into stretches that overlap by half. */
function piecesOf(sentence: number[]): number[][] {
  if (sentence.length <= LENGTH * 1.5) return [sentence]
  const pieces: number[][] = []
  for (let from = 0; from < sentence.length - LENGTH / 2; from += LENGTH / 2) pieces.push(sentence.slice(from, from + LENGTH))
  return pieces
}

/** As many words as the sentence model reads at once; of longer messages it reads pieces that overlap by a third. */
const READ_AT_ONCE = 90

/** What the sentence model reads of a message: all of it, unless it is very long. */
export function readingsOf(message: Pick<Message, 'words' | 'parts'>): string[] {
  const { length } = message.words
  const readings = [wholeTextOf(message, 0, READ_AT_ONCE)]
  for (let from = 0; from + READ_AT_ONCE < length; ) {
    from += (READ_AT_ONCE * 2) / 3
    readings.push(wholeTextOf(message, from, from + READ_AT_ONCE))
  }
  return readings.filter((text) => text !== '')
}

/** The words as they were read, and what each sentence ends with: a question is not a statement. */
export function wholeTextOf({ words, parts }: Pick<Message, 'words' | 'parts'>, from = 0, to = words.length): string {
  const said = words.slice(from, to).map(({ text, part }, i) => {
    if (text === ',') return ''
    const isLast = words[from + i + 1]?.part !== part
    return text + (isLast ? (/[?!.]\s*$/.exec(parts[part]?.text ?? '')?.[0].trim() ?? '') : '')
  })
  return said.filter((word) => word !== '').join(' ')
}

/** The signs in a stretch: each word, each two that stand together or have one word between, each concept, and each two of these. */
export function signsOf({ words }: Pick<Stretch, 'words'>): Set<string> {
  const signs = new Set<string>()
  words.forEach((word, index) => {
    const said = /^\d+$/.test(word) ? '#'.repeat(Math.min(word.length, 5)) : word
    signs.add(said)
    for (const after of words.slice(index + 1, index + 3)) signs.add(`${said} ${after}`)
  })
  const concepts = conceptsOf(words)
  concepts.forEach((concept, index) => {
    signs.add(concept)
    for (const other of concepts.slice(index + 1)) signs.add(concept < other ? `${concept} ${other}` : `${other} ${concept}`)
  })
  return signs
}
