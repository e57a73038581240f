import type { Storage } from 'botbuilder'
import type { AcceptEvents } from '../conversation/acceptEvents.ts'
import type { Bot } from '../conversation/answerTurn.ts'
import type { Channel } from '../conversation/channel.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'

export type AppOptions = {
  log: Log
  clock?: Clock
  /** Another bot in place of ours. */
  bot?: Bot
  /** The folder of the sentence model, where it is another than ours. */
  sentenceModel?: string
  /** The folder of the pack of intents, where it is another than ours. */
  packFolder?: string
  /** Where models and embeddings are kept, where it is another folder than ours. */
  learntFolder?: string
  /** How often abandoned work is looked for, in milliseconds. */
  sweepMs?: number
  /** How long a worker may be silent before another takes over its conversation. */
  leaseSeconds?: number
  /** How long an echo is waited for before a message of uncertain fate is sent again, in milliseconds. */
  echoWaitMs?: number
  /** Something between the service and its parts: for tests that make a part fail. */
  wrap?: {
    accept?: (accept: AcceptEvents) => AcceptEvents
    sessionStorage?: (storage: Storage) => Storage
    channel?: (channel: Channel) => Channel
  }
}
