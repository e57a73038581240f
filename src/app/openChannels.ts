import { BotFrameworkAdapter } from '../channels/botframework/botFrameworkAdapter.ts'
import { createBotFrameworkChannel } from '../channels/botframework/botFrameworkChannel.ts'
import { createDirectLineChannel } from '../channels/directline/directLineChannel.ts'
import { createMessengerChannel } from '../channels/messenger/messengerChannel.ts'
import { createSendApi } from '../channels/messenger/sendApi.ts'
import type { Settings } from '../config/settings.ts'
import type { Channel } from '../conversation/channel.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { LiveEvents } from '../conversation/liveEvents.ts'
import type { Log } from '../kernel/log.ts'
import type { Measures } from '../kernel/measures.ts'
import { measured } from './measured.ts'
import { openGraph } from './openGraph.ts'

/** The ways out to patients: the web chat and the Bot Framework's channels always, Messenger when it is configured. */
export function openChannels(
  { messenger, botFramework }: Settings,
  live: LiveEvents,
  log: Log,
  measures: Measures,
  wrap = (channel: Channel) => channel,
): Map<ChannelName, Channel> {
  const channels = [createDirectLineChannel({ live }), createBotFrameworkChannel({ adapter: new BotFrameworkAdapter(botFramework), log })]
  if (messenger) {
    const send = createSendApi(openGraph(messenger), messenger.pageId)
    channels.push(
      createMessengerChannel({
        send,
        sendsPerSecond: messenger.sendRate,
        onUsage: ({ percent }) => measures.metaUsage(percent / 100),
        log,
      }),
    )
  }
  const measure = measured(measures)
  return new Map(channels.map((channel) => [channel.name, measure.channel(wrap(channel))]))
}
