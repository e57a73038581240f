import { createPageSubscription } from '../channels/messenger/pageSubscription.ts'
import { createPageWatch } from '../channels/messenger/pageWatch.ts'
import type { Settings } from '../config/settings.ts'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Conversations } from './openConversations.ts'
import { openGraph } from './openGraph.ts'

/** The watch over the Facebook page; nothing where Messenger is off. */
export function openPage({ messenger }: Settings, { channelStates }: Conversations, log: Log) {
  if (!messenger) return { chores: [], look: () => {} }
  const subscription = createPageSubscription(openGraph(messenger), messenger)
  const watch = createPageWatch({ subscription, channelStates, log })
  return {
    chores: [{ name: 'page-watch', cron: '*/5 * * * *', run: () => watch.look() }],
    /** At the start, beside everything else: the service works without it. */
    look: () => void watch.look({ atStart: true }).catch((error) => log.warn('messenger.watch.failed', { cause: errorKind(error) })),
  }
}
