import type { Claim } from './claim.ts'
import type { ChannelName } from './incomingEvent.ts'

/** Who may work on which conversation. One worker at a time has a conversation, in however many processes. */
export type Leases = {
  /** A worker that has not renewed for so long is taken for dead. */
  seconds: number
  /** Undefined when another worker has it, which will see everything that was committed before this call, or when nothing is to be done. */
  claim(conversationId: string): Promise<Claim | undefined>
  /** False when the claim was lost to another worker. */
  renew(claim: Claim): Promise<boolean>
  /** Lets go, unless more arrived than `arrivalsSeen`: then returns false and the claim still stands. */
  release(claim: Claim, arrivalsSeen: number): Promise<boolean>
  /** Gives up with work left, for whoever looks for abandoned work. */
  abandon(claim: Claim): Promise<void>
  /** Conversations on these channels with work that nobody is doing: their worker died, or their waking was lost. */
  abandoned(limit: number, channels: ChannelName[]): Promise<string[]>
  /** Frees every conversation. Only where this process is the only one. */
  freeAll(): Promise<void>
}

/** Long enough for one send to be given up (10 s), short enough that nobody waits long after a crash. */
export const LEASE_SECONDS = 15
