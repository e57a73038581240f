import { createShortMemory } from '../accounts/shortMemory.ts'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { draftCheckRoutes } from '../consoles/admin/draftCheckRoutes.ts'
import { draftPublishRoutes } from '../consoles/admin/draftPublishRoutes.ts'
import { filesRoutes } from '../consoles/admin/filesRoutes.ts'
import { tryRoutes } from '../consoles/admin/tryRoutes.ts'
import { versionsRoutes } from '../consoles/admin/versionsRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import type { Checks } from '../content/checks.ts'
import type { DraftChange } from '../content/draft.ts'
import { createImporting, type SentPack } from '../content/importing.ts'
import { createLearntPacks } from '../content/learntPacks.ts'
import { createPostgresDraft } from '../content/postgresDraft.ts'
import { createPostgresPublisher } from '../content/postgresPublisher.ts'
import { createPublishing } from '../content/publishing.ts'
import { readPack } from '../content/readPack.ts'
import { readPackZip, zipLimits } from '../content/readPackZip.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { writePackZip } from '../content/writePackZip.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import type { Content } from './openContent.ts'
import { type OpenPack, openPack } from './openPack.ts'
import type { Stores } from './openStores.ts'
import { openTryOut } from './openTryOut.ts'
import type { Understanding } from './openUnderstanding.ts'

/** A pack that was sent waits so long for somebody to say that it is meant. */
const SENT_MINUTES = 30

type Deps = {
  stores: Pick<Stores, 'database' | 'staffStorage'>
  content: Pick<Content, 'follow' | 'folderFiles'>
  /** What this process answers with. */
  pack: () => OpenPack | undefined
  understanding: Understanding
  checks: Checks
  approvalsNeeded: (changes: DraftChange[], publishing: ServiceFacts['publishing']) => number
  facts: () => Promise<ServiceFacts>
  findDanger: FindDanger
  clock: Clock
}

/** How what the bot says is tried, checked, approved, published, taken back, exported and imported. */
export function openPublishing({ stores, content, pack, understanding, checks, approvalsNeeded, facts, findDanger, clock }: Deps) {
  const { db } = stores.database
  const auditIn = (on: typeof db) => createPostgresAudit(on, clock)
  const inDatabase = { db, folder: content.folderFiles, auditIn, clock }
  const draft = createPostgresDraft(inDatabase)
  const publisher = createPostgresPublisher(inDatabase)
  const packs = createLearntPacks(async (files) => openPack(understanding, readPack(files)))
  const publishing = createPublishing({
    draft,
    publisher,
    checks,
    approvalsNeeded: async (changes) => approvalsNeeded(changes, (await facts()).publishing),
    learn: packs.learnt,
    follow: content.follow,
  })
  const importing = createImporting({ draft, db, auditIn })
  const sent = createShortMemory<SentPack>({ storage: stores.staffStorage, clock }, 'sent-pack', SENT_MINUTES)
  const tryOut = openTryOut({ state: draft.state, pack, packs, facts, findDanger, clock })

  return {
    routes: (routes: ConsoleRoutes) => [
      draftPublishRoutes({ routes, publishing }),
      draftCheckRoutes({ routes, publishing, audit: auditIn(db) }),
      versionsRoutes({ routes, publishing }),
      tryRoutes({ routes, tryOut }),
      filesRoutes({ routes, draft, publisher, importing, sent, readPackZip, writePackZip, limits: zipLimits, audit: auditIn(db), clock }),
    ],
  }
}
