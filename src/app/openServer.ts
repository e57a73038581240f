import type { AddressInfo } from 'node:net'
import { directLineRoutes } from '../channels/directline/directLineRoutes.ts'
import { createTokens } from '../channels/directline/tokens.ts'
import { createObserve } from '../channels/messenger/createObserve.ts'
import { messengerWebhookRoutes } from '../channels/messenger/webhookRoutes.ts'
import type { Settings } from '../config/settings.ts'
import { chatPageRoutes } from '../consoles/patient/chatPageRoutes.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { createServer } from '../http/createServer.ts'
import { handleWith } from '../http/handle.ts'
import { healthRoutes } from '../http/healthRoutes.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Conversations } from './openConversations.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  settings: Settings
  stores: Stores
  conversations: Conversations
  facts: () => Promise<ServiceFacts>
  clock: Clock
  log: Log
}

/** The HTTP server with every route, not yet listening. */
export function openServer({ settings, stores, conversations, facts, clock, log }: Deps) {
  const { accept, transcript } = conversations
  const handle = handleWith(log)
  const server = createServer(log)
  const closeStreams = directLineRoutes({
    tokens: createTokens({ keys: stores.sealer.deriveKeys('directline-token'), clock }),
    accept,
    conversationLog: { read: (address, after, limit) => transcript.read('directline', address, after, limit) },
    live: stores.database.live,
    handle,
    clock,
    log,
    publicUrl: settings.publicUrl,
  })(server)
  healthRoutes({ handle, checks: stores.checks })(server)
  chatPageRoutes({ facts, handle })(server)
  const { messenger } = settings
  if (messenger)
    messengerWebhookRoutes({
      settings: messenger,
      accept,
      observe: createObserve({ settleSent: conversations.settleSent, log }),
      handle,
      log,
      clock,
    })(server)

  return {
    /** Resolves with the port. */
    start: () =>
      new Promise<number>((resolve, reject) => {
        server.once('error', reject)
        const listening = () => resolve((server.address() as AddressInfo).port)
        if (settings.host) server.listen(settings.port, settings.host, listening)
        else server.listen(settings.port, listening)
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        closeStreams()
        server.close(() => resolve())
        server.server.closeAllConnections()
      }),
  }
}
