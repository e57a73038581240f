import type { Kysely } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Requests } from './request.ts'

/** What a request's details are sealed for: they open for no other request. */
export const requestContext = (key: string): string => `request:${key}`

/** Requests to the office in the database. */
export function createPostgresRequests({ db, sealer, clock }: { db: Kysely<Tables>; sealer: Sealer; clock: Clock }): Requests {
  return {
    async add({ key, kind, conversationId, participantId, appointmentId, details }) {
      const added = await db
        .insertInto('requests')
        .values({
          request_key: key,
          kind,
          conversation_id: conversationId ?? null,
          participant_id: participantId ?? null,
          appointment_id: appointmentId ?? null,
          details: details === undefined ? null : sealer.seal(details, requestContext(key)),
          created_at: clock.now().toJSDate(),
          settled_at: null,
        })
        .onConflict((conflict) => conflict.column('request_key').doNothing())
        .returning('id')
        .executeTakeFirst()
      return added !== undefined
    },
    async withdrawStale(participantId) {
      await db
        .updateTable('requests')
        .set({ status: 'withdrawn', settled_at: clock.now().toJSDate() })
        .where('participant_id', '=', participantId)
        .where('kind', '=', 'confirmAppointment')
        .where('status', '=', 'asked')
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('appointments')
                .whereRef('appointments.id', '=', 'requests.appointment_id')
                .where('appointments.status', '=', 'asked')
                .select('appointments.id'),
            ),
          ),
        )
        .execute()
    },
  }
}
