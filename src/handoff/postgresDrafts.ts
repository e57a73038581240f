import { type Kysely, sql } from 'kysely'
import type { Reply } from '../conversation/activity.ts'
import type { Channel } from '../conversation/channel.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Draft, DraftOutcome, DraftSettled, Drafts } from './drafts.ts'
import { type OwnerColumns, ownerOf } from './ownerOf.ts'
import { settlePostgresDraft } from './postgresDraftSettling.ts'
import { replyWindow } from './replyWindow.ts'
import { type ShownActivity, shownActivity, wordsOf } from './shownActivity.ts'
import type { Colleague } from './takeover.ts'

export type DraftDeps = {
  db: Kysely<Tables>
  sealer: Sealer
  clock: Clock
  /** What words are sealed for. */
  draftContext: (conversationId: string) => string
  transcriptContext: (conversationId: string) => string
  channels: ReadonlyMap<ChannelName, Pick<Channel, 'present' | 'personDays'>>
  /** Conversations that have something to deliver. */
  wake: (conversationIds: string[]) => void
}

type DraftRow = OwnerColumns & {
  conversation_id: string
  channel: ChannelName
  body: string | null
  outcome: DraftOutcome | null
  settled_by: string | null
  settler: string | null
  reply_window_until: Date | null
  heard_at: Date | null
  unreachable_code: string | null
}

type WaitingRow = { id: string; body: string | null; created_at: Date; answered: string | null }

/** Drafts in the database. */
export function createPostgresDrafts(deps: DraftDeps): Drafts {
  const { db, sealer, clock, draftContext, transcriptContext, channels, wake } = deps
  const messagesIn = (conversationId: string, body: string): Reply[] => JSON.parse(sealer.open(body, draftContext(conversationId)))

  /** What no key of ours opens any more is left out: nobody can send it. */
  function opened({ id, body, created_at: at, answered }: WaitingRow, conversationId: string): Draft[] {
    const messages = orNothing(() => messagesIn(conversationId, body ?? '').map(shownActivity))
    if (!messages) return []
    const answers =
      answered && orNothing(() => wordsOf(shownActivity(JSON.parse(sealer.open(answered, transcriptContext(conversationId))))))
    return [{ id, conversationId, at, messages, text: textOf(messages), ...(answers ? { answers } : {}) }]
  }

  async function find(id: string): Promise<DraftRow | undefined> {
    const { rows } = await sql<DraftRow>`
      select d.conversation_id, d.body, d.outcome, d.settled_by, s.first_name as settler, c.channel, c.owner, c.owner_name, c.owner_account,
        c.owner_until, c.taken_at, a.first_name, c.reply_window_until, c.heard_at, c.unreachable_code
      from drafts d join conversations c on c.id = d.conversation_id
      left join accounts a on a.id = c.owner_account left join accounts s on s.id = d.settled_by
      where d.id = ${id}::uuid`.execute(db)
    return rows[0]
  }

  /** Why it was not done: what the row says now. */
  function objection(row: DraftRow | undefined, by: Colleague, wanted: DraftOutcome): DraftSettled {
    if (!row) return { kind: 'unknown' }
    const { conversation_id: conversationId, outcome, settler } = row
    if (!outcome) return { kind: 'notMine', conversationId, owner: ownerOf(row, clock.now().toJSDate()) }
    const isSame = outcome === wanted || (outcome === 'stale' && wanted === 'discarded')
    if (row.settled_by === by.id && isSame) return { kind: 'done', conversationId }
    return { kind: 'settled', conversationId, outcome, ...(settler ? { by: settler } : {}) }
  }

  /** On this channel nothing goes out any more, or nothing that nobody has worded herself. */
  function closed(row: DraftRow, outcome: DraftOutcome): DraftSettled | undefined {
    const {
      conversation_id: conversationId,
      channel,
      reply_window_until: replyWindowUntil,
      heard_at: heardAt,
      unreachable_code: unreachable,
    } = row
    const window = replyWindow(
      { replyWindowUntil, heardAt, unreachable, personDays: channels.get(channel)?.personDays },
      clock.now().toJSDate(),
    )
    if (window.kind === 'closed') return { kind: 'closed', conversationId, since: window.since }
    if (window.kind === 'personOnly' && outcome === 'sent') return { kind: 'ownWordsOnly', conversationId }
    return window.kind === 'unreachable' ? { kind: 'closed', conversationId } : undefined
  }

  async function say(id: string, by: Colleague, outcome: 'sent' | 'changed', wordsOf: (row: DraftRow) => Reply[], text?: string) {
    const row = await find(id)
    if (!row || row.outcome || row.body === null) return objection(row, by, outcome)
    const shut = closed(row, outcome)
    if (shut) return shut
    const { conversation_id: conversationId } = row
    const replies = wordsOf(row)
    if (replies.length === 0) throw new AppError('INVALID_REQUEST', 'there is nothing to say')
    const bodies = replies.map((reply) => sealer.seal(JSON.stringify(reply), transcriptContext(conversationId)))
    const changed = text === undefined ? {} : { changed: sealer.seal(text, draftContext(conversationId)) }
    const isDone = await settlePostgresDraft(db, { id, by, now: clock.now(), outcome, bodies, ...changed })
    if (!isDone) return objection(await find(id), by, outcome)
    wake([conversationId])
    return { kind: 'done' as const, conversationId }
  }

  return {
    async waiting(conversationId) {
      const rows = await db
        .selectFrom('drafts as d')
        .leftJoin('transcript as t', (join) => join.onRef('t.event_id', '=', 'd.event_id').on('t.position', '=', 0))
        .where('d.conversation_id', '=', conversationId)
        .where('d.settled_at', 'is', null)
        .orderBy('d.event_id')
        .select(['d.id', 'd.body', 'd.created_at', 't.body as answered'])
        .execute()
      return rows.flatMap((row) => opened(row, conversationId))
    },

    send: (id, by) => say(id, by, 'sent', (row) => messagesIn(row.conversation_id, row.body ?? '')),

    change: (id, by, text) =>
      say(id, by, 'changed', ({ channel }) => channels.get(channel)?.present({ type: 'message', text }) ?? [], text),

    async discard(id, by) {
      const row = await find(id)
      if (!row || row.outcome) return objection(row, by, 'discarded')
      const isDone = await settlePostgresDraft(db, { id, by, now: clock.now(), outcome: 'discarded', bodies: [] })
      return isDone ? { kind: 'done', conversationId: row.conversation_id } : objection(await find(id), by, 'discarded')
    },

    async changed(limit) {
      const rows = await db
        .selectFrom('drafts as d')
        .leftJoin('accounts as a', 'a.id', 'd.settled_by')
        .where('changed', 'is not', null)
        .orderBy('settled_at', 'desc')
        .limit(limit)
        .select(['d.id', 'd.conversation_id', 'd.body', 'd.changed', 'd.settled_at', 'a.first_name'])
        .execute()
      return rows.map((row) => ({
        id: row.id,
        at: row.settled_at as Date,
        ...(row.first_name ? { by: row.first_name } : {}),
        before: textOf(messagesIn(row.conversation_id, row.body ?? '').map(shownActivity)),
        after: sealer.open(row.changed ?? '', draftContext(row.conversation_id)),
      }))
    },
  }
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function textOf(messages: ShownActivity[]): string {
  return messages.flatMap(({ text, cards = [] }) => [...(text ? [text] : []), ...cards.flatMap(({ lines }) => lines)]).join('\n\n')
}
