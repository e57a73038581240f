import type { Channel, DeliveryOutcome, OutgoingMessage } from '../../conversation/channel.ts'
import type { Log } from '../../kernel/log.ts'
import { deliveryOutcome } from './deliveryOutcome.ts'
import { easeOffMs } from './easeOff.ts'
import type { GraphResult, GraphUsage } from './graphResult.ts'
import { presentReply } from './presentReply.ts'
import type { SendApi } from './sendApi.ts'
import { stopAdvice } from './stopAdvice.ts'
import { taggedOutcome } from './taggedOutcome.ts'
import { toSendRequest } from './toSendRequest.ts'

const typingTimeoutMs = 2_000

/** Meta's refusal of rich features in a thread under regional rules. */
const noRichFeatures = '10/2018336'

/** After the reply window a person's own words go out for so long, with Meta's tag for them. */
const HUMAN_AGENT_DAYS = 7

type Deps = {
  send: SendApi
  /** Over all people together. */
  sendsPerSecond: number
  /** Told how much of Meta's limits is used. */
  onUsage: (usage: GraphUsage) => void
  log: Log
}

/** The way out to Messenger. Never throws: whatever Meta answers is an outcome, and is logged by its codes. */
export function createMessengerChannel({ send, sendsPerSecond, onUsage, log }: Deps): Channel {
  async function deliver(message: OutgoingMessage): Promise<DeliveryOutcome> {
    const outcome = await attempt(message.plainOnly ? (withoutCard(message) ?? message) : message)
    const plain = 'code' in outcome && outcome.code === noRichFeatures ? withoutCard(message) : undefined
    if (!plain) return outcome
    const second = await attempt(plain)
    return second.kind === 'sent' ? { ...second, plainOnly: true } : second
  }

  async function attempt(message: OutgoingMessage): Promise<DeliveryOutcome> {
    const result = await send(toSendRequest(message))
    const outcome = message.afterWindow ? taggedOutcome(result) : deliveryOutcome(result)
    if (outcome.kind !== 'sent') {
      log.warn('messenger.send.failed', {
        outboxId: message.id,
        conversationId: message.conversationId,
        outcome: outcome.kind,
        ...facts(result),
        ...(outcome.kind === 'notAllowed' ? { advice: stopAdvice.humanAgent } : {}),
      })
    }
    return withUsage(outcome, result)
  }

  function withUsage(outcome: DeliveryOutcome, result: GraphResult): DeliveryOutcome {
    const usage = result.kind === 'transport' ? undefined : result.usage
    if (!usage) return outcome
    onUsage(usage)
    const pause = easeOffMs(usage.percent)
    return outcome.kind === 'sent' && pause > 0 ? { ...outcome, easeOffMs: pause } : outcome
  }

  async function showTyping(conversationId: string, address: string): Promise<void> {
    const result = await send({ recipient: { id: address }, sender_action: 'typing_on' }, { timeoutMs: typingTimeoutMs })
    if (result.kind !== 'ok') log.debug('messenger.typing.failed', { conversationId, ...facts(result) })
  }

  return { name: 'messenger', sendsPerSecond, personDays: HUMAN_AGENT_DAYS, present: (reply) => presentReply(reply), deliver, showTyping }
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
