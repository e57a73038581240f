import { StorageConflict } from '../kernel/storageConflict.ts'
import type { Channel } from './channel.ts'
import type { Claim } from './claim.ts'
import { type DeliveryDeps, deliverPending } from './deliverPending.ts'
import type { ChannelName } from './incomingEvent.ts'
import type { Leases } from './leases.ts'
import type { Session } from './session.ts'
import { type TurnDeps, takeTurn } from './takeTurn.ts'

/** The share of a lease after which it is renewed, and the share after which its holder begins nothing more. */
const RENEW_AFTER = 1 / 3
const STOP_AFTER = 0.8
/** "Typing" is shown only to people who wait: most answers are there sooner. */
const TYPING_AFTER_MS = 400

export type DrainDeps = TurnDeps &
  DeliveryDeps & {
    leases: Leases
    channels: Map<ChannelName, Channel>
    /** False once the process is to stop: what is left then is for others. */
    mayBegin: { turn(): boolean; send(): boolean }
  }

/**
 * Works on one conversation until nothing is left: every event in its order, then what has to be sent. Resolves at once with
 * false when another worker has it. Whatever it throws leaves the rest in the inbox and the outbox for the next worker.
 */
export async function drainConversation(deps: DrainDeps, conversationId: string): Promise<boolean> {
  const claim = await deps.leases.claim(conversationId)
  if (!claim) return false
  const channel = deps.channels.get(claim.channel)
  if (!channel) {
    await deps.leases.abandon(claim)
    return true
  }
  const lease = keepLease(deps.leases, claim)
  const typing = typingSoon(channel, claim)
  let deliveryFailed = false
  const deliver = () =>
    deliverPending(deps, channel, claim, () => lease.isMine() && deps.mayBegin.send()).catch((error) => {
      deliveryFailed = true
      throw error
    })
  try {
    await workThrough(deps, channel, claim, lease.isMine, deliver, typing.begin)
    return true
  } catch (error) {
    // The turn failed: what earlier ones said goes out all the same. A delivery that failed is not begun again under this
    // claim, for its message may have gone out; a later claim knows that, and waits for the echo.
    if (!deliveryFailed) await deliver().catch(() => {})
    await deps.leases.abandon(claim).catch(() => {})
    throw error
  } finally {
    typing.stop()
    lease.stop()
  }
}

async function workThrough(
  deps: DrainDeps,
  channel: Channel,
  claim: Claim,
  isMine: () => boolean,
  deliver: () => Promise<void>,
  beginTyping: () => void,
): Promise<void> {
  let session: Session | undefined = await deps.sessions.load(claim.conversationId)
  let begun = session.turn?.eventKey
  while (isMine()) {
    const waiting = await deps.turns.next(claim, begun)
    if (!waiting) return
    if (waiting.event && deps.mayBegin.turn()) {
      if (waiting.event.kind === 'said' && waiting.ownership.owner === 'bot') beginTyping()
      session ??= await deps.sessions.load(claim.conversationId)
      const done = await takeTurn(deps, channel, claim, waiting, waiting.event, session).catch(retryOnConflict)
      begun = waiting.event.key
      session = undefined
      if (!done || waiting.behind > 0) continue
    }
    await deliver()
    if (await deps.leases.release(claim, waiting.arrivals)) return
  }
}

/** "Typing" for a person whom the bot answers, once it takes a while. */
function typingSoon(channel: Channel, { conversationId, address }: Claim) {
  let timer: NodeJS.Timeout | undefined
  return {
    begin(): void {
      timer ??= setTimeout(() => void channel.showTyping(conversationId, address), TYPING_AFTER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Another process saved the session first: the loop loads it again and starts over. */
function retryOnConflict(error: unknown): false {
  if (error instanceof StorageConflict) return false
  throw error
}

/** Renews the lease while the work goes on. `isMine` is false from shortly before the lease may have ended. */
function keepLease(leases: Leases, claim: Claim) {
  const ms = leases.seconds * 1000
  let mineUntil = performance.now() + ms * STOP_AFTER
  const timer = setInterval(() => {
    const asked = performance.now()
    leases.renew(claim).then(
      (renewed) => {
        mineUntil = renewed ? asked + ms * STOP_AFTER : 0
      },
      () => {},
    )
  }, ms * RENEW_AFTER)
  return { isMine: () => performance.now() < mineUntil, stop: () => clearInterval(timer) }
}
