import { isOneEdit } from '../isOneEdit.ts'
import { borrowedWords } from './borrowed.ts'
import type { PhraseBook, Phrases } from './phraseBook.ts'
import { type ForeignWord, foldWord } from './readForeign.ts'

/** The words from `from` up to `to`. */
export type Span = { from: number; to: number }
export type Finder = (line: Line) => Span[]

/** A message as one language reads it. */
export type Line = {
  words: readonly string[]
  sentenceOf: readonly number[]
  /** For each choice of words (`a/b*`), where one of them stands. */
  placesOf: ReadonlyMap<Choice, ReadonlySet<number>>
}

/** A choice of words, by its number. */
export type Choice = number
type Step = { choice: Choice; optional: boolean } | 'gap'

/** Shorter words are too often one slip away from another. */
const shortestCorrected = 6
/** Where spellings of a sound are one already, only long words. */
const shortestHeard = 9
const widestGap = 3

/** Turns the phrases of a book into finders, and a message into the words that they read: each word is looked up once for all phrases. */
export class BookCompiler {
  private readonly choices = new Map<string, Choice>()
  private readonly exact = new Map<string, Choice[]>()
  private readonly beginnings = new Map<string, Choice[]>()
  private readonly longByLetter = new Map<string, string[]>()
  private readonly fold: (word: string) => string
  private readonly denier: Choice
  private readonly english: ReadonlySet<string>
  private readonly bySound: boolean
  private readonly sounds: NonNullable<PhraseBook['sounds']>
  private readonly glued: readonly string[]

  constructor({ bySound = false, sounds = [], denial, glued }: Pick<PhraseBook, 'bySound' | 'sounds' | 'denial' | 'glued'>) {
    this.bySound = bySound
    this.sounds = sounds
    this.fold = (word) => this.hear(foldWord(word, bySound))
    this.english = new Set([...borrowedWords].map(this.fold))
    this.glued = glued?.split('/').map(this.fold) ?? []
    this.denier = this.choice(denial.after ? `${denial.before}/${denial.after}` : denial.before)
  }

  /** A choice of words: `a/b/c*`. */
  choice(words: string): Choice {
    const known = this.choices.get(words)
    if (known !== undefined) return known
    const choice = this.choices.size
    this.choices.set(words, choice)
    for (const word of words.split('/')) this.add(word, choice)
    return choice
  }

  /** Finds every place where one of the phrases is said. Throws on a phrase that begins or ends with a word that may be left out. */
  finder(phrases: Phrases): Finder {
    const compiled = phrases.map((phrase) => {
      const steps = phrase.split(' ').map((word): Step => {
        if (word === '..') return 'gap'
        const optional = word.endsWith('?')
        return { choice: this.choice(optional ? word.slice(0, -1) : word), optional }
      })
      const [first, last] = [steps[0], steps.at(-1)]
      if (!first || first === 'gap' || first.optional || !last || last === 'gap' || last.optional)
        throw new Error(`The phrase "${phrase}" must begin and end with a word.`)
      return { first: first.choice, rest: steps.slice(1) }
    })
    return (line) =>
      compiled.flatMap(({ first, rest }) =>
        [...(line.placesOf.get(first) ?? [])].flatMap((from) => {
          const to = this.endOf(rest, from + 1, line)
          return to !== undefined && line.sentenceOf[from] === line.sentenceOf[to - 1] ? [{ from, to }] : []
        }),
      )
  }

  read(message: readonly ForeignWord[]): Line {
    const words = message.map((word) => this.correct(this.bySound ? this.hear(word.bySound) : word.plain))
    const placesOf = new Map<Choice, Set<number>>()
    words.forEach((word, place) => {
      for (const choice of this.choicesOf(word)) placesOf.set(choice, (placesOf.get(choice) ?? new Set()).add(place))
    })
    return { words, sentenceOf: message.map(({ sentence }) => sentence), placesOf }
  }

  /** Whether the word at a place, once folded, is not an English one too. */
  isOwn({ words }: Line, place: number): boolean {
    return !this.english.has(words[place] ?? '')
  }

  /** How many words of the span are not English ones too. */
  ownWords(line: Line, { from, to }: Span): number {
    let count = 0
    for (let place = from; place < to; place++) if (this.isOwn(line, place)) count++
    return count
  }

  /** Whether a word that denies stands within the span. */
  denies(line: Line, { from, to }: Span): boolean {
    const places = line.placesOf.get(this.denier)
    for (let place = from; place < to; place++) if (places?.has(place)) return true
    return false
  }

  /** The word as this language alone hears it, in Latin letters and digits only. */
  private hear(word: string): string {
    if (this.sounds.length === 0 || !/[a-z]/.test(word)) return word
    const heard = this.sounds.reduce((letters, [spelling, sound]) => letters.replace(spelling, sound), word).replace(/(.)\1+/g, '$1')
    return heard === '' ? word : heard
  }

  private add(word: string, choice: Choice): void {
    const begins = word.endsWith('*')
    const folded = this.fold(begins ? word.slice(0, -1) : word)
    if (!/^[\p{L}\p{M}\p{N}]+$/u.test(folded)) throw new Error(`The phrases know no such word as "${word}".`)
    const index = begins ? this.beginnings : this.exact
    index.set(folded, [...(index.get(folded) ?? []), choice])
    if (begins || borrowedWords.has(word) || folded.length < shortestCorrected) return
    const letter = folded.slice(0, 1)
    this.longByLetter.set(letter, [...(this.longByLetter.get(letter) ?? []), folded])
  }

  private choicesOf(word: string): Choice[] {
    const freed = this.glued.filter((glued) => word.startsWith(glued)).map((glued) => word.slice(glued.length))
    return [word, ...freed.filter((rest) => rest.length > 1)].flatMap((form) => this.choicesOfForm(form))
  }

  private choicesOfForm(word: string): Choice[] {
    const found = [...(this.exact.get(word) ?? [])]
    for (let length = 1; length <= word.length; length++) found.push(...(this.beginnings.get(word.slice(0, length)) ?? []))
    return found
  }

  /** One slip in a long word is put right; digits are left alone. */
  private correct(word: string): string {
    const heard = this.sounds.length > 0 && /[a-z]/.test(word)
    if (
      word.length < (heard ? shortestHeard : shortestCorrected) ||
      /\d{2}/.test(word) ||
      this.english.has(word) ||
      this.choicesOf(word).length > 0
    )
      return word
    return this.longByLetter.get(word.slice(0, 1))?.find((known) => isOneEdit(word, known)) ?? word
  }

  private endOf(steps: readonly Step[], place: number, line: Line): number | undefined {
    const [step, ...rest] = steps
    if (step === undefined) return place
    if (step !== 'gap') {
      const here = line.placesOf.get(step.choice)?.has(place) ? this.endOf(rest, place + 1, line) : undefined
      return here ?? (step.optional ? this.endOf(rest, place, line) : undefined)
    }
    for (let skipped = 0; skipped <= widestGap; skipped++) {
      if (skipped > 0 && this.denies(line, { from: place + skipped - 1, to: place + skipped })) return undefined
      const end = this.endOf(rest, place + skipped, line)
      if (end !== undefined) return end
    }
    return undefined
  }
}
