import type { Reply } from '../../conversation/activity.ts'
import type { Channel, DeliveryOutcome, OutgoingMessage } from '../../conversation/channel.ts'
import type { Log } from '../../kernel/log.ts'
import type { BotFrameworkAdapter } from './botFrameworkAdapter.ts'
import { deliveryOutcome, stopAdvice } from './deliveryOutcome.ts'
import { isLoopbackUrl } from './loopback.ts'
import { type ReplyRoute, readReplyRoute } from './replyRoute.ts'

type Deps = { adapter: BotFrameworkAdapter; log: Log }

/**
 * The way out to the Emulator and to Azure's channels, by the connector at the serviceUrl that the person's last activity
 * named. Never throws. Replies go through as they are: each channel shows choices and cards in its own way.
 */
export function createBotFrameworkChannel({ adapter, log }: Deps): Channel {
  return {
    name: 'botframework',
    present: (reply) => (reply.type === 'message' || isHandoff(reply) ? [reply] : []),
    async deliver(message) {
      const outcome = await deliver(adapter, message)
      if (outcome.kind !== 'sent')
        log.warn('botframework.send.failed', {
          outboxId: message.id,
          conversationId: message.conversationId,
          outcome: outcome.kind,
          code: outcome.code,
        })
      return outcome
    },
    async showTyping() {},
  }
}

/** The SDK's events by which a bot tells an agent hub of a handover; no other channel of ours has a use for them. */
const isHandoff = ({ type, name }: Reply): boolean => type === 'event' && (name?.startsWith('handoff.') ?? false)

async function deliver(adapter: BotFrameworkAdapter, { replyTo, reply }: OutgoingMessage): Promise<DeliveryOutcome> {
  const route = readReplyRoute(replyTo)
  if (!route) return { kind: 'unreachable', code: 'NO_REPLY_ROUTE' }
  const objection = objectionTo(route, adapter)
  if (objection) return objection
  try {
    const providerMessageId = await adapter.say(route, reply)
    return { kind: 'sent', ...(providerMessageId ? { providerMessageId } : {}) }
  } catch (error) {
    return deliveryOutcome(error)
  }
}

/** Our token goes only to those who proved themselves, and without one nobody but this machine is called. */
function objectionTo({ reference, audience }: ReplyRoute, { appId }: BotFrameworkAdapter): DeliveryOutcome | undefined {
  if (appId) return audience ? undefined : { kind: 'unreachable', code: 'NOT_AUTHENTICATED' }
  if (audience) return { kind: 'channelStopped', code: 'NO_APP_ID', advice: stopAdvice.noAppId, retryMs: 60_000 }
  return isLoopbackUrl(reference.serviceUrl ?? '') ? undefined : { kind: 'unreachable', code: 'NOT_LOCAL' }
}
