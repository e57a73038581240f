import { whenAnswered } from '../../dialogs/whenAnswered.ts'
import { createPostgresDataDeletions } from '../channels/messenger/postgresDataDeletions.ts'
import type { Settings } from '../config/settings.ts'
import { acceptInTime } from '../conversation/acceptInTime.ts'
import { acceptMasked } from '../conversation/acceptMasked.ts'
import type { Bot } from '../conversation/answerTurn.ts'
import type { Assist } from '../conversation/assist.ts'
import { drainConversation } from '../conversation/drainConversation.ts'
import { ECHO_WAIT_MS } from '../conversation/mayGo.ts'
import { createPostgresChannelStates } from '../conversation/postgresChannelStates.ts'
import { createPostgresDepths } from '../conversation/postgresDepths.ts'
import { createPostgresErasure } from '../conversation/postgresErasure.ts'
import { createPostgresInbox } from '../conversation/postgresInbox.ts'
import { createPostgresLeases } from '../conversation/postgresLeases.ts'
import { createPostgresOutbox } from '../conversation/postgresOutbox.ts'
import { createPostgresReceipts } from '../conversation/postgresReceipts.ts'
import { createPostgresTranscript } from '../conversation/postgresTranscript.ts'
import { createPostgresTurns } from '../conversation/postgresTurns.ts'
import { createSessions } from '../conversation/sessions.ts'
import { settleSurely } from '../conversation/settleSurely.ts'
import { wakeAfter } from '../conversation/wakeAfter.ts'
import { createWorker } from '../conversation/worker.ts'
import { createWatchOver } from '../handoff/createWatchOver.ts'
import type { Escalations } from '../handoff/escalation.ts'
import { createGiveUp } from '../handoff/giveUp.ts'
import { maskNumbers } from '../identity/maskNumbers.ts'
import { systemClock } from '../kernel/clock.ts'
import type { Measures } from '../kernel/measures.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import { type Chore, createPgBossJobs } from '../storage/pgBossJobs.ts'
import { keepPostgresHouse } from '../storage/postgresHousekeeping.ts'
import type { AppOptions } from './appOptions.ts'
import { measured } from './measured.ts'
import { openChannels } from './openChannels.ts'
import type { Stores } from './openStores.ts'

/** How many conversations a process works on at once: PGlite answers one query at a time, and a queue before it slows the webhook. */
const CONCURRENCY = { embedded: 3, postgres: 32 }

/** How long messages may still be begun after the last turn; one of them takes 10 s at most. */
const LAST_SENDS_MS = 3_000

type Deps = {
  settings: Settings
  stores: Stores
  bot: Bot
  findDanger: FindDanger
  escalations: Escalations
  assist: Assist
  /** The service's phone number, for when the bot fails. */
  phone: () => Promise<string>
  options: AppOptions
  measures: Measures
}

/** From the inbox to the outbox: what takes events in, and what works on them. */
export function openConversations({ settings, stores, bot, findDanger, escalations, assist, phone, options, measures }: Deps) {
  const { log, clock = systemClock, sweepMs = 5_000, leaseSeconds, echoWaitMs = ECHO_WAIT_MS, wrap = {} } = options
  const { database, sealer, sessionStorage } = stores
  const { db, live, exclusive } = database
  const measure = measured(measures)
  let endsAt: number | undefined
  const jobs = createPgBossJobs(database, log)
  const leases = createPostgresLeases(db, leaseSeconds)
  const channelStates = createPostgresChannelStates(db)
  const wakeHere = wakeAfter((conversationId) => worker.wake(conversationId))
  const work = {
    leases,
    channels: openChannels(settings, live, log, measures, wrap.channel),
    turns: measure.turns(createPostgresTurns(db, sealer, clock)),
    sessions: measure.sessions(createSessions(wrap.sessionStorage?.(sessionStorage) ?? sessionStorage)),
    outbox: settleSurely(createPostgresOutbox(db, sealer, clock), () => endsAt === undefined),
    channelStates,
    bot: measure.bot(bot),
    giveUp: createGiveUp(escalations, phone, async (escalated) => whenAnswered(escalated, clock.now())),
    assist,
    watchOver: createWatchOver(findDanger, escalations),
    staffAnswered: ({ conversationId }: { conversationId: string }, answeredAt: Date) =>
      escalations.staffAnswered(conversationId, answeredAt),
    reportUndelivered: async ({ conversationId }: { conversationId: string }, { eventId }: { eventId: number }) =>
      void (await escalations.escalate({ conversationId, eventId, reason: 'undelivered' })),
    wakeLater: jobs.wakeLater,
    wakeHere: wakeHere.wake,
    echoWaitMs,
    mayBegin: { turn: () => endsAt === undefined, send: () => performance.now() < (endsAt ?? Number.POSITIVE_INFINITY) },
    clock,
    log,
    measures,
  }
  const worker = createWorker({
    drain: (conversationId) => drainConversation(work, conversationId),
    abandoned: (limit) => leases.abandoned(limit, [...work.channels.keys()]),
    concurrency: exclusive ? CONCURRENCY.embedded : CONCURRENCY.postgres,
    sweepMs,
    log,
  })
  const wake = (conversationIds: string[]) => {
    for (const conversationId of conversationIds) worker.wake(conversationId)
  }
  const inbox = createPostgresInbox({
    db,
    sealer,
    clock,
    wake: {
      roomHere: () => (exclusive ? Number.POSITIVE_INFINITY : worker.room()),
      here: wake,
      anywhere: jobs.wake,
    },
  })

  return {
    accept: measure.accept(acceptMasked(acceptInTime(wrap.accept?.(inbox) ?? inbox), maskNumbers)),
    load: worker.load,
    depths: createPostgresDepths(db, clock),
    keepReceipts: createPostgresReceipts(db, clock),
    channelStates,
    channels: work.channels,
    sessions: work.sessions,
    dataDeletions: createPostgresDataDeletions({ db, sealer, clock, eraseWords: createPostgresErasure(db, clock, work.sessions.forget) }),
    wake,
    transcript: createPostgresTranscript(db, sealer),
    async start(chores: Chore[]): Promise<void> {
      if (exclusive) await leases.freeAll()
      await jobs.start(
        async (conversationId) => {
          worker.wake(conversationId)
          await worker.hasRoom()
        },
        [{ name: 'housekeeping', cron: '17 * * * *', run: () => keepPostgresHouse(db) }, ...chores],
      )
      await worker.start()
    },
    /** Finishes the turns that were begun and what is being sent; what is left is for another process, or the next start. */
    async stop(): Promise<void> {
      endsAt = performance.now() + LAST_SENDS_MS
      wakeHere.stop()
      await worker.stop()
      await jobs.stop()
    },
  }
}

export type Conversations = ReturnType<typeof openConversations>
