import { randomUUID } from 'node:crypto'
import { openTakeover } from '../../src/app/openTakeover.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { presentReply } from '../../src/channels/messenger/presentReply.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { ServiceFacts } from '../../src/content/serviceFactsSchema.ts'
import type { Channel } from '../../src/conversation/channel.ts'
import { createPostgresInbox } from '../../src/conversation/postgresInbox.ts'
import type { Colleague } from '../../src/handoff/takeover.ts'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { messengerSettings, testSecrets } from './messengerSettings.ts'
import type { RunningService } from './startService.ts'

const channel = (more: Partial<Channel>) =>
  ({ showTyping: async () => {}, deliver: async () => ({ kind: 'sent' }) as const, ...more }) as Channel

/** Our desk as another process beside a running service has it: on the same database, the same page and the same stand-in of Meta. */
export async function openDesk({ databaseUrl, graph }: Pick<RunningService, 'databaseUrl' | 'graph'>, clock: Clock = systemClock) {
  const database = await openPostgres(databaseUrl, silentLog)
  const { db } = database
  const sealer = createSealer([testSecrets.secretKey])
  const wake = { roomHere: () => Number.POSITIVE_INFINITY, here: () => {}, anywhere: async () => {} }
  const { takeover, grantThread, chores } = openTakeover({
    settings: loadSettings({ DATABASE_URL: databaseUrl, SECRET_KEY: testSecrets.secretKey, ...messengerSettings(graph.url) }),
    stores: { database, sealer },
    conversations: {
      accept: createPostgresInbox({ db, sealer, clock, wake }),
      channels: new Map([
        ['messenger', channel({ name: 'messenger', present: (reply) => presentReply(reply), personDays: 7 })],
        ['botframework', channel({ name: 'botframework', present: (reply) => [reply] })],
      ]),
      wake: () => {},
    },
    lookAfterLeft: async () => {},
    facts: async () => ({ name: 'Harbourside Screening' }) as ServiceFacts,
    audit: createPostgresAudit(db, clock),
    clock,
    log: silentLog,
  })
  return {
    takeover,
    grantThread,
    now: () => clock.now(),
    sweep: () => chores[0]?.run(),
    async colleague(firstName: string): Promise<Colleague> {
      const row = { email: `${randomUUID()}@example.org`, first_name: firstName, roles: ['staff'], created_at: new Date() }
      const { id } = await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
      return { id, firstName }
    },
    conversationOf: (address: string) => db.selectFrom('conversations').where('address', '=', address).selectAll().executeTakeFirst(),
    outboxOf: (conversationId: string) =>
      db
        .selectFrom('outbox')
        .where('conversation_id', '=', conversationId)
        .orderBy('seq')
        .select(['speaker', 'status', 'outcome_code'])
        .execute(),
    escalationsOf: (conversationId: string) =>
      db.selectFrom('escalations').where('conversation_id', '=', conversationId).select(['reason', 'closed_as']).execute(),
    /** As if the patient had written so long ago. */
    heard: (conversationId: string, at: Date) =>
      db
        .updateTable('conversations')
        .set({ heard_at: at, reply_window_until: new Date(at.getTime() + 24 * 3_600_000) })
        .where('id', '=', conversationId)
        .execute(),
    close: () => database.close(),
  }
}
