import { type Kysely, sql } from 'kysely'
import type { DateTime } from 'luxon'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { dangers, type EscalationReason, type Escalations, quietDangers } from './escalation.ts'
import { type AnswerTimes, promiseFor } from './promise.ts'
import { promiseToTell } from './promiseToTell.ts'
import { staffHours } from './staffHours.ts'
import { urgencyOf } from './urgencyOf.ts'

type Deps = { db: Kysely<Tables>; sealer: Sealer; clock: Clock; log: Log; openingHours: () => Promise<AnswerTimes> }

/** Escalations in the database. Asking again for the same event and reason changes nothing. Each new one is logged at warn, and consoles hear of it. */
export function createPostgresEscalations({ db, sealer, clock, log, openingHours }: Deps): Escalations {
  const seal = (note: string) => sealer.seal(note, 'escalation')
  const openOnes = (conversationId: string) =>
    db.selectFrom('escalations').where('conversation_id', '=', conversationId).where('closed_at', 'is', null)

  /** What is open in a conversation, and what may be told there of when a person answers. */
  async function tellable(conversationId: string, times: AnswerTimes, now: DateTime, own: Date | undefined) {
    const all = await db
      .selectFrom('escalations')
      .where('conversation_id', '=', conversationId)
      .where((eb) => eb.or([eb('closed_at', 'is', null), eb('reason', 'in', quietDangers)]))
      .select(['reason', 'event_id', 'promised_for', 'closed_at'])
      .execute()
    const kept = all.map((row) => ({
      reason: row.reason as EscalationReason,
      eventId: row.event_id,
      isOpen: row.closed_at === null,
      ...(row.promised_for && { promisedFor: row.promised_for }),
    }))
    return { kept, hours: staffHours(times, now), promise: promiseToTell(times, now, kept, own), timeZone: times.timeZone }
  }

  return {
    async escalate({ conversationId, eventId, reason, note }) {
      const urgency = urgencyOf(reason)
      const now = clock.now()
      const times = await openingHours()
      const own = promiseFor(times, now, times.answerWithin[urgency])
      const created = await db
        .insertInto('escalations')
        .values({
          conversation_id: conversationId,
          event_id: eventId,
          reason,
          urgency,
          created_at: now.toJSDate(),
          note: note ? seal(note) : null,
          promised_for: orEarlier(own, conversationId, now.toJSDate()),
        })
        .onConflict((conflict) => conflict.columns(['event_id', 'reason']).doNothing())
        .returning([
          'id',
          sql<string | null>`(select correlation_id from inbox where id = event_id)`.as('correlation_id'),
          sql`(select pg_notify('conversation', 'changed ' || address) from conversations where id = conversation_id)`.as('told'),
        ])
        .executeTakeFirst()
      if (created)
        log.warn('escalation.opened', {
          correlationId: created.correlation_id,
          escalation: created.id,
          conversation: conversationId,
          reason,
          urgency,
        })
      const { kept, ...told } = await tellable(conversationId, times, now, own)
      return { alreadyOpen: kept.some((one) => one.isOpen && one.reason === reason && one.eventId !== eventId), ...told }
    },

    async promised(conversationId) {
      const { kept: _, ...told } = await tellable(conversationId, await openingHours(), clock.now(), undefined)
      return told
    },

    async addNote(conversationId, reason, note) {
      const newest = await openOnes(conversationId)
        .where('reason', '=', reason)
        .orderBy('created_at', 'desc')
        .orderBy('event_id', 'desc')
        .select(['id', 'note'])
        .executeTakeFirst()
      if (!newest) return false
      const lines = [newest.note ? sealer.open(newest.note, 'escalation') : '', note].filter(Boolean)
      if (lines.length === 2 && lines[0]?.split('\n').includes(note)) return true
      await db
        .updateTable('escalations')
        .set({ note: seal(lines.join('\n')) })
        .where('id', '=', newest.id)
        .execute()
      return true
    },

    async withdraw(conversationId, reason) {
      if (dangers.includes(reason)) return
      await db
        .updateTable('escalations')
        .where('conversation_id', '=', conversationId)
        .where('closed_at', 'is', null)
        .where('reason', '=', reason)
        .set({ closed_at: clock.now().toJSDate(), closed_as: 'closed' })
        .execute()
    },

    async staffAnswered(conversationId, answeredAt) {
      await db
        .updateTable('escalations')
        .set({ closed_at: clock.now().toJSDate(), closed_as: 'answered' })
        .where('conversation_id', '=', conversationId)
        .where('closed_at', 'is', null)
        .where('reason', 'not in', dangers)
        .where('created_at', '<=', answeredAt)
        .execute()
    },
  }
}

/** Who asks again while somebody is to answer is promised the same time, not a later one. */
function orEarlier(own: Date | undefined, conversationId: string, now: Date) {
  return sql<Date | null>`least(${own ?? null}::timestamptz, (
    select min(promised_for) from escalations
    where conversation_id = ${conversationId} and closed_at is null and promised_for > ${now}::timestamptz))`
}
