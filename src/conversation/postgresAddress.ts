import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ChannelName } from './incomingEvent.ts'

/** Where a conversation takes place. */
export async function findPostgresAddress(
  db: Kysely<Tables>,
  conversationId: string,
): Promise<{ channel: ChannelName; address: string } | undefined> {
  const row = await db.selectFrom('conversations').where('id', '=', conversationId).select(['channel', 'address']).executeTakeFirst()
  return row && { channel: row.channel as ChannelName, address: row.address }
}
