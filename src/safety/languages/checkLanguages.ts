import { chunksOf } from '../chunks.ts'
import type { Programme } from '../phraseRule.ts'
import { arabic } from './arabic.ts'
import { bengali } from './bengali.ts'
import { borrowedWords } from './borrowed.ts'
import { BookCompiler, type Finder, type Line, type Span } from './compileBook.ts'
import { type FlagKind, flagKinds, meaningOf, neverDenied } from './flags.ts'
import { denialReader } from './isDenied.ts'
import { isEnglish, isEnglishWord } from './isEnglish.ts'
import type { Language } from './language.ts'
import type { Flag, FlagName, PhraseBook } from './phraseBook.ts'
import { polish } from './polish.ts'
import { portuguese } from './portuguese.ts'
import { punjabi } from './punjabi.ts'
import { type ForeignWord, readForeign } from './readForeign.ts'
import { romanian } from './romanian.ts'
import { urdu } from './urdu.ts'
import { welsh } from './welsh.ts'

export type LanguageFinding = {
  kind: FlagKind
  programme?: Programme
  /** Id of the flag, with its language, for the log; never the person's words. */
  rule: string
  language: Language
}

/** What one language makes of a message; `denied` are the flags that a "no" took back. */
type Reading = { language: Language; found: CompiledFlag[]; denied: ReadonlySet<FlagName>; markers: number }
type CompiledFlag = { name: FlagName; kind: FlagKind; programme?: Programme; spansOf: (line: Line) => Span[][] }

const defaultWithin = 8
/** In a short message one marker is enough for borrowed English words. */
const shortMessage = 5

const readers = [welsh, polish, urdu, punjabi, bengali, arabic, romanian, portuguese].map(readerOf)

/**
 * Reads a message for what must not be missed in the community languages, in their own scripts and in Latin letters. Where it is unsure
 * it flags; undefined means that nothing was found. The most urgent finding counts; where languages share words, the one that more of
 * the message's words belong to.
 */
export function checkLanguages(text: string): LanguageFinding | undefined {
  const findings = chunksOf(text).flatMap(readPiece)
  const [first] = findings.sort((a, b) => urgencyOf(a) - urgencyOf(b) || b.markers - a.markers)
  if (!first) return undefined
  const { markers: _, ...finding } = first
  return finding
}

const urgencyOf = ({ kind }: LanguageFinding): number => flagKinds.indexOf(kind)

function readPiece(text: string): (LanguageFinding & { markers: number })[] {
  const message = readForeign(text)
  const readings = readers.map((read) => read(message))
  return readings.flatMap(({ language, found, markers }) => {
    const knowsBetter = readings.filter((other) => other.markers > markers)
    const first = found.find(({ name }) => !knowsBetter.some(({ denied }) => denied.has(name)))
    if (!first) return []
    const { name, kind, programme } = first
    return [{ kind, ...(programme && { programme }), rule: `${language}.${name}`, language, markers }]
  })
}

function readerOf(book: PhraseBook): (message: readonly ForeignWord[]) => Reading {
  const compiler = new BookCompiler(book)
  const marker = compiler.choice(book.markers)
  const isDenied = denialReader(compiler, book.denial)
  const isHistory = historyReader(compiler, book.history)
  const flags = (Object.entries(book.flags) as [FlagName, Flag][])
    .map(([name, flag]): CompiledFlag => ({ name, ...meaningOf(name), spansOf: flagFinder(compiler, flag) }))
    .sort((a, b) => flagKinds.indexOf(a.kind) - flagKinds.indexOf(b.kind))

  return (message) => {
    const line = compiler.read(message)
    const markers = [...(line.placesOf.get(marker) ?? [])].filter((place) => !isEnglishWord(message[place]))
    const telling = markers.filter((place) => !borrowedWords.has(message[place]?.plain ?? '')).length
    const english = isEnglish(message, telling)
    const enough = !english && (telling > 1 || (telling === 1 && message.length <= shortMessage))
    const leastOwn = english ? 2 : 1
    const ownWordsOf = (groups: Span[]) => groups.reduce((sum, span) => sum + compiler.ownWords(line, span), 0)
    const denied = new Set<FlagName>()
    const found = flags.filter(({ name, kind, spansOf }) => {
      const said = spansOf(line).filter((groups) => enough || ownWordsOf(groups) >= leastOwn)
      const spans = kind === 'symptom' ? said.filter((groups) => !isHistory(line, groups)) : said
      const stands = spans.some((groups) => neverDenied.has(name) || !isDenied(line, message, groups))
      if (said.length > 0 && !stands) denied.add(name)
      return stands
    })
    return { language: book.language, found, denied, markers: markers.length }
  }
}

/** Whether the sentence of the claim tells of someone else, long ago. */
function historyReader(compiler: BookCompiler, { others, longAgo }: PhraseBook['history']) {
  const other = compiler.finder([others])
  const ago = compiler.finder(longAgo)
  return (line: Line, groups: readonly Span[]): boolean => {
    const sentence = line.sentenceOf[groups.at(-1)?.from ?? 0]
    const isThere = (spans: readonly Span[]) => spans.some(({ from }) => line.sentenceOf[from] === sentence)
    return isThere(ago(line)) && isThere(other(line))
  }
}

/** Finds the places where a flag holds, each as the spans of its groups, the claim last. */
function flagFinder(compiler: BookCompiler, { says = [], near = [], within = defaultWithin, unless = [] }: Flag) {
  const finder = (phrases: readonly string[]) => compiler.finder(phrases)
  const fixed = finder(says)
  const groups = near.map((phrases) => phrases.map(finder))
  const excuse = finder(unless)
  return (line: Line): Span[][] => {
    const found = [...fixed(line).map((span) => [span]), ...groups.flatMap((group) => together(group, line, within))]
    if (found.length === 0) return found
    const excused = new Set(excuse(line).map(({ from }) => line.sentenceOf[from]))
    return found.filter((spans) => !excused.has(line.sentenceOf[spans.at(-1)?.from ?? 0]))
  }
}

/** For each place of the last group, the nearest place of every other, if all stand in one sentence and close enough. */
function together(groups: readonly Finder[], line: Line, within: number): Span[][] {
  const found: Span[][] = []
  for (const group of groups) {
    const spans = group(line)
    if (spans.length === 0) return []
    found.push(spans)
  }
  const claims = found.at(-1) ?? []
  return claims.flatMap((claim) => {
    const spans = [...found.slice(0, -1).map((others) => nearest(claim, others, line)), claim]
    if (spans.some((span) => span === undefined)) return []
    const all = spans.filter((span) => span !== undefined)
    const length = Math.max(...all.map(({ to }) => to)) - Math.min(...all.map(({ from }) => from))
    return length <= within ? [all] : []
  })
}

function nearest(claim: Span, spans: readonly Span[], { sentenceOf }: Line): Span | undefined {
  let best: Span | undefined
  for (const span of spans) {
    const apart = gap(span, claim)
    if (apart < 0 || sentenceOf[span.from] !== sentenceOf[claim.from]) continue
    if (!best || apart < gap(best, claim)) best = span
  }
  return best
}

/** How many words stand between the two; less than nothing where they overlap: one word is not two signals. */
const gap = (a: Span, b: Span): number => Math.max(a.from - b.to, b.from - a.to)
