import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import type { Lexicon } from './reading.ts'

const SHORTEST_CORRECTED = 4
/** From this length on, two slips are forgiven: "mamogrm". */
const SHORTEST_WITH_TWO_SLIPS = 7
/** A word that the pack says this often is spelled as it is meant; a rarer one may be a slip that an example message has. */
const TRUSTED_FROM = 3
const NOT_A_WORD = /[^a-z]/

type Candidate = { word: string; worth: number }

/**
 * Reads a word that is not known as the likeliest one that is, where no more than a slip or two lie between them: a letter left out, put
 * in, changed, or two swapped. Words that the pack says come before other English words.
 */
export function createSpelling({ said, commonness }: Lexicon): (word: string) => string {
  const isEnglish = (word: string) => [word, ...withoutEnding(word)].some((form) => commonness(form) !== undefined)
  const isTrusted = (word: string) => (said.get(word) ?? 0) >= TRUSTED_FROM || isEnglish(word)
  const known = [...said.keys()].filter((word) => word.length >= SHORTEST_CORRECTED - 1 && !NOT_A_WORD.test(word) && isTrusted(word))
  const byShortForm = new Map<string, string[]>()
  for (const word of known) {
    for (const form of shortForms(word, slipsOf(word))) {
      const words = byShortForm.get(form)
      if (words) words.push(word)
      else byShortForm.set(form, [word])
    }
  }

  const nearest = (word: string): string => {
    const slips = slipsOf(word)
    const candidates = new Set(shortForms(word, slips).flatMap((form) => byShortForm.get(form) ?? []))
    let best: Candidate = { word, worth: 0 }
    for (const candidate of candidates) {
      const distance = DamerauLevenshteinDistance(word, candidate, { restricted: true })
      if (distance === 0 || distance > slips || (word.length === SHORTEST_CORRECTED && candidate[0] !== word[0])) continue
      const worth = 3 - distance + (candidate[0] === word[0] ? 1 : 0) + Math.log1p(said.get(candidate) ?? 0) / 10
      if (worth > best.worth) best = { word: candidate, worth }
    }
    return best.word
  }

  return (word) => (word.length < SHORTEST_CORRECTED || NOT_A_WORD.test(word) || isTrusted(word) ? word : nearest(word))
}

/** What may be the word without its ending, as a lexicon lists it: "mailing" is "mail". */
function withoutEnding(word: string): string[] {
  const base = /^(.{3,})(?:ing|ed|s|es|er|ers|ly|ness|able)$/.exec(word)?.[1]
  return base ? [base, `${base}e`, base.replace(/(.)\1$/, '$1')] : []
}

const slipsOf = (word: string): number => (word.length >= SHORTEST_WITH_TWO_SLIPS ? 2 : 1)

/** A word and all that is left of it when up to so many letters are taken out: words that are near each other share one of these. */
function shortForms(word: string, slips: number): string[] {
  let forms = new Set([word])
  const all = new Set(forms)
  for (let slip = 0; slip < slips; slip++) {
    forms = new Set([...forms].flatMap((form) => Array.from(form, (_, i) => form.slice(0, i) + form.slice(i + 1))))
    for (const form of forms) all.add(form)
  }
  return [...all]
}
