import type { Audit } from '../audit/audit.ts'
import { pageInboxAppId } from '../channels/messenger/pageInbox.ts'
import { createThreadControl } from '../channels/messenger/threadControl.ts'
import type { Settings } from '../config/settings.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import { createGrantThread } from '../handoff/createGrantThread.ts'
import { createPostgresTakeover } from '../handoff/postgresTakeover.ts'
import type { Takeover } from '../handoff/takeover.ts'
import type { ThreadControl } from '../handoff/threadControl.ts'
import type { Clock } from '../kernel/clock.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Conversations } from './openConversations.ts'
import { openGraph } from './openGraph.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  settings: Settings
  stores: Pick<Stores, 'database' | 'sealer'>
  conversations: Pick<Conversations, 'accept' | 'channels' | 'wake'>
  /** Has somebody promised to patients whom a colleague has let go of. */
  lookAfterLeft: () => Promise<void>
  facts: () => Promise<ServiceFacts>
  audit: Audit
  clock: Clock
  log: Log
}

/** Whose a conversation is: taking over at our desk, and who has the thread where others share the channel. */
export function openTakeover({ settings: { messenger }, stores, conversations, lookAfterLeft, facts, audit, clock, log }: Deps) {
  const { db } = stores.database
  const control = messenger && createThreadControl({ graph: openGraph(messenger), pageId: messenger.pageId, log })
  const { sweepIdle, ...takeover } = createPostgresTakeover({
    db,
    sealer: stores.sealer,
    clock,
    log,
    audit,
    channels: conversations.channels,
    threadControls: new Map<ChannelName, ThreadControl>(control ? [['messenger', control]] : []),
    serviceName: async () => (await facts()).name,
    wake: conversations.wake,
  })
  /** What it cannot do now the next minute does. */
  const afterwards = <T>(done: T): T => {
    lookAfterLeft().catch((error: unknown) => log.warn('conversation.notPromised', errorFacts(error)))
    return done
  }
  return {
    takeover: {
      ...takeover,
      release: async (conversationId, by) => afterwards(await takeover.release(conversationId, by)),
      leaveAll: async (accountId) => afterwards(await takeover.leaveAll(accountId)),
    } satisfies Takeover,
    chores: [{ name: 'idle-owners', cron: '* * * * *', run: async () => afterwards(await sweepIdle()) }],
    /** For `createObserve`; absent where Messenger is off. */
    ...(control && {
      grantThread: createGrantThread({
        control,
        inboxAppId: pageInboxAppId,
        isHeld: async (address) => {
          const held = db.selectFrom('conversations').where('channel', '=', 'messenger').where('address', '=', address)
          return (await held.where('owner_account', 'is not', null).select('id').executeTakeFirst()) !== undefined
        },
        accept: conversations.accept,
        log,
      }),
    }),
  }
}
