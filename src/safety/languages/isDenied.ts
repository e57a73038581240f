import type { BookCompiler, Choice, Line, Span } from './compileBook.ts'
import type { Denial } from './phraseBook.ts'
import type { ForeignWord } from './readForeign.ts'

const furthest = 6

/**
 * Whether a "no" reaches the claim, the last group of a match, over words that it passes through. A match with a "no" of its own ("cannot
 * breathe") is never denied: two in a row are stress, or "no, I cannot".
 */
export function denialReader(book: BookCompiler, { before, after, through, notBefore }: Denial) {
  const [denier, denierAfter, carrier, turner] = [before, after, through, notBefore].map((words) => words && book.choice(words))
  const is = (choice: Choice | '' | undefined, place: number, line: Line): boolean =>
    typeof choice === 'number' && (line.placesOf.get(choice)?.has(place) ?? false)

  return (line: Line, message: readonly ForeignWord[], groups: readonly Span[]): boolean => {
    const claim = groups.at(-1)
    if (!claim || groups.some((group) => book.denies(line, group))) return false
    const sameSentence = (place: number) => line.sentenceOf[place] === line.sentenceOf[claim.from]

    const deniedBefore = (): boolean => {
      for (let place = claim.from - 1; place >= Math.max(0, claim.from - furthest) && sameSentence(place); place--) {
        if (is(denier, place, line)) return !message[place + 1]?.afterComma
        if (!is(carrier, place, line)) return false
      }
      return false
    }

    const deniedAfter = (): boolean => {
      for (let place = claim.to; place < claim.to + furthest && place < line.words.length && sameSentence(place); place++) {
        if (message[place]?.afterComma && !is(carrier, place, line)) return false
        if (is(denierAfter, place, line)) return !is(turner, place + 1, line)
        if (!is(carrier, place, line) && !isEcho(line.words[place], line.words[place - 1])) return false
      }
      return false
    }

    return deniedBefore() || deniedAfter()
  }
}

/** "chaka taka", "gilti shilti": a rhyme that means "or any such thing". */
const isEcho = (word = '', before = ''): boolean =>
  word !== before && word.length > 2 && word.length === before.length && word.slice(-2) === before.slice(-2)
