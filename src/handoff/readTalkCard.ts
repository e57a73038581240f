import type { Sessions } from '../conversation/sessions.ts'
import type { CallCard, CardFacts, Suggestion } from './card.ts'
import { callCard } from './card.ts'
import type { ReadPersonCard } from './personCard.ts'
import type { ReadTalkCard, TalkCard, TalkFacts } from './talkCard.ts'

type Deps = {
  sessions: Pick<Sessions, 'load'>
  personCard: ReadPersonCard
  /** Intents that words may mean, likeliest first. */
  mayMean: (words: string) => Promise<string[]>
  answerOf: (intent: string) => Promise<Omit<Suggestion, 'intent'> | undefined>
  /** Milliseconds for which a card holds while nothing is said: an appointment or a notice may have changed. */
  holdsMs?: number
}

type Kept = { version: string; at: number; card: Promise<TalkCard> }

const HOLDS_MS = 30_000

/** Cards remembered: those of the conversations that are open somewhere. */
const MOST = 300

/** The card of a conversation, remembered between two looks: what it takes is slower than all the rest of the page. */
export function createReadTalkCard({ sessions, personCard, mayMean, answerOf, holdsMs = HOLDS_MS }: Deps): ReadTalkCard {
  const known = new Map<string, Kept>()

  async function read({ header, escalations }: TalkFacts, asked: string | undefined): Promise<TalkCard> {
    const [session, person, suggestions] = await Promise.all([
      // Without what the bot remembers there is still all that is in the database.
      sessions.load(header.id).catch(() => undefined),
      personCard(header),
      suggestionsFor(asked),
    ])
    const language = session?.language ? languageName(session.language) : person?.language
    const facts: CardFacts = {
      escalations: escalations.filter(({ closed }) => !closed),
      ...(asked ? { asked } : {}),
      ...(session ? { session } : {}),
      ...(language ? { language } : {}),
      ...(person ? { needs: person.needs } : {}),
      meanings: [...suggestions.keys()].map((intent) => ({ intent, confidence: 1 })),
      answerOf: (intent) => suggestions.get(intent),
    }
    const call: CallCard = callCard(facts)
    return { call, ...(person ? { person } : {}) }
  }

  async function suggestionsFor(asked: string | undefined): Promise<Map<string, Omit<Suggestion, 'intent'>>> {
    const found = new Map<string, Omit<Suggestion, 'intent'>>()
    for (const intent of asked ? await mayMean(asked) : []) {
      const answer = await answerOf(intent)
      if (answer) found.set(intent, answer)
    }
    return found
  }

  return (facts, { isOpened = false } = {}) => {
    const { id } = facts.header
    const asked = lastWords(facts)
    const version = versionOf(facts, asked)
    const before = known.get(id)
    const now = performance.now()
    if (!isOpened && before?.version === version && now - before.at < holdsMs) return before.card
    const card = read(facts, asked)
    known.delete(id)
    known.set(id, { version, at: now, card })
    if (known.size > MOST) known.delete(known.keys().next().value ?? '')
    card.catch(() => known.get(id)?.card === card && known.delete(id))
    return card
  }
}

/** What she said last. Taps and pictures are no question. */
function lastWords({ talk: { items } }: TalkFacts): string | undefined {
  for (const item of items.toReversed())
    if (item.kind === 'entry' && item.who === 'patient' && item.said?.text && !item.said.event) return item.said.text
  return undefined
}

function versionOf({ header, talk, escalations }: TalkFacts, asked: string | undefined): string {
  const open = escalations.flatMap(({ id, closed }) => (closed ? [] : [id]))
  return JSON.stringify([talk.lastSeq, asked, open, header.person?.participantId])
}

const languageName = (code: string): string => new Intl.DisplayNames('en-GB', { type: 'language' }).of(code) ?? code
