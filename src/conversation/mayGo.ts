import type { DateTime } from 'luxon'
import { type Silenced, silenced } from './maySpeak.ts'
import type { PendingMessage, Permission } from './outbox.ts'
import { replyTime } from './replyTime.ts'

/** After a send that ended nobody knows how: by then the channel's echo has told if it arrived, or it never will. */
export const ECHO_WAIT_MS = 30_000

/** Whether a message may be sent now; if not, what stands in its way. */
export type Verdict =
  /** As a trial, where the channel is stopped; `afterWindow`: only because a person says it. */
  | { kind: 'go'; isTrial?: boolean; afterWindow?: boolean }
  | Silenced
  | { kind: 'windowClosed' | 'unreachable'; code: string }
  /** An echo has settled it meanwhile. */
  | { kind: 'settled' }
  /** Something that staff did is to be heeded first. */
  | { kind: 'staffWait' }
  /** It may have been sent already. */
  | { kind: 'echoAwaited'; ms: number }
  | { kind: 'channelPaused'; ms: number }
  /** Looked at again when the reply window closes, or sooner. */
  | { kind: 'channelIsStopped'; ms: number; afterWindow?: boolean }

const STOPPED_LOOK_MS = 60_000

/** Pure. What is final is judged before what passes, so that nobody waits for a message that cannot come any more. */
export function mayGo(
  message: PendingMessage,
  permission: Permission,
  now: DateTime,
  { echoWaitMs = ECHO_WAIT_MS, personDays }: { echoWaitMs?: number; personDays?: number | undefined } = {},
): Verdict {
  const { holder, staffWait, isPending, unreachable, channelPausedMs, channelStopped } = permission
  const { leftMs, afterWindow } = replyTime(message, permission, personDays, now)
  if (!isPending) return { kind: 'settled' }
  if (staffWait) return { kind: 'staffWait' }
  const objection = silenced(message, holder)
  if (objection) return objection
  if (message.uncertainForMs !== undefined && message.uncertainForMs < echoWaitMs)
    return { kind: 'echoAwaited', ms: echoWaitMs - message.uncertainForMs }
  if (leftMs <= 0) return { kind: 'windowClosed', code: 'WINDOW_CLOSED' }
  if (unreachable) return { kind: 'unreachable', code: unreachable }
  if (channelStopped) return { kind: 'channelIsStopped', ms: Math.min(STOPPED_LOOK_MS, leftMs), ...(afterWindow ? { afterWindow } : {}) }
  if (channelPausedMs > 0) return { kind: 'channelPaused', ms: Math.min(channelPausedMs, leftMs) }
  return { kind: 'go', ...(afterWindow ? { afterWindow } : {}) }
}
