import type { AcceptEvents } from '../../conversation/acceptEvents.ts'
import type { LiveEvents } from '../../conversation/liveEvents.ts'
import type { Handle } from '../../http/handle.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import type { Measures } from '../../kernel/measures.ts'
import type { ConversationLog } from './conversationLog.ts'
import type { StreamTimes } from './openStream.ts'
import type { MostStreams } from './streamPlaces.ts'
import type { Tokens } from './tokens.ts'

export type DirectLineDeps = {
  tokens: Tokens
  accept: AcceptEvents
  conversationLog: ConversationLog
  live: LiveEvents
  handle: Handle
  limit: RateLimit
  clock: Clock
  log: Log
  measures?: Measures
  /** Where the outside world reaches this server; absent: where the request did. */
  publicUrl?: string | undefined
  streamTimes?: StreamTimes
  mostStreams?: MostStreams
}
