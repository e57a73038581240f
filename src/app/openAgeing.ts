import { whenLeft, whenPutOff } from '../../dialogs/whenAnswered.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { transcriptContext } from '../conversation/sealContext.ts'
import type { Escalations } from '../handoff/escalation.ts'
import { createPostgresAgeing } from '../handoff/postgresAgeing.ts'
import { createPostgresLeftBehind } from '../handoff/postgresLeftBehind.ts'
import { createPostgresTell } from '../handoff/postgresTell.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  escalations: Escalations
  facts: () => Promise<ServiceFacts>
  wake: (conversationIds: string[]) => void
  clock: Clock
  log: Log
}

/** What becomes of promises while nobody answers, and what is said in a conversation by itself. */
export function openAgeing({ stores: { database, sealer }, escalations, facts, wake, clock, log }: Deps) {
  const { db } = database
  const { tell, tellInChat } = createPostgresTell({ db, sealer, clock, transcriptContext, wake })
  const words: Parameters<typeof createPostgresAgeing>[0]['words'] = async (promise, timeZone, now) =>
    whenPutOff(promise, timeZone, now, await facts())
  const lookAfterLeft = createPostgresLeftBehind({
    db,
    clock,
    log,
    escalations,
    tell,
    words: async (promised, now) => whenLeft(promised, now, await facts()),
  })
  const lookAtPromises = createPostgresAgeing({ db, clock, log, times: facts, tell, words })
  return {
    tellInChat,
    /** Call it when a colleague has let go of something; the chore finds what that misses. */
    lookAfterLeft,
    /** Two, so that neither fails with the other. */
    chores: [
      { name: 'left-behind', cron: '* * * * *', run: lookAfterLeft },
      { name: 'promises', cron: '* * * * *', run: lookAtPromises },
    ],
  }
}
