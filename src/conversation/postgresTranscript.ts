import type { Kysely } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ChannelName } from './incomingEvent.ts'
import { transcriptContext } from './sealContext.ts'
import type { Author, TranscriptEntry } from './transcriptEntry.ts'

/** Reads transcripts. What the patient took back is left out. */
export function createPostgresTranscript(db: Kysely<Tables>, sealer: Sealer) {
  return {
    /** Entries of a conversation with a number above `after`, oldest first, at most `limit`. */
    async read(channel: ChannelName, address: string, after: number, limit: number): Promise<TranscriptEntry[]> {
      const rows = await db
        .selectFrom('transcript')
        .innerJoin('conversations', 'conversations.id', 'transcript.conversation_id')
        .where('channel', '=', channel)
        .where('address', '=', address)
        .where('seq', '>', after)
        .where('body', 'is not', null)
        .orderBy('seq')
        .limit(limit)
        .select(['transcript.id', 'conversation_id', 'seq', 'author', 'at', 'body'])
        .execute()
      return rows.map(({ id, conversation_id, seq, author, at, body }) => ({
        id,
        seq,
        author: author as Author,
        at,
        activity: JSON.parse(sealer.open(body ?? '', transcriptContext(conversation_id))),
      }))
    },
  }
}
