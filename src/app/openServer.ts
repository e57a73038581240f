import type { AddressInfo } from 'node:net'
import type { Server } from 'restify'
import { BotFrameworkAdapter } from '../channels/botframework/botFrameworkAdapter.ts'
import { botFrameworkRoutes } from '../channels/botframework/botFrameworkRoutes.ts'
import { facesOutside } from '../channels/botframework/facesOutside.ts'
import { directLineRoutes } from '../channels/directline/directLineRoutes.ts'
import { createTokens } from '../channels/directline/tokens.ts'
import { createObserve } from '../channels/messenger/createObserve.ts'
import { dataDeletionRoutes } from '../channels/messenger/dataDeletionRoutes.ts'
import { deletionPageRoutes } from '../channels/messenger/deletionPageRoutes.ts'
import { messengerWebhookRoutes } from '../channels/messenger/webhookRoutes.ts'
import type { Settings } from '../config/settings.ts'
import { chatPageRoutes } from '../consoles/patient/chatPageRoutes.ts'
import { checkPageRoutes } from '../consoles/patient/checkPageRoutes.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import type { ChannelStates } from '../conversation/channelStates.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import { closeGently } from '../http/closeGently.ts'
import { createServer } from '../http/createServer.ts'
import { type Handle, handleWith } from '../http/handle.ts'
import { healthRoutes } from '../http/healthRoutes.ts'
import { metricsRoutes } from '../http/metricsRoutes.ts'
import { createRateLimit, type RateLimit } from '../http/rateLimit.ts'
import type { CheckLinks } from '../identity/checkLinks.ts'
import type { CheckPerson } from '../identity/checkPerson.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { PromMeasures } from '../kernel/promMeasures.ts'
import { measured } from './measured.ts'
import type { Conversations } from './openConversations.ts'
import type { Stores } from './openStores.ts'

/** How long open requests may take to finish; then they are cut off. */
const LAST_REQUESTS_MS = 3_000

/** What routes are made with. */
export type Frame = { handle: Handle; limit: RateLimit }

type Deps = {
  settings: Settings
  stores: Stores
  conversations: Conversations
  links: CheckLinks
  checkPerson: CheckPerson
  /** Further routes. */
  more: (frame: Frame) => ((server: Server) => void)[]
  /** Ends further streams, which would hold the server open. */
  stopStreams: () => void
  /** For another app that asks for a thread. */
  grantThread: ((request: { address: string; appId: string; at: Date }) => Promise<void>) | undefined
  facts: () => Promise<ServiceFacts>
  clock: Clock
  log: Log
  measures: PromMeasures
}

/** The HTTP server with every route, not yet listening. */
export function openServer({ settings, stores, conversations, facts, clock, log, measures, ...deps }: Deps) {
  const { links, checkPerson, more, stopStreams, grantThread } = deps
  const { accept, transcript } = conversations
  const rateLimits = measured(measures).rateLimits(stores.rateLimits)
  const limit = createRateLimit({ rateLimits, trustedProxies: settings.trustedProxies, log })
  const handle = handleWith(log, limit)
  const server = createServer(log, measures)
  const closing = closeGently(server, log)
  let isStopping = false
  const closeStreams = directLineRoutes({
    tokens: createTokens({ keys: stores.sealer.deriveKeys('directline-token'), clock }),
    accept,
    conversationLog: { read: (address, after, limit) => transcript.read('directline', address, after, limit) },
    live: stores.database.live,
    handle,
    limit,
    clock,
    log,
    measures,
    publicUrl: settings.publicUrl,
  })(server)
  healthRoutes({
    handle,
    checks: stores.checks,
    troubles: {
      ...(settings.messenger ? { messenger: () => stoppedBecause(conversations.channelStates, 'messenger') } : {}),
      botframework: () => stoppedBecause(conversations.channelStates, 'botframework'),
    },
    isStopping: () => isStopping,
  })(server)
  metricsRoutes({ handle, exposition: measures.exposition, token: settings.metricsToken })(server)
  chatPageRoutes({ facts, handle, limit })(server)
  const formKeys = stores.sealer.deriveKeys('check-form')
  checkPageRoutes({ links, checkPerson, facts, formKeys, handle, limit, clock })(server)
  for (const routes of more({ handle, limit })) routes(server)
  botFrameworkRoutes({
    adapter: new BotFrameworkAdapter(settings.botFramework),
    accept,
    handle,
    limit,
    clock,
    log,
    facesOutside: facesOutside(settings),
  })(server)
  const { messenger } = settings
  const { dataDeletions: deletions } = conversations
  deletionPageRoutes({ deletions, facts, messengerIsOn: messenger !== undefined, handle, limit })(server)
  if (messenger) {
    const { appSecret } = messenger
    dataDeletionRoutes({ appSecret, publicUrl: settings.publicUrl, deletions, handle, log })(server)
    messengerWebhookRoutes({
      settings: messenger,
      accept,
      observe: createObserve({
        keepReceipts: conversations.keepReceipts,
        wake: conversations.wake,
        ...(grantThread && { grantThread }),
        log,
      }),
      handle,
      log,
      measures,
      clock,
    })(server)
  }

  return {
    /** Resolves with the port. */
    start: () =>
      new Promise<number>((resolve, reject) => {
        server.once('error', reject)
        const listening = () => resolve((server.address() as AddressInfo).port)
        if (settings.host) server.listen(settings.port, settings.host, listening)
        else server.listen(settings.port, listening)
      }),
    /** From now on `/readyz` says so; everything is served as before. */
    announceStop() {
      isStopping = true
    },
    openRequests: closing.openRequests,
    async stop(): Promise<void> {
      closeStreams()
      stopStreams()
      await closing.close(LAST_REQUESTS_MS)
    },
  }
}

/** Why nothing goes out on a channel, and what to do. */
async function stoppedBecause(channelStates: ChannelStates, channel: ChannelName): Promise<string | undefined> {
  const stopped = await channelStates.stopped(channel)
  return stopped && `Nothing has gone out since ${stopped.since.toISOString()} (${stopped.code}). ${stopped.advice}`
}
