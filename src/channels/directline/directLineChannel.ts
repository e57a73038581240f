import type { Channel } from '../../conversation/channel.ts'
import type { LiveEvents } from '../../conversation/liveEvents.ts'

/**
 * The way out to Direct Line clients. They read the transcript themselves, where a reply already is when it comes to be
 * delivered: delivering is telling them to look, and a hint that is lost is made good by their next look.
 */
export function createDirectLineChannel({ live }: { live: LiveEvents }): Channel {
  return {
    name: 'directline',
    isRepeatable: true,
    present: (reply) => (reply.type === 'message' ? [reply] : []),
    async deliver({ address }) {
      await live.publish(address, 'changed').catch(() => undefined)
      return { kind: 'sent' }
    },
    async showTyping(_conversationId, address) {
      await live.publish(address, 'typing').catch(() => undefined)
    },
  }
}
