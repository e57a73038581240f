import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Outbox, Permission } from './outbox.ts'
import { transcriptContext } from './sealContext.ts'

/** The outbox in the database. */
export function createPostgresOutbox(db: Kysely<Tables>, sealer: Sealer, clock: Clock): Outbox {
  return {
    async pending(claim) {
      const rows = await db
        .selectFrom('outbox')
        .innerJoin('transcript', 'transcript.id', 'outbox.id')
        .innerJoin('conversations', 'conversations.id', 'outbox.conversation_id')
        .where('outbox.conversation_id', '=', claim.conversationId)
        .where('outbox.status', '=', 'pending')
        .where((eb) => eb.or([eb('deliver_after', 'is', null), eb('deliver_after', '<', sql<Date>`clock_timestamp()`)]))
        .orderBy('outbox.seq')
        .select(['outbox.id', 'outbox.attempts', 'transcript.event_id', 'transcript.body', 'owner', 'reply_window_until'])
        .execute()
      const messages = rows.map((row) => ({
        id: row.id,
        conversationId: claim.conversationId,
        address: claim.address,
        reply: JSON.parse(sealer.open(row.body ?? '', transcriptContext(claim.conversationId))),
        attempts: row.attempts,
        eventId: row.event_id,
      }))
      return { messages, permission: toPermission(rows[0]) }
    },

    async permission(claim) {
      const row = await db
        .selectFrom('conversations')
        .where('id', '=', claim.conversationId)
        .select(['owner', 'reply_window_until'])
        .executeTakeFirst()
      return toPermission(row)
    },

    async settle(messageId, { status, code, providerMessageId }) {
      await db
        .updateTable('outbox')
        .set({ status, settled_at: clock.now().toJSDate(), outcome_code: code ?? null, provider_message_id: providerMessageId ?? null })
        .where('id', '=', messageId)
        .where('status', '=', 'pending')
        .execute()
    },

    async settleAll(claim, { status, code }) {
      await db
        .updateTable('outbox')
        .set({ status, settled_at: clock.now().toJSDate(), outcome_code: code })
        .where('conversation_id', '=', claim.conversationId)
        .where('status', '=', 'pending')
        .execute()
    },

    async putOff(claim, messageId, ms) {
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('outbox').set({ attempts: sql<number>`attempts + 1` }).where('id', '=', messageId).execute()
        await trx
          .updateTable('conversations')
          .set({ deliver_after: sql<Date>`clock_timestamp() + make_interval(secs => ${ms / 1000})` })
          .where('id', '=', claim.conversationId)
          .execute()
      })
    },
  }
}

/** What is not known is not permitted. */
function toPermission(row: { owner: string; reply_window_until: Date | null } | undefined): Permission {
  return { botOwns: row?.owner === 'bot', ...(row?.reply_window_until ? { replyWindowUntil: row.reply_window_until } : {}) }
}
