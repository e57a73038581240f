import type { Language } from './language.ts'

/**
 * Ways of saying one thing, spelt as in the language: accents, doubled letters and letter variants are folded away on both sides. In a
 * phrase, words stand one after the other; `a/b` is either word, `word*` begins a word, `word?` may be left out (never the first or the
 * last), `..` is up to three words other than a "no".
 */
export type Phrases = readonly string[]

/** What is looked for; `flags.ts` gives their kinds and their order. */
export type FlagName =
  | 'emergency.chestPain'
  | 'emergency.cannotBreathe'
  | 'emergency.stroke'
  | 'emergency.collapse'
  | 'emergency.bleeding'
  | 'emergency.overdose'
  | 'emergency.ambulance'
  | 'crisis.wantsToDie'
  | 'crisis.killMyself'
  | 'crisis.selfHarm'
  | 'crisis.cannotGoOn'
  | 'abuse.violence'
  | 'abuse.sexual'
  | 'abuse.threat'
  | 'abuse.control'
  | 'breast.lump'
  | 'breast.skinOrShape'
  | 'breast.nipple'
  | 'breast.armpit'
  | 'breast.pain'
  | 'cervical.bleeding'
  | 'bowel.blood'
  | 'lung.cough'
  | 'eye.sight'

/** Holds where one of `says` is said, or where the groups of one of `near` stand together in one sentence, in any order. */
export type Flag = {
  says?: Phrases
  /** The last group of each is what is claimed: a "no" that reaches it makes it a denial. */
  near?: readonly (readonly [Phrases, Phrases, ...Phrases[]])[]
  /** The most words from the first to the last of a match of `near`; 8 unless told. */
  within?: number
  /** Said in the same sentence, these mean something else. */
  unless?: Phrases
}

export type Denial = {
  /** Stands before what it denies: "nie mam guzka". One choice of words, `a/b/c*`. */
  before: string
  /** Stands after it: "gilti nahi hai". */
  after?: string
  /** Words that a "no" passes through on its way: "have", "any", "or", and the things one lists. */
  through: string
  /** After a "no" that follows, these make it no denial: "gilti nahi ja rahi", it does not go away. */
  notBefore?: string
}

/** All that the gate knows of one language. A book that leaves a flag out does not compile. */
export type PhraseBook = {
  language: Language
  /** Romanised by ear: "khoon" and "khun" are one word. */
  bySound?: boolean
  /** Spellings that are one sound in this language, on top of those that all share: each pattern and what stands for it. */
  sounds?: readonly (readonly [RegExp, string])[]
  /** Little words and articles that are written together with the next word, in `a/b` form: "بصدري", in my chest. */
  glued?: string
  /** Common words that tell the language, none of them English: they decide whose reply is sent, and stand by borrowed English words. */
  markers: string
  denial: Denial
  /** Someone else, long ago: "my mother had a lump, years ago". Where both stand in its sentence, a symptom is not flagged. */
  history: { others: string; longAgo: Phrases }
  flags: Readonly<Record<FlagName, Flag>>
}

type FlagsOf<Area extends string> = Readonly<Record<Extract<FlagName, `${Area}.${string}`>, Flag>>
export type EmergencyFlags = FlagsOf<'emergency'>
export type CrisisFlags = FlagsOf<'crisis'>
export type AbuseFlags = FlagsOf<'abuse'>
export type DistressFlags = CrisisFlags & AbuseFlags
export type SymptomFlags = FlagsOf<'breast' | 'cervical' | 'bowel' | 'lung' | 'eye'>
