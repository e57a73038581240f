import type { Account } from '../../accounts/account.ts'
import type { ConversationHeader } from '../../handoff/conversationView.ts'
import type { HasReason } from '../../handoff/desk.ts'
import type { Clock } from '../../kernel/clock.ts'

/** A reason once given or found holds for so long: for reloading, and for reading on when a colleague has taken it. */
const REASON_MINUTES = 30

type Deps = { reasonsOf: (conversationId: string) => Promise<string[]>; hasReason: HasReason; clock: Clock }

/** Why an account looks at a conversation, for the audit log; undefined: she has to say it first. */
export function createMayRead({ reasonsOf, hasReason, clock }: Deps) {
  return async ({ id: accountId }: Account, { id, owner, isWaiting }: ConversationHeader): Promise<string | undefined> => {
    if (owner.kind === 'colleague' && owner.id === accountId) return 'mine'
    if (isWaiting) return `waiting: ${(await reasonsOf(id)).join(', ') || 'left'}`
    const since = clock.now().minus({ minutes: REASON_MINUTES }).toJSDate()
    return (await hasReason(accountId, id, since)) ? 'as before' : undefined
  }
}

export type MayRead = ReturnType<typeof createMayRead>
