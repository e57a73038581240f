import type { Audit } from '../audit/audit.ts'
import { auditCsv } from '../audit/auditCsv.ts'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { createPostgresAuditReading } from '../audit/postgresAuditReading.ts'
import { bankHolidays } from '../booking/import/demo/bankHolidays.ts'
import { auditRoutes } from '../consoles/admin/auditRoutes.ts'
import { cannedRoutes } from '../consoles/admin/cannedRoutes.ts'
import { retentionRoutes } from '../consoles/admin/retentionRoutes.ts'
import { serviceRoutes } from '../consoles/admin/serviceRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import { createPostgresServiceFactsEditing } from '../content/postgresServiceFactsEditing.ts'
import { neutralSentences } from '../content/serviceFactsSchema.ts'
import { createPostgresCannedReplies } from '../handoff/postgresCannedReplies.ts'
import { promiseFor } from '../handoff/promise.ts'
import type { Clock } from '../kernel/clock.ts'
import { createPostgresRetention } from '../storage/postgresRetention.ts'
import { FEWEST_DAYS, MOST_DAYS, retentionKinds } from '../storage/retention.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database'>
  facts: () => Promise<{ timeZone: string }>
  audit: Audit
  clock: Clock
}

/** What an admin keeps beside the answers: the service's facts, canned replies, how long things are kept, and the audit log. */
export function openServicePages({ stores: { database }, facts, audit, clock }: Deps) {
  const { db } = database
  const auditIn = (on: typeof db) => createPostgresAudit(on, clock)
  const reading = createPostgresAuditReading(db)
  const zone = async () => (await facts()).timeZone
  return {
    routes: (routes: ConsoleRoutes) => [
      serviceRoutes({
        routes,
        editing: createPostgresServiceFactsEditing({ db, auditIn, clock }),
        neutral: neutralSentences,
        promisedNow: (told) => promiseFor(told, clock.now(), told.answerWithin.soon),
        bankHolidays,
        clock,
      }),
      cannedRoutes({ routes, replies: createPostgresCannedReplies({ db, auditIn }) }),
      retentionRoutes({
        routes,
        retention: createPostgresRetention({ db, auditIn, clock }),
        limits: { kinds: retentionKinds, fewestDays: FEWEST_DAYS, mostDays: MOST_DAYS },
      }),
      auditRoutes({ routes, reading, csv: (filter) => auditCsv(reading, filter), audit, zone, clock }),
    ],
  }
}
