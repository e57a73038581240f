import type { Holder, PendingMessage } from './outbox.ts'

/** Why somebody's words may not go out any more. `heldElsewhere`: another system would have to let them through. */
export type Silenced = { kind: 'takenOver' | 'heldElsewhere'; code: string }

/**
 * Pure. Whether words may still be said, by whose they are and who has the conversation now; undefined when they may. The bot's go
 * only while it has the conversation. The service's go while no person has it, but for what tells of somebody who has it. A
 * colleague's go whoever of us has it by now, for they were said; only another system that has taken the thread stops them.
 */
export function silenced(
  { speaker, account }: Pick<PendingMessage, 'speaker' | 'account'>,
  holder: Holder | undefined,
): Silenced | undefined {
  const takenOver: Silenced = { kind: 'takenOver', code: 'OWNER_CHANGED' }
  switch (speaker) {
    case 'bot':
      return holder?.kind === 'bot' ? undefined : takenOver
    case 'service':
      if (holder?.kind === 'colleague') return holder.account === account ? undefined : takenOver
      return holder?.kind === 'bot' || holder?.kind === 'nobody' ? undefined : takenOver
    case 'staff':
      return holder && holder.kind !== 'elsewhere' ? undefined : { kind: 'heldElsewhere', code: 'HELD_ELSEWHERE' }
  }
}
