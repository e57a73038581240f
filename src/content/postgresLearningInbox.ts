import type { Kysely } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { ALIKE, byMeaning, byStems, groupAlike } from './groupAlike.ts'
import {
  type LearningGroup,
  type LearningInbox,
  type LearningMessage,
  type LearningReason,
  learningReasons,
  type RecentMessage,
} from './learningInbox.ts'
import type { MaskPersonal } from './maskPersonal.ts'
import { plainMessage } from './plainMessage.ts'
import { type Before, madeOf, type OfferedRow, readOffered, readRecent } from './postgresReadMessages.ts'
import { DIGEST, settlePostgresLearning } from './postgresSettleLearning.ts'

/** Messages older than this teach nothing new. */
const DAYS = 90
/** So many different messages are grouped at once, and so many readings looked through for them. */
const GROUPED = 300
const LOOKED_THROUGH = 6_000
const PART = 500
const GROUPS_A_PAGE = 10

export type LearningDeps = {
  db: Kysely<Tables>
  sealer: Sealer
  clock: Clock
  transcriptContext: (conversationId: string) => string
  draftContext: (conversationId: string) => string
  mask: MaskPersonal
  /** What a sentence means, as a vector of length one; absent without the sentence model. */
  embed?: (text: string) => Promise<Float32Array>
  /** The stems of a text's words. */
  stems: (text: string) => string[]
  /** All examples of what is live and of the draft. */
  examples: () => Promise<Iterable<string>>
}

/** Real messages, from the transcript and what the bot made of them. */
export function createPostgresLearningInbox(deps: LearningDeps): LearningInbox {
  const { db, sealer, clock, transcriptContext, draftContext, mask } = deps

  /** What no key opens any more, and what has no words, is nothing. */
  function wordsIn(body: string | null, conversationId: string): string {
    try {
      const { text = '' }: { text?: string } = body ? JSON.parse(sealer.open(body, transcriptContext(conversationId))) : {}
      return HAS_WORDS.test(text.replaceAll('•••', '')) ? text : ''
    } catch {
      return ''
    }
  }

  function changedIn({ changed, conversation_id }: OfferedRow): string {
    try {
      return changed ? sealer.open(changed, draftContext(conversation_id)) : ''
    } catch {
      return ''
    }
  }

  async function settledBefore(): Promise<(digests: string[]) => boolean> {
    const rows = await db.selectFrom('learning_settled').select('digest').execute()
    const settled = new Set(rows.map(({ digest }) => digest))
    return (digests) => digests.some((digest) => settled.has(digest))
  }

  /** The newest messages that are offered, each once. */
  async function offered(): Promise<LearningMessage[]> {
    const [isSettled, known] = await Promise.all([settledBefore(), deps.examples()])
    const examples = new Set(Array.from(known, plainMessage))
    const messages = new Map<string, LearningMessage>()
    const since = clock.now().minus({ days: DAYS }).toJSDate()
    await inParts(
      (before) => readOffered(db, since, PART, before),
      (row) => {
        const { text, hidden } = mask(wordsIn(row.body, row.conversation_id))
        const plain = plainMessage(text)
        const [id = '', ...earlier] = plain ? sealer.digests(plain, DIGEST) : []
        const isNews = HAS_WORDS.test(plain) && !examples.has(plain) && !isSettled([id, ...earlier])
        if (!isNews || (!messages.has(id) && messages.size >= GROUPED)) return
        const instead = changedIn(row) || wordsIn(row.staff_body, row.conversation_id)
        const message = messages.get(id) ?? { id, text, hidden, count: 0, last: row.at, reasons: [], made: madeOf(row), instead: [] }
        message.count += 1
        message.reasons = learningReasons.filter((reason) => message.reasons.includes(reason) || speaksFor(row, reason))
        if (instead) message.instead = [...new Set([...message.instead, mask(instead).text])].slice(0, 3)
        messages.set(id, message)
      },
    )
    return [...messages.values()]
  }

  async function grouped(messages: LearningMessage[]): Promise<LearningGroup[]> {
    const byCount = messages.toSorted((one, other) => other.count - one.count)
    const texts = byCount.map(({ text }) => text.replaceAll('•••', ' '))
    const alike = deps.embed ? byMeaning(await Promise.all(texts.map(deps.embed))) : byStems(texts.map((text) => new Set(deps.stems(text))))
    return groupAlike(byCount.length, alike, deps.embed ? ALIKE.byMeaning : ALIKE.byStems)
      .map((group) => toGroup(group.flatMap((n) => byCount[n] ?? [])))
      .sort((one, other) => other.count - one.count || other.last.getTime() - one.last.getTime())
  }

  return {
    async list({ reason, page }) {
      const all = await offered()
      const groups = await grouped(reason ? all.filter(({ reasons }) => reasons.includes(reason)) : all)
      const count = (wanted: LearningReason) => all.filter(({ reasons }) => reasons.includes(wanted)).length
      return {
        groups: groups.slice((page - 1) * GROUPS_A_PAGE, page * GROUPS_A_PAGE),
        found: { groups: groups.length, messages: groups.reduce((sum, { messages }) => sum + messages.length, 0) },
        byReason: Object.fromEntries(learningReasons.map((one) => [one, count(one)])) as Record<LearningReason, number>,
      }
    },

    settle: (settling, into) => settlePostgresLearning(db, settling, clock.now().toJSDate(), into),

    async recentMessages(limit) {
      const messages = new Map<string, RecentMessage>()
      await inParts(
        (before) => (messages.size < limit ? readRecent(db, PART, before) : Promise.resolve([])),
        (row) => {
          const { text } = mask(wordsIn(row.body, row.conversation_id))
          const plain = plainMessage(text)
          if (messages.size < limit && HAS_WORDS.test(plain) && !messages.has(plain))
            messages.set(plain, { text, at: row.at, made: madeOf(row) })
        },
        Number.POSITIVE_INFINITY,
      )
      return [...messages.values()]
    },
  }
}

const HAS_WORDS = /\p{L}/u

/** Part by part, newest first, for as long as there are any. */
async function inParts<Row extends { at: Date; event_id: number }>(
  read: (before: Before | undefined) => Promise<Row[]>,
  take: (row: Row) => void,
  most = LOOKED_THROUGH,
): Promise<void> {
  let before: Before | undefined
  for (let seen = 0; seen < most; ) {
    const rows = await read(before)
    rows.forEach(take)
    seen += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < PART) return
    before = { at: last.at, eventId: last.event_id }
  }
}

function speaksFor(row: OfferedRow, reason: LearningReason): boolean {
  switch (reason) {
    case 'notUnderstood':
    case 'unsure':
      return row.kind === reason
    case 'lowConfidence':
      return row.not_sure
    case 'unhelpful':
      return row.vote === 'notHelped'
    case 'corrected':
      return row.draft === 'changed' || row.draft === 'discarded' || row.staff_body !== null
  }
}

function toGroup(messages: LearningMessage[]): LearningGroup {
  const likely = new Map<string, number>()
  for (const { made, count } of messages)
    for (const { intent, confidence } of made.likely) likely.set(intent, (likely.get(intent) ?? 0) + confidence * count)
  return {
    messages,
    count: messages.reduce((sum, { count }) => sum + count, 0),
    last: new Date(Math.max(...messages.map(({ last }) => last.getTime()))),
    likely: [...likely].sort(([, one], [, other]) => other - one).map(([intent]) => intent),
  }
}
