import type { Settings } from '../config/settings.ts'
import type { Bot } from '../conversation/answerTurn.ts'
import { drainConversation } from '../conversation/drainConversation.ts'
import { createPostgresInbox } from '../conversation/postgresInbox.ts'
import { createPostgresLeases } from '../conversation/postgresLeases.ts'
import { createPostgresOutbox } from '../conversation/postgresOutbox.ts'
import { createPostgresTranscript } from '../conversation/postgresTranscript.ts'
import { createPostgresTurns } from '../conversation/postgresTurns.ts'
import { createSessions } from '../conversation/sessions.ts'
import { createWorker } from '../conversation/worker.ts'
import { createWatchOver } from '../handoff/createWatchOver.ts'
import type { Escalations } from '../handoff/escalation.ts'
import { createGiveUp } from '../handoff/giveUp.ts'
import { systemClock } from '../kernel/clock.ts'
import { checkSafety } from '../safety/gate.ts'
import { createPgBossJobs } from '../storage/pgBossJobs.ts'
import { keepPostgresHouse } from '../storage/postgresHousekeeping.ts'
import type { AppOptions } from './appOptions.ts'
import { openChannels } from './openChannels.ts'
import type { Stores } from './openStores.ts'

/** How many conversations a process works on at once: PGlite answers one query at a time, and a queue before it slows the webhook. */
const CONCURRENCY = { embedded: 3, postgres: 32 }

type Deps = {
  settings: Settings
  stores: Stores
  bot: Bot
  escalations: Escalations
  /** The service's phone number, for when the bot fails. */
  phone: () => Promise<string>
  options: AppOptions
}

/** From the inbox to the outbox: what takes events in, and what works on them. */
export function openConversations({ settings, stores, bot, escalations, phone, options }: Deps) {
  const { log, clock = systemClock, sweepMs = 5_000, leaseSeconds, wrap = {} } = options
  const { database, sealer, sessionStorage } = stores
  const { db, live, exclusive } = database
  const jobs = createPgBossJobs(database, log)
  const leases = createPostgresLeases(db, leaseSeconds)
  const work = {
    leases,
    channels: openChannels(settings, live, log, wrap.channel),
    turns: createPostgresTurns(db, sealer, clock),
    sessions: createSessions(wrap.sessionStorage?.(sessionStorage) ?? sessionStorage),
    outbox: createPostgresOutbox(db, sealer, clock),
    bot,
    giveUp: createGiveUp(escalations, phone),
    watchOver: createWatchOver(checkSafety, escalations),
    staffAnswered: ({ conversationId }: { conversationId: string }) => escalations.staffAnswered(conversationId),
    reportUndelivered: async ({ conversationId }: { conversationId: string }, { eventId }: { eventId: number }) =>
      void (await escalations.escalate({ conversationId, eventId, reason: 'undelivered' })),
    wakeLater: jobs.wakeLater,
    clock,
    log,
  }
  const worker = createWorker({
    drain: (conversationId) => drainConversation(work, conversationId),
    abandoned: leases.abandoned,
    concurrency: exclusive ? CONCURRENCY.embedded : CONCURRENCY.postgres,
    sweepMs,
    log,
  })
  const inbox = createPostgresInbox({
    db,
    sealer,
    clock,
    wake: {
      roomHere: () => (exclusive ? Number.POSITIVE_INFINITY : worker.room()),
      here: (conversationIds) => {
        for (const conversationId of conversationIds) worker.wake(conversationId)
      },
      anywhere: jobs.wake,
    },
  })

  return {
    accept: wrap.accept?.(inbox) ?? inbox,
    settleSent: (outboxId: string, providerMessageId: string) => work.outbox.settle(outboxId, { status: 'sent', providerMessageId }),
    transcript: createPostgresTranscript(db, sealer),
    async start(): Promise<void> {
      if (exclusive) await leases.freeAll()
      await jobs.start(
        async (conversationId) => {
          worker.wake(conversationId)
          await worker.hasRoom()
        },
        () => keepPostgresHouse(db),
      )
      await worker.start()
    },
    async stop(): Promise<void> {
      await worker.stop()
      await jobs.stop()
    },
  }
}

export type Conversations = ReturnType<typeof openConversations>
