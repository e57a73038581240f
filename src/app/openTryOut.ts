import type { DraftState } from '../content/draft.ts'
import type { LearntPacks } from '../content/learntPacks.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import type { TriedMessage, TryOut } from '../content/tryOut.ts'
import { wordsThatCount } from '../content/wordsThatCount.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import type { OpenPack } from './openPack.ts'
import { startTalk } from './rehearsal/startTalk.ts'

/** Guesses that are of use to somebody who looks. */
const MOST_LIKELY = 5
/** The gate reads a message with as many of those before it as the bot does. */
const BEFORE = 5

type Deps = {
  state: () => Promise<Pick<DraftState, 'draft' | 'draftHash' | 'liveHash'>>
  /** What this process answers with. */
  pack: () => OpenPack | undefined
  packs: LearntPacks<OpenPack>
  facts: () => Promise<ServiceFacts>
  findDanger: FindDanger
  clock: Clock
}

/** Tries messages with the real bot, on the live pack and on the draft: with no appointments, and with nobody behind it. */
export function openTryOut({ state, pack, packs, facts, findDanger, clock }: Deps): TryOut {
  async function tryWith(own: OpenPack, messages: string[]): Promise<TriedMessage[]> {
    const talk = startTalk({ pack: own, service: await facts(), findDanger }, { now: clock.now() })
    const tried: TriedMessage[] = []
    for (const [index, text] of messages.entries()) {
      const called = talk.escalations.length
      const replies = await talk.says(text)
      const read = await readOne(own, text, messages.slice(Math.max(0, index - BEFORE), index))
      const words = messages.length === 1 ? await wordsFor(own, text, read.likely[0]?.id) : []
      tried.push({ ...read, words, replies, called: talk.escalations.slice(called).map(({ reason }) => reason) })
    }
    return tried
  }

  async function readOne(own: OpenPack, text: string, before: string[]): Promise<Omit<TriedMessage, 'words' | 'replies' | 'called'>> {
    const [danger, { decision, classification }] = await Promise.all([findDanger(text, before), own.read(text)])
    const language = own.languages.get(own.languageOf(text) ?? '')?.englishName
    const titleOf = (id: string) => own.intents.get(id)?.title ?? id
    const gate = danger && {
      kind: danger.kind,
      rule: danger.rule,
      ...(danger.programme && { programme: danger.programme }),
      ...(danger.language && { language: danger.language }),
    }
    const ids = decision.kind === 'understood' ? decision.intents : decision.kind === 'unsure' ? decision.choices : decision.topics
    return {
      text,
      ...(gate && { gate }),
      ...(language && { language }),
      decision: { kind: decision.kind, intents: ids.map(titleOf) },
      likely: classification.slice(0, MOST_LIKELY).map(({ intent, confidence }) => ({ id: intent, title: titleOf(intent), confidence })),
    }
  }

  const wordsFor = async (own: OpenPack, text: string, intent: string | undefined) =>
    intent === undefined
      ? []
      : wordsThatCount(text, async (words) => (await own.classifier.classify(words)).find((one) => one.intent === intent)?.confidence ?? 0)

  return {
    async draft() {
      const { draft, draftHash, liveHash } = await state()
      return draftHash === liveHash ? 'same' : packs.look(draft).kind
    },
    async run(messages) {
      const { draft, draftHash, liveHash } = await state()
      const own = pack()
      const live = own ? await tryWith(own, messages) : []
      if (draftHash === liveHash) return { live, draft: { kind: 'same' } }
      const learning = packs.look(draft)
      return { live, draft: learning.kind === 'learnt' ? { kind: 'tried', messages: await tryWith(learning.pack, messages) } : learning }
    },
  }
}
