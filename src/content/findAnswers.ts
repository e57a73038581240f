import type { Intent } from './intentSchema.ts'

/** A reviewed answer as a colleague may insert it, with the service's facts filled in. */
export type ApprovedAnswer = { intent: string; title: string; asked: string; text: string }

export type FindAnswers = (query: string) => Promise<ApprovedAnswer[]>

/** The reviewed answer of one intent; undefined where there is none, or where it is small talk. */
export type AnswerOf = (intentId: string) => Promise<ApprovedAnswer | undefined>

type Pack = { intents: () => Iterable<Intent>; fill: (text: string) => Promise<string> }

type Deps = Pack & {
  /** Intents that the words may mean by the classifier's opinion, best first. */
  mayMean: (query: string) => Promise<string[]>
}

const MOST = 8

/** Of an answer, where a word is found says how much it counts. */
const weights = { title: 6, asked: 4, id: 4, utterances: 2, text: 1 }

/** Among words that are found, the classifier's best is worth about two of a title. */
const OPINION = 12

/** Finds approved answers by words, each of which must occur, or by what the classifier makes of them. */
export function createFindAnswers({ intents, fill, mayMean }: Deps): FindAnswers {
  return async (query) => {
    const words = wordsIn(query)
    if (words.length === 0) return []
    const opinion = await mayMean(query)
    const scored = [...intents()].flatMap((intent) => {
      const place = opinion.indexOf(intent.id)
      const score = scoreOf(intent, words) + (place < 0 ? 0 : OPINION / (place + 1))
      return score > 0 && isAnswer(intent) ? [{ intent, score }] : []
    })
    scored.sort((a, b) => b.score - a.score || a.intent.title.localeCompare(b.intent.title))
    return Promise.all(scored.slice(0, MOST).map(({ intent }) => approved(intent, fill)))
  }
}

export function createAnswerOf({ intents, fill }: Pack): AnswerOf {
  return async (intentId) => {
    const intent = [...intents()].find(({ id }) => id === intentId)
    return intent && isAnswer(intent) ? approved(intent, fill) : undefined
  }
}

const isAnswer = ({ answer, asksNothing }: Intent): boolean => answer !== undefined && !asksNothing

async function approved(intent: Intent, fill: Pack['fill']): Promise<ApprovedAnswer> {
  return { intent: intent.id, title: intent.title, asked: intent.asked, text: await fill(wholeAnswer(intent)) }
}

function wholeAnswer({ answer }: Intent): string {
  return [answer?.text, answer?.link && `${answer.link.title}: ${answer.link.url}`].filter(Boolean).join('\n\n')
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
}

/** 0 unless every word begins a word somewhere. */
function scoreOf({ id, title, asked, utterances, answer }: Intent, words: string[]): number {
  const places = [
    { found: wordsIn(title), weight: weights.title },
    { found: wordsIn(asked), weight: weights.asked },
    { found: wordsIn(id.replaceAll('_', ' ')), weight: weights.id },
    { found: utterances.flatMap(wordsIn), weight: weights.utterances },
    { found: wordsIn(answer?.text ?? ''), weight: weights.text },
  ]
  const scores = words.map((word) =>
    places.reduce((sum, { found, weight }) => sum + (found.some((other) => other.startsWith(word)) ? weight : 0), 0),
  )
  return scores.every((score) => score > 0) ? scores.reduce((sum, score) => sum + score, 0) : 0
}
