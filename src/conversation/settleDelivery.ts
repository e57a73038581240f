import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Measures } from '../kernel/measures.ts'
import { backOffMs, MAX_ATTEMPTS } from './backOff.ts'
import type { DeliveryOutcome } from './channel.ts'
import type { ChannelStates } from './channelStates.ts'
import type { Claim } from './claim.ts'
import type { Verdict } from './mayGo.ts'
import type { Outbox, PendingMessage, PutOff, ThreadNote } from './outbox.ts'
import { standByUntil } from './ownership.ts'

export type SettleDeps = {
  outbox: Outbox
  channelStates: ChannelStates
  /** Wakes the conversation again, not before `ms`. */
  wakeLater: (conversationId: string, ms: number) => Promise<void>
  /** Shows staff that a message did not reach the patient. */
  reportUndelivered: (claim: Claim, message: PendingMessage) => Promise<void>
  /** How long an echo is waited for where nobody knows whether a message was sent. */
  echoWaitMs: number
  clock: Clock
  log: Log
  measures: Measures
}

/** Then it is looked at again like all others of a stopped channel, up to the end of its window. */
const STOPPED_PAUSE_MS = 1_000

export type Outcome = DeliveryOutcome | Exclude<Verdict, { kind: 'go' | 'settled' | 'staffWait' }>

/**
 * Writes down what became of a message; says whether the ones behind it may go on. What did not reach the patient is shown
 * to staff before it is settled: after a crash in between it is shown again, which changes nothing.
 */
export async function settleDelivery(deps: SettleDeps, claim: Claim, message: PendingMessage, outcome: Outcome): Promise<'goOn' | 'wait'> {
  logOutcome(deps.log, claim, message, outcome)
  measureOutcome(deps, claim, message, outcome)
  switch (outcome.kind) {
    case 'sent':
      return sent(deps, claim, message, outcome)
    case 'retry':
      if (message.attempts + 1 >= (outcome.tries ?? MAX_ATTEMPTS)) return fail(deps, claim, message, outcome.code)
      return putOff(deps, claim, Math.max(outcome.afterMs ?? 0, backOffMs(message.attempts)), { attempted: message.id })
    case 'unknown':
      if (message.uncertainForMs !== undefined) return fail(deps, claim, message, outcome.code)
      return putOff(deps, claim, deps.echoWaitMs, { attempted: message.id, unknown: message.id })
    case 'echoAwaited':
      return putOff(deps, claim, outcome.ms, { unknown: message.id })
    case 'slowDown':
      await deps.channelStates.pause(claim.channel, outcome.afterMs)
      return putOff(deps, claim, outcome.afterMs)
    case 'channelStopped':
      if (await deps.channelStates.stop(claim.channel, outcome))
        deps.log.error('channel.stopped', { channel: claim.channel, code: outcome.code, advice: outcome.advice })
      return putOff(deps, claim, STOPPED_PAUSE_MS)
    case 'channelPaused':
      return putOff(deps, claim, outcome.ms)
    case 'channelIsStopped':
      return putOff(deps, claim, outcome.ms, { ifStopped: true })
    case 'refused':
    case 'notAllowed':
      return fail(deps, claim, message, outcome.code)
    case 'windowClosed':
      return withholdAll(deps, claim, message, outcome.code, { kind: 'windowClosed' })
    case 'unreachable':
      return withholdAll(deps, claim, message, outcome.code, { kind: 'unreachable', code: outcome.code })
    case 'notOurs':
      return withholdAll(deps, claim, message, outcome.code, { kind: 'standBy', until: standByUntil(deps.clock.now()) })
    case 'takenOver':
      return drop(deps, claim, message, outcome.code)
    case 'heldElsewhere':
      await deps.reportUndelivered(claim, message)
      await deps.outbox.settle(message.id, { status: 'withheld', code: outcome.code })
      return 'goOn'
  }
}

async function sent(
  { outbox, channelStates }: SettleDeps,
  claim: Claim,
  message: PendingMessage,
  { providerMessageId, plainOnly, easeOffMs }: Extract<DeliveryOutcome, { kind: 'sent' }>,
): Promise<'goOn'> {
  await outbox.settle(message.id, { status: 'sent', ...(providerMessageId ? { providerMessageId } : {}) })
  if (plainOnly) await outbox.note(claim, { kind: 'plainOnly' })
  if (easeOffMs) await channelStates.pause(claim.channel, easeOffMs)
  return 'goOn'
}

async function fail({ outbox, reportUndelivered }: SettleDeps, claim: Claim, message: PendingMessage, code: string): Promise<'goOn'> {
  await reportUndelivered(claim, message)
  await outbox.settle(message.id, { status: 'failed', code })
  return 'goOn'
}

async function putOff({ outbox, wakeLater }: SettleDeps, claim: Claim, ms: number, how: PutOff = {}): Promise<'wait'> {
  await outbox.putOff(claim, ms, how)
  await wakeLater(claim.conversationId, ms)
  return 'wait'
}

/** Somebody else has the conversation: what the bot or the service wanted to say is dropped, and nobody need be told. */
async function drop({ outbox }: SettleDeps, claim: Claim, { id, speaker }: PendingMessage, code: string): Promise<'goOn'> {
  if (speaker === 'bot') await outbox.settleAll(claim, { status: 'withheld', code }, ['bot'])
  else await outbox.settle(id, { status: 'withheld', code })
  return 'goOn'
}

/** All that is not said by a person goes with it. A colleague's words behind it are looked at one by one: none is dropped unseen. */
async function withholdAll(
  { outbox, reportUndelivered }: SettleDeps,
  claim: Claim,
  message: PendingMessage,
  code: string,
  note: ThreadNote,
): Promise<'goOn'> {
  await reportUndelivered(claim, message)
  await outbox.note(claim, note)
  if (message.speaker === 'staff') await outbox.settle(message.id, { status: 'withheld', code })
  else await outbox.settleAll(claim, { status: 'withheld', code }, ['bot', 'service'])
  return 'goOn'
}

function measureOutcome({ measures, clock }: SettleDeps, { channel }: Claim, { receivedAt }: PendingMessage, outcome: Outcome): void {
  measures.delivery(channel, outcome.kind, 'code' in outcome ? outcome.code : '')
  if (outcome.kind === 'sent' && receivedAt) measures.stage('whole', channel, (clock.now().toMillis() - receivedAt.getTime()) / 1000)
}

/** Ids and codes. A message that can never be sent is a fault of ours. */
function logOutcome(log: Log, claim: Claim, { id, correlationId }: PendingMessage, outcome: Outcome): void {
  const facts = { correlationId, conversation: claim.conversationId, message: id }
  if (outcome.kind === 'sent') log.info('delivery.sent', facts)
  else
    log[outcome.kind === 'refused' ? 'error' : 'warn']('delivery.notSent', {
      ...facts,
      outcome: outcome.kind,
      ...('code' in outcome ? { code: outcome.code } : {}),
    })
}
