import { presentReply } from '../channels/messenger/presentReply.ts'
import { replyLimits } from '../channels/messenger/replyLimits.ts'
import type { PreviewAnswer, PreviewMessage, PreviewTurn } from '../consoles/admin/intentsPreview.ts'
import type { Intent } from '../content/intentSchema.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { newSession, type Session } from '../conversation/session.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import type { OpenPack } from './openPack.ts'
import { type Said, startTalk } from './rehearsal/startTalk.ts'

type Deps = { pack: () => OpenPack | undefined; facts: () => Promise<ServiceFacts>; findDanger: FindDanger; clock: Clock }

/** What may be tapped under an answer to hear it in another way. */
const WAYS = ['Tell me more', 'Easy words']

/** Answers with the real bot, in a conversation that has begun, with nobody behind it and no appointments. */
export function createPreviewAnswer({ pack, facts, findDanger, clock }: Deps): PreviewAnswer {
  return async (intent, draft) => {
    const own = pack()
    if (!own) return []
    const intents = new Map([...draft, intent].map((one) => [one.id, one]))
    const cast = { pack: { ...own, intents }, service: await facts(), findDanger }
    const now = clock.now()
    const begin = (more: Partial<Session> = {}) =>
      startTalk(cast, { now, session: { ...newSession(), lastSeenAt: now.toISO() ?? '', ...more } })

    const talk = begin()
    const first = await talk.taps(`intent:${intent.id}`)
    const turns = [turnOf(intent.asked, 'When somebody asks', false, first)]
    const offered = new Set(first.flatMap(({ choices }) => choices))
    for (const way of WAYS.filter((one) => offered.has(one))) turns.push(turnOf(way, `After “${way}”`, true, await talk.taps(way)))
    for (const code of spokenIn(intent)) {
      const name = own.languages.get(code)?.englishName ?? code
      const [version] = await begin({ language: code }).taps(`intent:${intent.id}`)
      if (version) turns.push(turnOf(intent.asked, `First, to somebody who has written in ${name}`, false, [version]))
    }
    return turns
  }
}

const spokenIn = ({ answer }: Intent): string[] =>
  Object.entries(answer?.languages ?? {}).flatMap(([code, { nativeCheck }]) => (nativeCheck === 'done' ? [code] : []))

function turnOf(does: string, when: string, tap: boolean, said: Said[]): PreviewTurn {
  const shown = said.map(presented)
  const notes = shown.flatMap((messages) =>
    messages.length > 1 ? [`Messenger takes this in ${messages.length} messages: it is too long for one`] : [],
  )
  const long = new Set(said.flatMap(({ choices }) => choices.filter((title) => title.length > replyLimits.title)))
  const tooLong = Array.from(
    long,
    (title) => `“${title}” is longer than a button of Messenger (${replyLimits.title} characters): all choices are numbered`,
  )
  return { does, when, tap, webChat: said, messenger: shown.flat(), notes: [...notes, ...tooLong] }
}

function presented({ text, choices }: Said): PreviewMessage[] {
  const actions = choices.map((title) => ({ type: 'messageBack', title, value: title }))
  return presentReply({ type: 'message', text, ...(actions.length > 0 && { suggestedActions: { to: [], actions } }) }).map((reply) => ({
    text: reply.text ?? '',
    choices: (reply.suggestedActions?.actions ?? []).map(({ title }) => title),
  }))
}
