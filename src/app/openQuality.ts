import type { Server } from 'restify'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { qualityMeasureRoutes } from '../consoles/admin/qualityMeasureRoutes.ts'
import { qualityRoutes } from '../consoles/admin/qualityRoutes.ts'
import { createQualitySource } from '../consoles/admin/qualitySource.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import type { Draft } from '../content/draft.ts'
import { createPostgresQualityMessages } from '../content/postgresQualityMessages.ts'
import { createPostgresQualityReports } from '../content/postgresQualityReports.ts'
import { createQualityMeasuring } from '../content/qualityMeasuring.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { measureBeside } from './measureBeside.ts'
import type { Stores } from './openStores.ts'
import { LEARNT, SENTENCE_MODEL } from './openUnderstanding.ts'

/** A start has enough to do: the service measures nothing by itself before it has been up for so long. */
const SETTLED_MS = 10 * 60 * 1000

type Deps = {
  stores: Pick<Stores, 'database'>
  draft: Pick<Draft, 'state'>
  /** Whether the bot understands with the sentence model; measured is what it does. */
  withMeaning: boolean
  facts: () => Promise<{ timeZone: string }>
  clock: Clock
  log: Log
  /** Where the sentence model is, and what was learnt. */
  sentenceModel?: string | undefined
  learnt?: string | undefined
}

/** How well the bot understands: measured beside the service, and shown to admins. */
export function openQuality({ stores: { database }, draft, withMeaning, facts, clock, log, ...folders }: Deps) {
  const { db } = database
  const { sentenceModel = SENTENCE_MODEL, learnt = LEARNT } = folders
  const reports = createPostgresQualityReports({ db, auditIn: (on) => createPostgresAudit(on, clock), clock })
  const measure = measureBeside(withMeaning ? sentenceModel : undefined, learnt)
  const measuring = createQualityMeasuring({ reports, draft, measure, log })
  const messages = createPostgresQualityMessages({ db, clock })
  const shown = createQualitySource({ draft, reports })
  const timeZone = async () => (await facts()).timeZone
  const began = performance.now()

  return {
    routes: (routes: ConsoleRoutes): ((server: Server) => void)[] => [
      qualityRoutes({ routes, shown, reports, messages, timeZone }),
      qualityMeasureRoutes({ routes, shown, measuring, reports }),
    ],
    chores: [
      {
        name: 'quality',
        cron: '*/10 * * * *',
        run: async () => {
          if (performance.now() - began >= SETTLED_MS) await measuring.measureLive()
        },
      },
    ],
    /** Call it before the database is closed. */
    stop: measuring.stop,
  }
}
