import { chunksOf } from './chunks.ts'
import type { Match } from './compileRule.ts'
import { type Message, readMessage } from './readMessage.ts'
import { rules } from './rules.ts'
import type { SafetyFinding } from './safetyFinding.ts'
import { tellsOfDeath } from './tellsOfDeath.ts'
import { type Weighed, weigh as weighBy } from './weighing/weigh.ts'
import { withoutFlagged } from './withoutFlagged.ts'

type Kind = SafetyFinding['kind']

const urgency: Kind[] = ['emergency', 'crisis', 'abuse', 'symptom']

/** Weighs a message as a whole. */
export type WeighMessage = (message: Message) => Weighed | undefined

/** By its words alone. */
const weighWords: WeighMessage = (message) => weighBy(message, () => undefined)

type Odds = {
  /** Above which the message as a whole is enough, by the kind that it tells of. */
  enough: Record<Kind, number>
  /** Below which a rule that holds is not believed, by the kind that it finds: what is graver needs less. */
  tooLittle: Record<Kind, number>
  /** The same for a message of few words, of any kind. */
  few: { enough: number; tooLittle: number }
}
const oddsOfWords: Odds = {
  enough: { emergency: 0.5, crisis: 0.25, abuse: 0.25, symptom: 0.5 },
  tooLittle: { emergency: -1.5, crisis: -2, abuse: -2, symptom: -1.5 },
  few: { enough: 1, tooLittle: -3.5 },
}
/** Where the sentence model has been asked too. Chosen on messages that nothing was learnt from. */
const oddsWithMeaning: Odds = {
  enough: { emergency: -1.5, crisis: -1.5, abuse: -1.5, symptom: -1.5 },
  tooLittle: { emergency: -2.5, crisis: -2.5, abuse: -2.5, symptom: -2.5 },
  few: { enough: -0.5, tooLittle: -2.5 },
}
/** A bereavement sounds like danger: where somebody's death is told, the whole must tell more. */
const DEATH = 2.25
/** So many words are few: they must tell more to be a finding, and by the table of words alone speak harder against a rule. */
const FEW = 6

/**
 * Reads a message for emergency, crisis or abuse, and symptoms. Where it is unsure it flags; undefined means that nothing was found.
 * `before` are the person's own last messages of the same minutes, oldest first: what several of them say together is found on the one
 * that completes it. `weigh` is given where more than the words can be weighed.
 */
export function checkSafety(text: string, before: readonly string[] = [], weigh: WeighMessage = weighWords): SafetyFinding | undefined {
  const check = (one: string) => checkLong(one, weigh)
  const alone = check(text)
  if (alone || before.length === 0) return alone
  const last = before.slice(-MOST_BEFORE)
  const flagged = last.findLastIndex(check)
  return checkTogether(text, last.slice(flagged + 1), weigh)
}

const MOST_BEFORE = 5
/** Messages that were not written as one must tell more by their weight: joined, they can say what nobody meant. */
const TOGETHER = 3

function checkLong(text: string, weigh: WeighMessage): SafetyFinding | undefined {
  const [whole, ...more] = chunksOf(text)
  if (more.length === 0) return checkPiece(whole ?? '', weigh)
  const findings = [whole ?? '', ...more].flatMap((piece) => checkPiece(piece, weigh) ?? [])
  const [first] = findings.sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind))
  return first && { ...first, rest: undefined }
}

/** Several messages read as one: found only where the last is part of it, and where the ones before it did not tell it already. */
function checkTogether(text: string, before: readonly string[], weigh: WeighMessage): SafetyFinding | undefined {
  const own = readMessage(text).words.length
  if (own === 0) return undefined
  for (let from = before.length - 1; from >= 0; from--) {
    const joined = [...before.slice(from), text].join(' ').slice(-2_000)
    const message = readMessage(joined)
    const start = message.words.length - own
    const found = findIn(message, weigh, { counts: ({ to }) => to > start, more: TOGETHER })
    if (found && !checkLong(before.slice(from).join(' '), weigh)) return { ...withoutMatches(found), rest: undefined }
  }
  return undefined
}

type Found = Pick<SafetyFinding, 'kind' | 'programme' | 'rule' | 'foundBy'> & { matches: Pick<Match, 'from' | 'to'>[] }

const withoutMatches = ({ matches: _, ...finding }: Found) => finding

function checkPiece(text: string, weigh: WeighMessage): SafetyFinding | undefined {
  const message = readMessage(text)
  const found = findIn(message, weigh)
  return found && { ...withoutMatches(found), rest: withoutFlagged(message, found.matches) }
}

type Demands = {
  /** Which matches count. */
  counts: (match: Pick<Match, 'to'>) => boolean
  /** How much more the whole must tell by its weight. */
  more: number
}
const ANYWHERE: Demands = { counts: () => true, more: 0 }

/** What the rules find, unless the words as a whole speak against it; else what the words as a whole tell of. */
function findIn(message: Message, weigh: WeighMessage, { counts, more } = ANYWHERE): Found | undefined {
  const weighed = weigh(message)
  const limits = weighed?.withMeaning ? oddsWithMeaning : oddsOfWords
  const odds = weighed?.odds ?? 0
  const isShort = message.words.length <= FEW
  const tooLittle = (kind: Kind) => (isShort ? limits.few.tooLittle : limits.tooLittle[kind])
  const enough = (kind: Kind) => (isShort ? limits.few.enough : limits.enough[kind])
  const found = rules
    .map((rule) => ({ rule, matches: rule.findIn(message).filter(counts) }))
    .filter(({ rule, matches }) => matches.length > 0 && odds > tooLittle(rule.kind))
  const first = found[0]?.rule
  const matches = found.flatMap((one) => one.matches)
  if (first) return { ...meantBy(first), rule: first.id, foundBy: 'phrase', matches }
  if (!weighed || !counts(weighed.stretch)) return undefined
  return odds > enough(weighed.kind) + more + (tellsOfDeath(message) ? DEATH : 0) ? asFound(weighed) : undefined
}

const asFound = (weighed: Weighed): Found => ({
  ...meantBy(weighed),
  rule: `weighed.${weighed.programme ?? weighed.kind}`,
  foundBy: 'weight',
  matches: [weighed.stretch],
})

const meantBy = ({ kind, programme }: Pick<SafetyFinding, 'kind' | 'programme'>) => ({ kind, ...(programme && { programme }) })
