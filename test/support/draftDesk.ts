import { sql } from 'kysely'
import { presentReply } from '../../src/channels/messenger/presentReply.ts'
import { draftContext, transcriptContext } from '../../src/conversation/sealContext.ts'
import { createPostgresDrafts } from '../../src/handoff/postgresDrafts.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { testSecrets } from './messengerSettings.ts'
import { eventually } from './startService.ts'

/** Where a colleague, Priya, sends what the bot of a running service has prepared. What she sends is found by the search for abandoned work. */
export async function openDraftDesk(databaseUrl: string) {
  const { db, close } = await openPostgres(databaseUrl, silentLog)
  const drafts = createPostgresDrafts({
    db,
    sealer: createSealer([testSecrets.secretKey]),
    clock: systemClock,
    draftContext,
    transcriptContext,
    channels: new Map([['messenger', { present: (reply) => presentReply(reply) }]]),
    wake: () => {},
  })
  const { id } = await db
    .insertInto('accounts')
    .values({ email: 'priya@example.org', first_name: 'Priya', roles: ['staff'], created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const priya = { id, firstName: 'Priya' }

  const conversationOf = async (psid: string) =>
    (await db.selectFrom('conversations').where('address', '=', psid).select('id').executeTakeFirst())?.id ?? ''

  async function waiting(psid: string) {
    const conversationId = await conversationOf(psid)
    return conversationId ? drafts.waiting(conversationId) : []
  }

  return {
    db,
    drafts,
    priya,
    waiting,
    /** Until something waits with these words in it. */
    waitsFor: (psid: string, part: string) =>
      eventually(async () => (await waiting(psid)).find(({ text }) => text.includes(part)), `a draft to ${psid} with "${part}"`),
    openPromises: async (psid: string) =>
      (
        await db
          .selectFrom('escalations')
          .where('conversation_id', '=', await conversationOf(psid))
          .where('closed_at', 'is', null)
          .select('reason')
          .execute()
      ).map(({ reason }) => reason),
    answering: (how: 'answer' | 'assist') =>
      sql`update service_facts set facts = jsonb_set(facts, '{answering}', to_jsonb(${how}::text))`.execute(db),
    /** Until nothing waits to be answered or sent. */
    quiet: () =>
      eventually(
        async () =>
          (await sql`select 1 from inbox where done_at is null union all select 1 from outbox where status = 'pending'`.execute(db)).rows
            .length === 0,
        'everything to be answered',
      ),
    close,
  }
}
