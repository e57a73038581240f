import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { Channel } from '../../src/conversation/channel.ts'
import type { ChannelName } from '../../src/conversation/incomingEvent.ts'
import { createPostgresTakeover } from '../../src/handoff/postgresTakeover.ts'
import type { Colleague } from '../../src/handoff/takeover.ts'
import type { Controlled, ThreadControl } from '../../src/handoff/threadControl.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { noon } from './conversationStores.ts'
import { testSecrets } from './messengerSettings.ts'

type Options = { channels?: ReadonlyMap<ChannelName, Pick<Channel, 'present' | 'personDays'>>; control?: () => Controlled }

const onlyMessages = new Map<ChannelName, Pick<Channel, 'present' | 'personDays'>>([
  ['messenger', { present: (reply) => (reply.type === 'message' ? [reply] : []), personDays: 7 }],
  ['botframework', { present: (reply) => [reply] }],
])

/** Taking over on a database, with a clock that a test moves, and a record of who was woken and of what was asked of the channel. */
export function takeoversOn({ db }: Database, { channels = onlyMessages, control = () => ({ kind: 'done' }) }: Options = {}) {
  let now: DateTime = noon
  const woken: string[] = []
  const asked: string[] = []
  const logged: { event: string; [fact: string]: unknown }[] = []
  const controlled = (what: string) => async (address: string) => {
    asked.push(`${what} ${address}`)
    return control()
  }
  const threadControl: ThreadControl = {
    take: controlled('take'),
    pass: controlled('pass'),
    passToInbox: controlled('passToInbox'),
    release: controlled('release'),
    request: controlled('request'),
    owner: async () => ({ kind: 'told' }),
  }
  const note = (event: string, facts = {}) => void logged.push({ ...facts, event })
  const deps = {
    db,
    sealer: createSealer([testSecrets.secretKey]),
    clock: { now: () => now },
    audit: createPostgresAudit(db, { now: () => now }),
    log: { debug: note, info: note, warn: note, error: note },
    channels,
    threadControls: new Map<ChannelName, ThreadControl>([['messenger', threadControl]]),
    serviceName: async () => 'Harbourside Screening',
    wake: (ids: string[]) => void woken.push(...ids),
  }
  return {
    deps,
    takeover: createPostgresTakeover(deps),
    woken,
    asked,
    logged,
    now: () => now,
    setNow: (next: DateTime) => {
      now = next
    },
    async colleague(firstName: string): Promise<Colleague> {
      const { id } = await db
        .insertInto('accounts')
        .values({ email: `${randomUUID()}@example.org`, first_name: firstName, roles: ['staff'], created_at: noon.toJSDate() })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id, firstName }
    },
    conversation: (id: string) => db.selectFrom('conversations').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
    outboxOf: (id: string) =>
      db.selectFrom('outbox').where('conversation_id', '=', id).orderBy('seq').select(['status', 'speaker', 'outcome_code']).execute(),
    escalationsOf: (id: string) =>
      db
        .selectFrom('escalations')
        .where('conversation_id', '=', id)
        .orderBy('created_at')
        .select(['reason', 'closed_as', 'closed_by'])
        .execute(),
    async escalate(conversationId: string, reason: string): Promise<void> {
      const { id } = await db.selectFrom('inbox').where('conversation_id', '=', conversationId).select('id').executeTakeFirstOrThrow()
      const row = { conversation_id: conversationId, event_id: id, reason, urgency: 'today', created_at: noon.toJSDate() }
      await db.insertInto('escalations').values(row).execute()
    },
  }
}
