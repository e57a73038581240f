/**
 * Ways of saying one thing. In a phrase, words stand one after the other; `a/b` is either word, `word*` begins a word, `word?` may be
 * left out, `..` is up to three words other than a "no", `...` up to seven, `#` a digit, `@name` any of `wordClasses.ts`. Apostrophes are left out ("cant"), and `readWords.ts` writes
 * "I have" as "ive", "cannot" as "cant", "going to" as "gonna" and so on, so a phrase needs only the short form.
 */
export type Phrases = readonly string[]

/**
 * Something that must not be missed. The rule holds where every group of `find` is said in one sentence, in any order. The last group
 * is what is claimed: a "no" in front of it, and nowhere else, makes the claim a denial.
 */
export type PhraseRule = {
  /** Goes to the log in place of the person's words. */
  id: string
  programme?: Programme
  find: readonly Phrases[]
  /** The most words from the first to the last of a match. */
  within?: number
  /** Whether the groups may be spread over three sentences. */
  across?: true
  /** How many of the groups are enough, if not all: several signs that each alone mean little. */
  enough?: number
  /** Said in the same clause, these mean something else: idioms, ordinary causes. */
  unless?: Phrases
  /** Anywhere in the sentence, these are an ordinary cause of it, unless denied ("not breastfeeding"). */
  causes?: Phrases
  /** Guards that do not excuse this rule. */
  despite?: readonly GuardName[]
}

export type Programme = 'breast' | 'cervical' | 'bowel' | 'lung' | 'eye'

/** What excuses a match; `guards.ts` says how. */
export type GuardName = 'denied' | 'over' | 'past' | 'othersPast' | 'othersHad' | 'imagined' | 'general' | 'lifelong'
