import { toldMeanwhile } from '../../dialogs/toldMeanwhile.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { draftContext, transcriptContext } from '../conversation/sealContext.ts'
import { createAssist } from '../handoff/createAssist.ts'
import type { Drafts } from '../handoff/drafts.ts'
import type { Escalations } from '../handoff/escalation.ts'
import { createPostgresDrafts, type DraftDeps } from '../handoff/postgresDrafts.ts'
import { createPostgresLeftToStaff } from '../handoff/postgresLeftToStaff.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  escalations: Escalations
  facts: () => Promise<ServiceFacts>
  clock: Clock
}

/** The bot prepares and staff send: what a turn needs of it, and the drafts for those who look at them. */
export function openAssist({ stores: { database, sealer }, escalations, facts, clock }: Deps) {
  const { db } = database
  const words = async (escalated: Parameters<typeof toldMeanwhile>[0]) => toldMeanwhile(escalated, clock.now(), await facts())
  return {
    assist: createAssist({ facts, escalations, ...createPostgresLeftToStaff(db), words }),
    draftsFor: ({ channels, wake }: Pick<DraftDeps, 'channels' | 'wake'>): Drafts =>
      createPostgresDrafts({ db, sealer, clock, draftContext, transcriptContext, channels, wake }),
  }
}
