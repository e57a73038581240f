import type { Account } from '../../accounts/account.ts'
import type { ConversationHeader } from '../../handoff/conversationView.ts'
import type { HasReason } from '../../handoff/desk.ts'
import type { Clock } from '../../kernel/clock.ts'

/** A reason once given or found holds for so long: for reloading, and for reading on when a colleague has taken it. */
const REASON_MINUTES = 30

/** Whether a reason that still holds was noted. */
export type WasRead = (accountId: string, conversationId: string) => Promise<boolean>

export function createWasRead({ hasReason, clock }: { hasReason: HasReason; clock: Clock }): WasRead {
  return (accountId, conversationId) => hasReason(accountId, conversationId, clock.now().minus({ minutes: REASON_MINUTES }).toJSDate())
}

type Deps = { reasonsOf: (conversationId: string) => Promise<string[]>; wasRead: WasRead }

/** Why an account looks at a conversation, for the audit log; undefined: she has to say it first. */
export function createMayRead({ reasonsOf, wasRead }: Deps) {
  return async ({ id: accountId }: Account, { id, owner, isWaiting }: ConversationHeader): Promise<string | undefined> => {
    if (owner.kind === 'colleague' && owner.id === accountId) return 'mine'
    if (isWaiting) return `waiting: ${(await reasonsOf(id)).join(', ') || 'left'}`
    return (await wasRead(accountId, id)) ? 'as before' : undefined
  }
}

export type MayRead = ReturnType<typeof createMayRead>
