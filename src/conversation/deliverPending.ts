import type { Channel } from './channel.ts'
import type { Claim } from './claim.ts'
import { mayGo, type Verdict } from './mayGo.ts'
import type { PendingMessage, Permission } from './outbox.ts'
import { type Outcome, type SettleDeps, settleDelivery } from './settleDelivery.ts'

/** A place in the channel's rate that is no further away is waited for; a later one frees the worker meanwhile. */
const PATIENCE_MS = 1_000

export type DeliveryDeps = SettleDeps & {
  /** Wakes the conversation in this process after `ms`; lost with the process, when the search for abandoned work finds it. */
  wakeHere: (conversationId: string, ms: number) => void
}

/**
 * Sends what waits in the conversation's outbox, in order, until all is settled or something has to wait. Right before each
 * message it looks again whether it may go. A message is settled at once after it was sent. `stillMine` is asked before
 * every message. Throws what the stores throw; then the message in hand counts as begun.
 */
export async function deliverPending(deps: DeliveryDeps, channel: Channel, claim: Claim, stillMine: () => boolean): Promise<void> {
  const { messages, permission } = await deps.outbox.pending(claim)
  let places: Places | undefined
  for (const [n, message] of messages.entries()) {
    if (places) await itsTurn(places, message)
    if (!stillMine()) return places && deps.outbox.leaveUnbegun(claim)
    let verdict = await judge(deps, channel, claim, message, n === 0 ? permission : await deps.outbox.permission(claim, message.id))
    if (verdict.kind === 'go' && !places) {
      places = await takePlaces(deps, channel, claim)
      if (!places) return
      if (await itsTurn(places, message))
        verdict = await judge(deps, channel, claim, message, await deps.outbox.permission(claim, message.id), verdict)
    }
    if (verdict.kind === 'settled') continue
    if (verdict.kind === 'staffWait') return places && deps.outbox.leaveUnbegun(claim)
    const outcome =
      verdict.kind === 'go' ? await channel.deliver(verdict.afterWindow ? { ...message, afterWindow: true } : message) : verdict
    const next = await settleDelivery(deps, claim, message, outcome)
    if (verdict.kind === 'go' && verdict.isTrial && works(outcome)) await reopen(deps, claim)
    if (next === 'wait') return
  }
}

/** On a stopped channel one message goes ahead now and then, to see whether it works again. */
async function judge(
  deps: DeliveryDeps,
  { personDays }: Channel,
  claim: Claim,
  message: PendingMessage,
  permission: Permission,
  before?: Verdict,
): Promise<Verdict> {
  const verdict = mayGo(message, permission, deps.clock.now(), { echoWaitMs: deps.echoWaitMs, personDays })
  if (verdict.kind !== 'channelIsStopped') return verdict
  const isTrial = (before?.kind === 'go' && before.isTrial) || (await deps.channelStates.mayTry(claim.channel))
  return isTrial ? { kind: 'go', isTrial, ...(verdict.afterWindow ? { afterWindow: true } : {}) } : verdict
}

/** The channel has judged the message itself, so it lets us in. */
function works({ kind }: Outcome): boolean {
  return (
    kind === 'sent' ||
    kind === 'refused' ||
    kind === 'notAllowed' ||
    kind === 'windowClosed' ||
    kind === 'unreachable' ||
    kind === 'notOurs'
  )
}

async function reopen({ channelStates, log }: DeliveryDeps, { channel }: Claim): Promise<void> {
  if (await channelStates.mended(channel)) log.info('channel.mended', { channel })
}

/** Milliseconds from `at` on, by message. */
type Places = { of: Map<string, number>; at: number }

/**
 * Places in the channel's rate. Undefined when they are too far away, for which the conversation is woken, or when nothing is
 * pending any more.
 */
async function takePlaces({ outbox, wakeHere }: DeliveryDeps, channel: Channel, claim: Claim): Promise<Places | undefined> {
  if (channel.isRepeatable) return { of: new Map(), at: performance.now() }
  const of = await outbox.begin(claim, channel.sendsPerSecond ?? Number.POSITIVE_INFINITY, PATIENCE_MS)
  if (of.size === 0) return undefined
  const soonest = Math.min(...of.values())
  if (soonest <= PATIENCE_MS) return { of, at: performance.now() }
  await outbox.putOff(claim, soonest, { keepPlaces: true })
  wakeHere(claim.conversationId, soonest)
  return undefined
}

/** Waits for the message's place; says whether there was anything to wait for. */
async function itsTurn({ of, at }: Places, { id }: PendingMessage): Promise<boolean> {
  const wait = (of.get(id) ?? 0) - (performance.now() - at)
  if (wait <= 0) return false
  await new Promise((resolve) => setTimeout(resolve, wait))
  return true
}
