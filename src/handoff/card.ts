import type { Need } from '../booking/need.ts'
import type { BookingTalk } from '../conversation/bookingTalk.ts'
import type { Session } from '../conversation/session.ts'
import type { EscalationReason } from './escalation.ts'

/** An answer of the live pack, as it would be said. */
export type Suggestion = { intent: string; title: string; text: string }

/** What a colleague should know of a call for help before she answers. Parts that nobody knows are absent. */
export type CallCard = {
  why: string[]
  /** The patient's last words. */
  asked?: string
  /** Where the talk about an appointment stands. */
  booking?: string
  language?: string
  needs: string[]
  flags: string[]
  /** Approved answers to what she asked last, likeliest first. */
  suggestions: Suggestion[]
}

export type CardFacts = {
  /** What is open. */
  escalations: { reason: EscalationReason; note?: string }[]
  asked?: string
  session?: Pick<Session, 'booking' | 'symptomSince' | 'quiet' | 'misses' | 'noPerson' | 'lost'>
  /** In English: of what she wrote, or as the office knows it. */
  language?: string
  /** Of the person who was checked. */
  needs?: readonly Need[]
  /** What her last words may mean, likeliest first. */
  meanings: readonly { intent: string; confidence: number }[]
  /** The approved answer of an intent; undefined where there is none, or where it is small talk. */
  answerOf: (intent: string) => Omit<Suggestion, 'intent'> | undefined
}

const MOST_SUGGESTIONS = 3
/** Less likely than this, an answer would be a guess. */
const LEAST_CONFIDENCE = 0.05

const whys: Record<EscalationReason, string> = {
  asked: 'Asked for a person',
  notUnderstood: 'Was not understood twice',
  emergency: 'May need an ambulance: was told to call 999',
  crisis: 'May be in a crisis: was told whom to ring',
  abuse: 'May be in danger from somebody: write neutral words only, and only if it is safe to write here',
  symptom: 'Told of a symptom: was told to see the GP',
  complaint: 'Complains',
  bereavement: 'Somebody has died',
  distress: 'Is distressed',
  recall: 'Was asked to come back, and is worried',
  optOut: 'Wants no more invitations, for good: send the form',
  veryHighRisk: 'May be at very high risk: no routine mammogram before somebody has looked',
  records: 'Asks for records, or to have what is kept deleted: make sure first who it is',
  draft: 'An answer waits to be looked at',
  left: 'A colleague who had it let go of it, or was silent for too long.',
  botFailure: 'The assistant failed on a message',
  undelivered: 'A message of ours did not arrive',
}

const goals: Record<BookingTalk['goal'], string> = {
  book: 'Is booking',
  change: 'Is changing an appointment',
  cancel: 'Is cancelling an appointment',
  where: 'Asked about an appointment',
}

const needWords: Record<Need, string> = {
  longer: 'a longer appointment',
  stepFree: 'no steps',
  implants: 'has implants',
  device: 'has an implanted device',
  interpreter: 'an interpreter',
  hearing: 'help with hearing',
  sight: 'help with seeing',
  support: 'somebody with her',
  other: 'something else',
}

/** The card of a call for help. Pure. */
export function callCard({ escalations, asked, session, language, needs = [], meanings, answerOf }: CardFacts): CallCard {
  const booking = session?.booking && bookingWords(session.booking)
  return {
    why: escalations.map(({ reason, note }) => (note ? `${whys[reason]}\n${note}` : whys[reason])),
    ...(asked && { asked }),
    ...(booking && { booking }),
    ...(language && { language }),
    needs: [...new Set([...needs, ...(session?.booking?.needs ?? [])])].map((need) => needWords[need]),
    flags: flagsOf(session, escalations),
    suggestions: suggest(meanings, answerOf, escalations),
  }
}

/** What the patient was last asked, as a colleague would say it. */
const questions: Record<string, string> = {
  who: 'to say who she is on our page',
  offer: 'whether a time suits her',
  needs: 'what would help her at the visit',
  otherNeed: 'what else would help her',
  clear: 'whether anything speaks against it',
  cancel: 'how to cancel',
  hasOne: 'whether to keep the appointment she has',
}

function bookingWords({ goal, of, asking, shown, chosen }: BookingTalk): string {
  const who = of ? 'checked' : 'not checked yet'
  const where = chosen
    ? 'has chosen a time that is not booked yet'
    : shown.length > 0
      ? 'has been shown times'
      : 'has been shown no time yet'
  return `${goals[goal]}: ${who}, ${where}${asking && questions[asking] ? `. Was last asked ${questions[asking]}` : ''}.`
}

function flagsOf(session: CardFacts['session'], escalations: CardFacts['escalations']): string[] {
  const isOpen = (reason: EscalationReason) => escalations.some((one) => one.reason === reason)
  return [
    ...(session?.quiet ? ['The assistant keeps quiet here'] : []),
    ...(session?.symptomSince && !isOpen('symptom') ? ['Told of a change in a breast before'] : []),
    ...(session?.noPerson ? ['Wanted no person before'] : []),
    ...(session?.lost ? ['What the assistant knew of this conversation is lost'] : []),
  ]
}

/** Nothing is suggested where somebody may be in danger: those words are a person's own. */
function suggest(meanings: CardFacts['meanings'], answerOf: CardFacts['answerOf'], escalations: CardFacts['escalations']): Suggestion[] {
  if (escalations.some(({ reason }) => reason === 'crisis' || reason === 'abuse' || reason === 'emergency')) return []
  return meanings
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .flatMap(({ intent }) => {
      const answer = answerOf(intent)
      return answer ? [{ intent, ...answer }] : []
    })
    .slice(0, MOST_SUGGESTIONS)
}
