import { heldUntil } from './ownerRules.ts'
import { createPostgresLeave } from './postgresLeave.ts'
import { createPostgresSay } from './postgresSay.ts'
import { createSteps, type TakeoverDeps } from './postgresSteps.ts'
import { createPostgresTake } from './postgresTake.ts'
import type { Takeover } from './takeover.ts'

/** Taking over, in the database. See `Takeover`; `sweepIdle` is done each minute. */
export function createPostgresTakeover(deps: TakeoverDeps): Takeover & { sweepIdle(): Promise<void> } {
  const { db, clock } = deps
  const steps = createSteps(deps)
  const leave = createPostgresLeave(deps, steps)
  return {
    ...createPostgresTake(deps, steps),
    say: createPostgresSay(deps, steps),
    handBack: (conversationId, by) => steps.letGo(conversationId, by, steps.handedBack(by)),
    release: (conversationId, by) => steps.letGo(conversationId, by, steps.queued(by, 'released')),

    async attend(conversationId, by) {
      await db
        .updateTable('conversations')
        .set({ owner_until: heldUntil(clock.now()) })
        .where('id', '=', conversationId)
        .where('owner_account', '=', by.id)
        .execute()
    },

    ...leave,
  }
}
