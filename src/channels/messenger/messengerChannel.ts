import type { Channel, DeliveryOutcome, OutgoingMessage } from '../../conversation/channel.ts'
import type { Log } from '../../kernel/log.ts'
import { deliveryOutcome } from './deliveryOutcome.ts'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'
import { presentReply } from './presentReply.ts'
import { toSendRequest } from './toSendRequest.ts'

const typingTimeoutMs = 2_000

/** Meta's refusal of rich features in a thread under regional rules. */
const noRichFeatures = '10/2018336'

/** The way out to Messenger. Never throws: whatever Meta answers is an outcome, and is logged by its codes. */
export function createMessengerChannel({ graph, log }: { graph: GraphClient; log: Log }): Channel {
  async function deliver(message: OutgoingMessage): Promise<DeliveryOutcome> {
    const outcome = await attempt(message)
    const plain = 'code' in outcome && outcome.code === noRichFeatures ? withoutCard(message) : undefined
    return plain ? attempt(plain) : outcome
  }

  async function attempt(message: OutgoingMessage): Promise<DeliveryOutcome> {
    const result = await graph.send(toSendRequest(message))
    const outcome = deliveryOutcome(result)
    if (outcome.kind !== 'sent') {
      const level = outcome.kind === 'channelStopped' ? 'error' : 'warn'
      log[level]('messenger.send.failed', {
        outboxId: message.id,
        conversationId: message.conversationId,
        outcome: outcome.kind,
        ...facts(result),
      })
    }
    return outcome
  }

  async function showTyping(conversationId: string, address: string): Promise<void> {
    const result = await graph.send({ recipient: { id: address }, sender_action: 'typing_on' }, { timeoutMs: typingTimeoutMs })
    if (result.kind !== 'ok') log.debug('messenger.typing.failed', { conversationId, ...facts(result) })
  }

  return { name: 'messenger', present: (reply) => presentReply(reply), deliver, showTyping }
}

/** The same message as plain text with its choices numbered; undefined when it has no card or would not fit one message. */
function withoutCard(message: OutgoingMessage): OutgoingMessage | undefined {
  if (!message.reply.attachments?.length) return undefined
  const [reply, ...more] = presentReply(message.reply, { cards: false })
  return reply && more.length === 0 ? { ...message, reply } : undefined
}

function facts(result: GraphResult) {
  if (result.kind === 'transport') return { reason: result.reason }
  if (result.kind === 'ok') return {}
  const { httpStatus, code, subcode, fbtraceId } = result
  return { httpStatus, code, subcode, fbtraceId }
}
