import type { ChannelName } from './incomingEvent.ts'

/** Why nothing goes out on a channel, in the channel's code and in plain words. */
export type Stopped = { code: string; advice: string; since: Date }

/** What holds for a whole channel, in all processes. */
export type ChannelStates = {
  /** What stops the channel, if anything does. */
  stopped(channel: ChannelName): Promise<Stopped | undefined>
  /** Notes that nothing can be sent, until `mended`; `true` when it is news. One message is tried again after `retryMs`. */
  stop(channel: ChannelName, why: { code: string; advice: string; retryMs: number }): Promise<boolean>
  /** For a stopped channel: `true` for one caller in all processes, when it is time to try whether it works again. */
  mayTry(channel: ChannelName): Promise<boolean>
  /** Notes that the channel works; `true` when it had been stopped. What waited is delivered at once. */
  mended(channel: ChannelName): Promise<boolean>
  /** For a stopped channel: whatever waits is tried now, one message first; for when something may have been mended. */
  tryNow(channel: ChannelName): Promise<void>
  /** Nothing goes out for so long; a longer pause stands. */
  pause(channel: ChannelName, ms: number): Promise<void>
}
