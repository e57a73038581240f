import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Need } from '../../src/booking/need.ts'
import type { Reply } from '../../src/conversation/activity.ts'
import type { ChannelName } from '../../src/conversation/incomingEvent.ts'
import { draftContext, transcriptContext } from '../../src/conversation/sealContext.ts'
import type { Author } from '../../src/conversation/transcriptEntry.ts'
import type { EscalationReason, Urgency } from '../../src/handoff/escalation.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { NoticeKind, NoticeStatus, Via } from '../../src/outreach/notice.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { testSecrets } from './messengerSettings.ts'

type Delivery = { status: 'pending' | 'sent' | 'withheld' | 'failed'; code?: string; delivered?: boolean; read?: boolean }
type Said = { author?: Author; at: Date; activity?: Partial<Reply>; text?: string; name?: string; account?: string; delivery?: Delivery }
type Called = {
  reason: EscalationReason
  urgency: Urgency
  at: Date
  promisedFor?: Date
  note?: string
  closedAt?: Date
  renewals?: number
  eventId?: number
}

/** A notice outside the chat. */
type Told = { kind: NoticeKind; via: Via; status: NoticeStatus; at: Date; code?: string }

const minutes = (at: Date, n: number) => new Date(at.getTime() + n * 60_000)

/** Conversations as the service leaves them in the database, for what is shown of them. */
export function deskConversations({ db }: Database) {
  const sealer = createSealer([testSecrets.secretKey])

  async function event(conversationId: string, at: Date): Promise<number> {
    const { id } = await db
      .insertInto('inbox')
      .values({
        event_key: `test:${randomUUID()}`,
        conversation_id: conversationId,
        kind: 'said',
        occurred_at: at,
        received_at: at,
        done_at: at,
        outcome: 'noted',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  async function check(id: string, participantId: string, at: Date, hours: number): Promise<void> {
    await db
      .insertInto('checked_people')
      .values({ conversation_id: id, participant_id: participantId, checked_at: at, lapses_at: minutes(at, hours * 60) })
      .execute()
  }

  return {
    sealer,
    /** One that begins at `at`; on Messenger she may be answered for 24 hours from then. */
    async begin({ channel = 'messenger' as ChannelName, at = new Date(), windowUntil = minutes(at, 24 * 60) } = {}) {
      const address = `p-${randomUUID()}`
      const { id } = await db
        .insertInto('conversations')
        .values({
          channel,
          address,
          created_at: at,
          last_event_at: at,
          heard_at: at,
          reply_window_until: channel === 'messenger' ? windowUntil : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id, address }
    },
    /** Adds an entry, and wakes whoever looks. */
    async say({ id, address }: { id: string; address: string }, { author = 'patient', at, activity, text, name, account, delivery }: Said) {
      const eventId = await event(id, at)
      const body = sealer.seal(JSON.stringify({ type: 'message', ...(text ? { text } : {}), ...activity }), transcriptContext(id))
      const { last_seq: seq } = await db
        .updateTable('conversations')
        .set({
          last_seq: sql<number>`last_seq + 1`,
          last_event_at: at,
          ...(author === 'patient' ? { heard_at: at } : author === 'staff' ? { staff_said_at: at } : {}),
        })
        .where('id', '=', id)
        .returning('last_seq')
        .executeTakeFirstOrThrow()
      const entry = randomUUID()
      await db
        .insertInto('transcript')
        .values({
          id: entry,
          conversation_id: id,
          seq,
          event_id: eventId,
          position: author === 'patient' ? 0 : 1,
          author,
          at,
          body,
          account_id: account ?? null,
          author_name: name ?? null,
        })
        .execute()
      if (delivery) {
        const { status, code, delivered, read } = delivery
        const settled = status === 'pending' ? null : at
        await db
          .insertInto('outbox')
          .values({
            id: entry,
            conversation_id: id,
            seq,
            status,
            queued_at: at,
            settled_at: settled,
            outcome_code: code ?? null,
            delivered_at: delivered || read ? at : null,
            read_at: read ? at : null,
          })
          .execute()
      }
      await sql`select pg_notify('conversation', ${`changed ${address}`})`.execute(db)
      return { entry, eventId, seq }
    },
    async call(
      { id, address }: { id: string; address: string },
      { reason, urgency, at, promisedFor, note, closedAt, renewals = 0, eventId }: Called,
    ) {
      const { id: escalation } = await db
        .insertInto('escalations')
        .values({
          conversation_id: id,
          event_id: eventId ?? (await event(id, at)),
          reason,
          urgency,
          created_at: at,
          promised_for: promisedFor ?? null,
          renewals,
          note: note ? sealer.seal(note, 'escalation') : null,
          closed_at: closedAt ?? null,
          closed_as: closedAt ? 'answered' : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await sql`select pg_notify('conversation', ${`changed ${address}`})`.execute(db)
      return escalation
    },
    async own(id: string, owner: { account: string; since: Date; until: Date } | 'nobody' | { elsewhere: string; until: Date }) {
      const set =
        owner === 'nobody'
          ? { owner: 'nobody', owner_account: null, owner_until: null, taken_at: new Date() }
          : 'account' in owner
            ? { owner: 'staff', owner_account: owner.account, owner_until: owner.until, taken_at: owner.since }
            : { owner: 'staff', owner_account: null, owner_name: owner.elsewhere, owner_until: owner.until }
      await db.updateTable('conversations').set(set).where('id', '=', id).execute()
    },
    /** The channel takes nothing any more: she last wrote at `heardAt`, and a day after that it closed. */
    async shut({ id, address }: { id: string; address: string }, heardAt: Date): Promise<void> {
      await db
        .updateTable('conversations')
        .set({ heard_at: heardAt, reply_window_until: minutes(heardAt, 24 * 60) })
        .where('id', '=', id)
        .execute()
      await sql`select pg_notify('conversation', ${`changed ${address}`})`.execute(db)
    },
    /** What the assistant has prepared on an event; wakes whoever looks. */
    async draft({ id, address }: { id: string; address: string }, { text, at, eventId }: { text: string; at: Date; eventId: number }) {
      const body = sealer.seal(JSON.stringify([{ type: 'message', text }]), draftContext(id))
      const made = await db
        .insertInto('drafts')
        .values({ conversation_id: id, event_id: eventId, body, created_at: at })
        .returning('id')
        .executeTakeFirstOrThrow()
      await sql`select pg_notify('conversation', ${`changed ${address}`})`.execute(db)
      return made.id
    },
    queued: (id: string) =>
      db.selectFrom('outbox').where('conversation_id', '=', id).orderBy('seq').select(['speaker', 'status']).execute(),
    /** Somebody invited, checked in the conversation. */
    async check(id: string, name: string, { at = new Date(), hours = 24, needs = [] as Need[] } = {}) {
      const participantId = randomUUID()
      const details = { name, dateOfBirth: '1961-04-03', mobile: '07700 900123', address: '1 High Street, Stoke', postcode: 'ST1 1AA' }
      await db
        .insertInto('participants')
        .values({
          id: participantId,
          details: sealer.seal(JSON.stringify(details), `participant ${participantId}`),
          nhs_digest: `test:${participantId}`,
          needs,
          imported_at: at,
        })
        .execute()
      await check(id, participantId, at, hours)
      return participantId
    },
    /** Books her a place, of which she was told in these ways. */
    async book(participantId: string, startsAt: Date, notices: Told[] = []): Promise<void> {
      const code = randomUUID().slice(0, 8)
      const { rows } = await sql<{ id: string }>`
        with site as (
          insert into sites (code, name, kind) values (${code}, 'Hanley Health Centre', 'static') returning id
        ), clinic as (
          insert into clinics (code, site_id, day, slot_minutes) select ${code}, id, ${startsAt}::date, 10 from site returning id
        )
        insert into slots (clinic_id, starts_at, minutes) select id, ${startsAt}::timestamptz, 10 from clinic returning id`.execute(db)
      const made = await sql<{ id: string }>`
        insert into appointments (participant_id, programme, place_id, status, made_at)
        select ${participantId}::uuid, 'breast', id, 'booked', now() from places where slot_id = ${rows[0]?.id}::bigint returning id`.execute(
        db,
      )
      for (const { kind, via, status, at, code: outcome = null } of notices)
        await sql`
          insert into notices (appointment_id, kind, via, due_at, status, settled_at, outcome_code)
          values (${made.rows[0]?.id}::uuid, ${kind}, ${via}, ${at}::timestamptz, ${status}, ${status === 'due' ? null : at}::timestamptz,
            ${outcome}::text)`.execute(db)
    },
    /** The same person in another conversation. */
    checkAgain: (id: string, participantId: string, at = new Date()) => check(id, participantId, at, 24),
  }
}
