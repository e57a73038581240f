import { sql } from 'kysely'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import type { ChannelName } from '../../src/conversation/incomingEvent.ts'
import { createPostgresTranscript } from '../../src/conversation/postgresTranscript.ts'
import { inboxContext } from '../../src/conversation/sealContext.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { embeddedSecretKey } from '../../src/storage/embeddedSecretKey.ts'
import { openPglite } from '../../src/storage/postgres/pgliteDatabase.ts'

/** What the embedded database of a service that has stopped holds, opened with its key. */
export async function openEmbeddedRecords(folder: string) {
  const database = await openPglite(folder)
  const { db } = database
  const sealer = createSealer([await embeddedSecretKey(folder)])
  const diary = createPostgresDiary({ db, clock: systemClock })
  const participants = createPostgresParticipants({ db, sealer })
  const transcript = createPostgresTranscript(db, sealer)

  return {
    /** All that was said in all conversations, as it was kept: the transcripts, and what came in. */
    async words(): Promise<string[]> {
      const conversations = await db.selectFrom('conversations').select(['channel', 'address']).execute()
      const said = await Promise.all(
        conversations.map(({ channel, address }) => transcript.read(channel as ChannelName, address, 0, 10_000)),
      )
      const came = await db
        .selectFrom('inbox')
        .innerJoin('conversations', 'conversations.id', 'conversation_id')
        .where('body', 'is not', null)
        .select(['channel', 'address', 'body'])
        .execute()
      return [
        ...said.flat().map(({ activity }) => JSON.stringify(activity)),
        ...came.map(({ channel, address, body }) => sealer.open(body ?? '', inboxContext({ channel, address }))),
      ]
    },
    /** Every row of every table as it lies there, as one text. */
    async atRest(): Promise<string> {
      const { rows } = await sql<{
        name: string
      }>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`.execute(db)
      const contents = []
      for (const { name } of rows) contents.push((await sql`select * from ${sql.raw(name)}`.execute(db)).rows)
      return JSON.stringify(contents)
    },
    /** Her appointments, the newest first. */
    async appointmentsOf(sx: string) {
      const person = await participants.find('breast', { sx })
      return person ? diary.of(person.id, 'breast') : []
    },
    close: () => database.close(),
  }
}
