import { MemoryStorage } from 'botbuilder'
import { openDesk } from '../../src/app/openDesk.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { draftRoutes } from '../../src/consoles/staff/draftRoutes.ts'
import type { Intent } from '../../src/content/intentSchema.ts'
import type { ServiceFacts } from '../../src/content/serviceFactsSchema.ts'
import type { Channel } from '../../src/conversation/channel.ts'
import type { ChannelName } from '../../src/conversation/incomingEvent.ts'
import { draftContext, transcriptContext } from '../../src/conversation/sealContext.ts'
import { createSessions } from '../../src/conversation/sessions.ts'
import { createPostgresDrafts } from '../../src/handoff/postgresDrafts.ts'
import { createPostgresTakeover } from '../../src/handoff/postgresTakeover.ts'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { startConsole } from './consoleStandIn.ts'
import { deskConversations } from './deskConversations.ts'

const channels = new Map<ChannelName, Pick<Channel, 'present' | 'personDays'>>([
  ['messenger', { present: (reply) => (reply.type === 'message' ? [reply] : []), personDays: 7 }],
  ['directline', { present: (reply) => (reply.type === 'message' ? [reply] : []) }],
])

const parking: Intent = {
  id: 'parking',
  title: 'Parking',
  asked: 'Where can I park?',
  programme: 'breast',
  utterances: ['where can I park', 'is there a car park', 'parking', 'can I park there', 'do I pay for parking'],
  heard: [],
  asksNothing: false,
  answer: { text: '{{parking}}', followUps: [] },
  source: { name: 'test' },
  reviewed: '2026-11-01',
  reviewBy: '2027-11-01',
}
const results: Intent = { ...parking, id: 'results', title: 'Results', asked: 'When do I hear?', utterances: ['when do I get my results'] }
const intents = [parking, { ...results, answer: { text: 'Most people hear within two weeks.', followUps: [] } }]

/** The desk in the console's frame, on a database with conversations of a test's making. What is said is kept, and sent to nobody. */
export async function startDesk(database: Database, { clock = systemClock }: { clock?: Clock } = {}) {
  const conversations = deskConversations(database)
  const { db } = database
  const facts = async () =>
    ({ name: 'Demo Screening Service', timeZone: 'Europe/London', parking: 'The car park is free.' }) as ServiceFacts
  const takeover = createPostgresTakeover({
    db,
    sealer: conversations.sealer,
    clock,
    log: silentLog,
    audit: createPostgresAudit(db, clock),
    channels,
    threadControls: new Map(),
    serviceName: async () => 'Demo Screening Service',
    wake: () => {},
  })
  const { sealer } = conversations
  const drafts = createPostgresDrafts({ db, sealer, clock, draftContext, transcriptContext, channels, wake: () => {} })
  const sessions = createSessions(new MemoryStorage())
  const desk = openDesk({
    stores: { database, sealer: conversations.sealer },
    takeover,
    drafts,
    sessions,
    channels,
    participants: createPostgresParticipants({ db, sealer: conversations.sealer }),
    diary: createPostgresDiary({ db, clock }),
    content: {
      intents: () => intents,
      mayMean: async (query) => (query.includes('car') ? ['parking'] : []),
      fillFacts: (text, known) => text.replace('{{parking}}', known.parking),
    },
    facts,
    clock,
    log: silentLog,
    times: { lookMs: 1_000, restMs: 50 },
  })
  let opened: ReturnType<typeof desk.open> | undefined
  const app = await startConsole(database, (frame) => {
    opened = desk.open(frame)
    const { routes } = opened
    const timeZone = async () => (await facts()).timeZone
    return [...routes, ...draftRoutes({ routes: frame.routes, drafts, audit: createPostgresAudit(db, clock), timeZone, clock })]
  })
  return {
    ...app,
    conversations,
    takeover,
    sessions,
    noted: (conversationId: string) =>
      db.selectFrom('audit_log').where('subject_id', '=', conversationId).orderBy('id').select(['account_name', 'action', 'why']).execute(),
    alertAnew: (escalation: string) =>
      db.updateTable('escalations').set({ alerted_at: clock.now().toJSDate() }).where('id', '=', escalation).execute(),
    checkStreams: async (accountId: string) => opened?.checkStreams(accountId),
    async stop(): Promise<void> {
      opened?.stop()
      await app.stop()
    },
  }
}

export type DeskApp = Awaited<ReturnType<typeof startDesk>>
