import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { backOffMs, MAX_ATTEMPTS } from './backOff.ts'
import type { Channel, DeliveryOutcome } from './channel.ts'
import type { Claim } from './claim.ts'
import type { Outbox, PendingMessage } from './outbox.ts'

/** Nothing is sent in the last minutes of a reply window: Meta's clock decides, not ours. */
const WINDOW_MARGIN_MINUTES = 5

export type DeliveryDeps = {
  outbox: Outbox
  /** Wakes the conversation again, not before `ms`. */
  wakeLater: (conversationId: string, ms: number) => Promise<void>
  /** Shows staff that a message did not reach the patient. */
  reportUndelivered: (claim: Claim, message: PendingMessage) => Promise<void>
  clock: Clock
  log: Log
}

/**
 * Sends what waits in the conversation's outbox, in order, until all is settled or something has to wait. Before each
 * message it looks again at whose the conversation is and whether the window is open. A message is settled at once after it
 * was sent; one in flight when the process dies is sent again. `stillMine` is asked before every message.
 */
export async function deliverPending(deps: DeliveryDeps, channel: Channel, claim: Claim, stillMine: () => boolean): Promise<void> {
  const { messages, permission } = await deps.outbox.pending(claim)
  for (const [n, message] of messages.entries()) {
    if (!stillMine()) return
    const { botOwns, replyWindowUntil } = n === 0 ? permission : await deps.outbox.permission(claim)
    const outcome = !botOwns
      ? ({ kind: 'takenOver', code: 'OWNER_CHANGED' } as const)
      : windowIsOpen(deps.clock, replyWindowUntil)
        ? await channel.deliver(message)
        : ({ kind: 'windowClosed', code: 'WINDOW_CLOSED' } as const)
    if ((await settle(deps, claim, message, outcome)) === 'wait') return
  }
}

function windowIsOpen(clock: Clock, until: Date | undefined): boolean {
  return !until || clock.now().plus({ minutes: WINDOW_MARGIN_MINUTES }).toJSDate() < until
}

/** A person of ours has the conversation: what the bot wanted to say is dropped, and nobody need be told. */
type Outcome = DeliveryOutcome | { kind: 'takenOver'; code: string }

/**
 * Writes down what became of a message; says whether the ones behind it may go on. What did not reach the patient is shown
 * to staff before it is settled: after a crash in between it is shown again, which changes nothing.
 */
async function settle(deps: DeliveryDeps, claim: Claim, message: PendingMessage, outcome: Outcome): Promise<'goOn' | 'wait'> {
  const { outbox, log } = deps
  if (outcome.kind !== 'sent') log.warn('delivery.notSent', { message: message.id, outcome: outcome.kind, code: outcome.code })
  switch (outcome.kind) {
    case 'sent':
      await outbox.settle(message.id, {
        status: 'sent',
        ...(outcome.providerMessageId ? { providerMessageId: outcome.providerMessageId } : {}),
      })
      return 'goOn'
    case 'refused':
      return fail(deps, claim, message, outcome.code)
    case 'retry':
      if (message.attempts + 1 >= MAX_ATTEMPTS) return fail(deps, claim, message, outcome.code)
      return putOff(deps, claim, message, Math.max(outcome.afterMs ?? 0, backOffMs(message.attempts)))
    case 'channelStopped':
      return putOff(deps, claim, message, backOffMs(message.attempts))
    case 'unreachable':
    case 'windowClosed':
    case 'notOurs':
      return withholdAll(deps, claim, message, outcome.code)
    case 'takenOver':
      await outbox.settleAll(claim, { status: 'withheld', code: outcome.code })
      return 'wait'
  }
}

async function fail({ outbox, reportUndelivered }: DeliveryDeps, claim: Claim, message: PendingMessage, code: string): Promise<'goOn'> {
  await reportUndelivered(claim, message)
  await outbox.settle(message.id, { status: 'failed', code })
  return 'goOn'
}

async function putOff({ outbox, wakeLater }: DeliveryDeps, claim: Claim, message: PendingMessage, ms: number): Promise<'wait'> {
  await outbox.putOff(claim, message.id, ms)
  await wakeLater(claim.conversationId, ms)
  return 'wait'
}

async function withholdAll(
  { outbox, reportUndelivered }: DeliveryDeps,
  claim: Claim,
  message: PendingMessage,
  code: string,
): Promise<'wait'> {
  await reportUndelivered(claim, message)
  await outbox.settleAll(claim, { status: 'withheld', code })
  return 'wait'
}
