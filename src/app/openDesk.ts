import type { Request, Server } from 'restify'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import type { Diary } from '../booking/diary.ts'
import type { Participants } from '../booking/participant.ts'
import { createPostgresConversationsOf } from '../booking/postgresConversationsOf.ts'
import { createPostgresPeopleNames } from '../booking/postgresPeopleNames.ts'
import { answersRoutes } from '../consoles/staff/answersRoutes.ts'
import { createConversationPage } from '../consoles/staff/conversationPage.ts'
import { conversationRoutes } from '../consoles/staff/conversationRoutes.ts'
import { liveRoutes } from '../consoles/staff/liveRoutes.ts'
import { createMayRead, createWasRead } from '../consoles/staff/mayRead.ts'
import { createNoteReading } from '../consoles/staff/noteReading.ts'
import { ownershipRoutes } from '../consoles/staff/ownershipRoutes.ts'
import { createPieces } from '../consoles/staff/pieces.ts'
import { createQueueFeed } from '../consoles/staff/queueFeed.ts'
import { queueRoutes } from '../consoles/staff/queueRoutes.ts'
import { createQueueView } from '../consoles/staff/queueView.ts'
import type { RenderPage } from '../consoles/staff/renderPage.ts'
import { sayingRoutes } from '../consoles/staff/sayingRoutes.ts'
import { createTalkView } from '../consoles/staff/talkView.ts'
import type { ConsoleRoutes, SignedIn } from '../consoles/staff/visit.ts'
import { createAnswerOf, createFindAnswers } from '../content/findAnswers.ts'
import type { Intent } from '../content/intentSchema.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import type { Channel } from '../conversation/channel.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import { transcriptContext } from '../conversation/sealContext.ts'
import type { Sessions } from '../conversation/sessions.ts'
import type { Drafts } from '../handoff/drafts.ts'
import { createPostgresConversationView } from '../handoff/postgresConversationView.ts'
import { createPostgresDesk } from '../handoff/postgresDesk.ts'
import { createPostgresQueue } from '../handoff/postgresQueue.ts'
import { createReadPersonCard } from '../handoff/readPersonCard.ts'
import { createReadTalkCard } from '../handoff/readTalkCard.ts'
import { shownActivity, wordsOf } from '../handoff/shownActivity.ts'
import type { Takeover } from '../handoff/takeover.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { createPostgresNoticeHistory } from '../outreach/postgresNoticeHistory.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  takeover: Takeover
  /** What the bot has prepared. */
  drafts: Pick<Drafts, 'waiting'>
  sessions: Pick<Sessions, 'load'>
  channels: ReadonlyMap<ChannelName, Pick<Channel, 'personDays'>>
  participants: Pick<Participants, 'get'>
  diary: Pick<Diary, 'of'>
  /** What the assistant knows to say. */
  content: {
    intents: () => Iterable<Intent>
    mayMean: (query: string) => Promise<string[]>
    fillFacts: (text: string, facts: ServiceFacts) => string
  }
  facts: () => Promise<ServiceFacts>
  clock: Clock
  log: Log
  /** Milliseconds between looks of the consoles. */
  times?: { lookMs: number; restMs: number }
}

/** What the console needs of the frame that signs people in. */
type Frame = {
  routes: ConsoleRoutes
  render: Pick<RenderPage, 'fragment'>
  /** Who is signed in, without making the session last longer for it. */
  signedIn: (req: Request) => Promise<SignedIn | undefined>
}

type OpenDesk = {
  routes: ((server: Server) => void)[]
  /** Ends at once those of her streams whose session is over. */
  checkStreams(accountId: string): Promise<void>
  stop(): void
}

/** The desk: the queue, the conversations, and what comes in by itself. */
export function openDesk(deps: Deps) {
  const { stores, takeover, drafts, sessions, channels, participants, diary, content, facts, clock, log, times } = deps
  const { database, sealer } = stores
  const { db, live } = database
  const audit = createPostgresAudit(db, clock)
  const people = createPostgresPeopleNames(db, sealer)
  const namesOf = async (ids: string[]) => new Map([...(await people(ids))].map(([id, { name }]) => [id, name]))
  const timeZone = async () => (await facts()).timeZone
  const { notes, cannedReplies, colleagues, closeEscalation, hasReason } = createPostgresDesk({ db, sealer, clock })
  const personDays = (channel: ChannelName) => channels.get(channel)?.personDays
  const view = createPostgresConversationView({ db, sealer, transcriptContext, namesOf, personDays, clock })
  const queue = createPostgresQueue({ db, wordsOf: lineOf, namesOf, clock })
  const { mayMean } = content
  const pack = { intents: content.intents, fill: async (text: string) => content.fillFacts(text, await facts()) }
  const findAnswers = createFindAnswers({ ...pack, mayMean })
  const answerOf = createAnswerOf(pack)
  const told = { notices: createPostgresNoticeHistory(db), conversationsOf: createPostgresConversationsOf(db) }
  const personCard = createReadPersonCard({ participants, diary, ...told, timeZone, clock })
  const readCard = createReadTalkCard({ sessions, personCard, mayMean, answerOf })

  /** One line of an entry; nothing where no key of ours opens it. */
  function lineOf(conversationId: string, body: string): string {
    try {
      return wordsOf(shownActivity(JSON.parse(sealer.open(body, transcriptContext(conversationId)))))
    } catch {
      return ''
    }
  }

  return {
    /** How many wait, for the numbers in the navigation. */
    waiting: async () => (await queue.counts()).waiting,
    /** The routes in the console's frame, and what ends their streams. */
    open({ routes, render, signedIn }: Frame): OpenDesk {
      const pieces = createPieces(render)
      const queueView = createQueueView({ queue, pieces, timeZone, clock })
      const talkView = createTalkView({ view, colleagues, drafts, readCard, pieces, timeZone, clock })
      const feed = createQueueFeed({ queueView, talkView, live, log, ...(times ? { times } : {}) })
      const reasonsOf = async (id: string) => (await view.escalations(id)).flatMap(({ closed, reason }) => (closed ? [] : [reason]))
      const wasRead = createWasRead({ hasReason, clock })
      const mayRead = createMayRead({ reasonsOf, wasRead })
      const noteReading = createNoteReading({ mayRead, wasRead, audit })
      const showPage = createConversationPage({ queueView, talkView, cannedReplies, findAnswers, answerOf, render })
      const common = { routes, talkView, mayRead, noteReading, showPage, audit, timeZone, clock }
      const streams = liveRoutes({ routes, feed, talkView, mayRead, noteReading, signedIn, log })
      return {
        routes: [
          ...queueRoutes({ routes, queueView }),
          ...conversationRoutes(common),
          ...ownershipRoutes({ ...common, takeover, closeEscalation, colleagues }),
          ...sayingRoutes({ ...common, takeover, notes, writes: feed.writes }),
          ...answersRoutes({ routes, findAnswers }),
          ...streams.routes,
        ],
        checkStreams: streams.checkNow,
        stop() {
          feed.stop()
          streams.close()
        },
      }
    },
  }
}

export type Desk = ReturnType<typeof openDesk>
