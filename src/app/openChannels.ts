import { createDirectLineChannel } from '../channels/directline/directLineChannel.ts'
import { createGraphClient } from '../channels/messenger/graphClient.ts'
import { createMessengerChannel } from '../channels/messenger/messengerChannel.ts'
import type { Settings } from '../config/settings.ts'
import type { Channel } from '../conversation/channel.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { LiveEvents } from '../conversation/liveEvents.ts'
import type { Log } from '../kernel/log.ts'

/** The ways out to patients: the web chat always, Messenger when it is configured. */
export function openChannels(
  { messenger }: Settings,
  live: LiveEvents,
  log: Log,
  wrap = (channel: Channel) => channel,
): Map<ChannelName, Channel> {
  const channels = [createDirectLineChannel({ live })]
  if (messenger) {
    const { graphUrl: baseUrl, graphVersion: version, pageId, pageToken: token, appSecret } = messenger
    channels.push(createMessengerChannel({ graph: createGraphClient({ baseUrl, version, pageId, token, appSecret }), log }))
  }
  return new Map(channels.map((channel) => [channel.name, wrap(channel)]))
}
