import type { ChannelName } from './incomingEvent.ts'

/**
 * What a channel reports of messages that went out. `until` covers every earlier message to the person as well.
 *
 * - `echoed`    our own message came back: it was sent, whatever its sending seemed to end in
 * - `delivered` it is on the person's device
 * - `read`      the person has seen it
 */
export type Receipt =
  | { kind: 'echoed'; outboxId: string; providerMessageId: string }
  | { kind: 'delivered'; channel: ChannelName; address: string; at: Date; providerMessageIds: readonly string[]; until?: Date }
  | { kind: 'read'; channel: ChannelName; address: string; at: Date; until: Date }

/**
 * Keeps receipts; the first of a kind counts. Resolves with the conversations that waited for an echo and can go on.
 * Throws STORE_UNAVAILABLE when they cannot be kept now, and something else when they never can; keeping them twice
 * changes nothing.
 */
export type KeepReceipts = (receipts: Receipt[]) => Promise<string[]>
