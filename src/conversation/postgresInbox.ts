import { type Kysely, sql, type Transaction } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { AcceptEvents, Accepted } from './acceptEvents.ts'
import type { IncomingEvent } from './incomingEvent.ts'
import { plausibleTime, plausibleWindow } from './plausibleTime.ts'
import { inboxContext, replyToContext } from './sealContext.ts'

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  clock: Clock
  wake: Wake
}

/** How conversations are woken once their events are committed. */
export type Wake = {
  /** How many conversations this process can take on at once without keeping anybody waiting. */
  roomHere(): number
  here(conversationIds: string[]): void
  /** Offers conversations to every process when the transaction commits. */
  anywhere(conversationIds: string[], transaction: Transaction<Tables>): Promise<void>
}

/**
 * Accepts events into the inbox table. Throws STORE_UNAVAILABLE when the database does not take them. This process
 * wakes what it has room for; the rest is for whichever process is free. A waking that is lost in a crash is made good
 * by the search for abandoned work.
 */
export function createPostgresInbox({ db, sealer, clock, wake }: Deps): AcceptEvents {
  return async (events, correlationId) => {
    if (events.length === 0) return []
    const room = wake.roomHere()
    try {
      const accepted = await (events.length <= room ? keep(db, events, correlationId) : keepAndShare(events, correlationId, room))
      wake.here(freshConversations(accepted).slice(0, room))
      return accepted
    } catch (error) {
      throw new AppError('STORE_UNAVAILABLE', undefined, { cause: error })
    }
  }

  function keepAndShare(events: IncomingEvent[], correlationId: string | undefined, room: number): Promise<Accepted[]> {
    return db.transaction().execute(async (trx) => {
      const accepted = await keep(trx, events, correlationId)
      const others = freshConversations(accepted).slice(room)
      if (others.length > 0) await wake.anywhere(others, trx)
      return accepted
    })
  }

  /**
   * One statement: makes or locks the conversations, in one order for every process, counts what arrives, and keeps
   * the events that are new.
   */
  async function keep(on: Kysely<Tables>, told: IncomingEvent[], correlationId: string | undefined): Promise<Accepted[]> {
    const now = clock.now().toJSDate()
    const events = told.map((event) => withPlausibleTimes(event, now))
    const conversations = [...conversationsOf(events, sealer).values()].sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1))
    const { rows } = await sql<{ key: string; conversation: string; fresh: boolean }>`
      with touched as (
        insert into conversations as c
          (channel, address, arrivals, reply_window_until, created_at, last_event_at, heard_at, reply_to, first_ref, last_ref)
        select channel, address, arrivals, "window", ${now}::timestamptz, "last", heard, "replyTo", ref, ref
        from jsonb_to_recordset(${JSON.stringify(conversations)}::jsonb)
          as t(channel text, address text, arrivals integer, "window" timestamptz, "last" timestamptz, heard timestamptz, "replyTo" text, ref text)
        on conflict (channel, address) do update set
          arrivals = c.arrivals + excluded.arrivals,
          reply_window_until = greatest(c.reply_window_until, excluded.reply_window_until),
          last_event_at = greatest(c.last_event_at, excluded.last_event_at),
          heard_at = greatest(c.heard_at, excluded.heard_at),
          reply_to = coalesce(excluded.reply_to, c.reply_to),
          first_ref = coalesce(c.first_ref, excluded.first_ref),
          last_ref = coalesce(excluded.last_ref, c.last_ref),
          unreachable_code = case when excluded.address = any(${heardFrom(events)}::text[]) then null else c.unreachable_code end
        returning id, channel, address
      ), arrived as (
        select t.*, touched.id as conversation
        from jsonb_to_recordset(${JSON.stringify(events.map(toRow))}::jsonb)
          as t(n integer, key text, channel text, address text, kind text, occurred timestamptz, body text)
        join touched on touched.channel = t.channel and touched.address = t.address
      ), kept as (
        insert into inbox (event_key, conversation_id, kind, occurred_at, received_at, body, correlation_id)
        select key, conversation, kind, occurred, ${now}::timestamptz, body, ${correlationId ?? null}::text from arrived order by n
        on conflict (event_key) do nothing
        returning event_key
      )
      select arrived.key, arrived.conversation, kept.event_key is not null as fresh
      from arrived left join kept on kept.event_key = arrived.key
      order by arrived.n`.execute(on)
    return withoutRepeats(rows)
  }

  function toRow(event: IncomingEvent, n: number) {
    const { eventKey: key, channel, address, kind, occurredAt: occurred, activity } = event
    return { n, key, channel, address, kind, occurred, body: sealer.seal(JSON.stringify(activity), inboxContext(event)) }
  }
}

const addressOf = ({ channel, address }: { channel: string; address: string }) => `${channel} ${address}`

function freshConversations(accepted: Accepted[]): string[] {
  return [...new Set(accepted.filter((event) => !event.duplicate).map((event) => event.conversationId))]
}

/** An event that is twice in one call is new once. */
function withoutRepeats(rows: { key: string; conversation: string; fresh: boolean }[]): Accepted[] {
  const seen = new Set<string>()
  return rows.map(({ key, conversation, fresh }) => {
    const duplicate = !fresh || seen.has(key)
    seen.add(key)
    return { eventKey: key, conversationId: conversation, duplicate }
  })
}

/** Whoever wrote can be reached again. */
function heardFrom(events: IncomingEvent[]): string[] {
  return events.filter(isHeard).map(({ address }) => address)
}

/** The patient did it; not staff, and not we ourselves. */
const isHeard = ({ kind }: IncomingEvent): boolean => kind === 'said' || kind === 'overheard'

function withPlausibleTimes(event: IncomingEvent, now: Date): IncomingEvent {
  const { occurredAt, replyWindowUntil: until } = event
  return { ...event, occurredAt: plausibleTime(occurredAt, now), ...(until ? { replyWindowUntil: plausibleWindow(until, now) } : {}) }
}

type Touched = {
  channel: string
  address: string
  arrivals: number
  window: Date | undefined
  last: Date
  heard: Date | undefined
  replyTo: string | undefined
  ref: string | undefined
}

function conversationsOf(events: IncomingEvent[], sealer: Sealer) {
  const conversations = new Map<string, Touched>()
  for (const event of events) {
    const { channel, address, replyWindowUntil, occurredAt, replyTo, ref } = event
    const key = addressOf(event)
    const known = conversations.get(key)
    conversations.set(key, {
      channel,
      address,
      arrivals: (known?.arrivals ?? 0) + 1,
      window: later(known?.window, replyWindowUntil),
      last: later(known?.last, occurredAt) as Date,
      heard: later(known?.heard, isHeard(event) ? occurredAt : undefined),
      replyTo: replyTo === undefined ? known?.replyTo : sealer.seal(replyTo, replyToContext(event)),
      ref: ref ?? known?.ref,
    })
  }
  return conversations
}

function later(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b
  return a > b ? a : b
}
