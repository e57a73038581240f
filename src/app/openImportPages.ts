import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { clinicsShape } from '../booking/import/clinicRow.ts'
import { participantsShape } from '../booking/import/participantRow.ts'
import type { Sender } from '../booking/import/pendingImport.ts'
import { whatFile } from '../booking/import/whatFile.ts'
import { createPostgresClinics } from '../booking/postgresClinics.ts'
import { createPostgresSlotDesk } from '../booking/postgresSlotDesk.ts'
import { importsOneRoutes } from '../consoles/admin/importsOneRoutes.ts'
import { importsRoutes } from '../consoles/admin/importsRoutes.ts'
import { slotsCancelRoutes } from '../consoles/admin/slotsCancelRoutes.ts'
import { slotsRoutes } from '../consoles/admin/slotsRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { openImports } from './openImports.ts'

type Deps = Parameters<typeof openImports>[0] & {
  facts: () => Promise<{ timeZone: string }>
  /** Call it when an appointment is made or ended: what is told outside the chat follows. */
  appointmentChanged: () => Promise<void>
}

/** What is done in less is seen at once, without a page that says how far it is. */
const SOON_MS = 1_500

/** What admins do with the office's files, and with clinics and their slots. */
export function openImportPages({ facts, appointmentChanged, ...deps }: Deps) {
  const { clock, stores } = deps
  const { db } = stores.database
  const auditIn = (on: Kysely<Tables>) => createPostgresAudit(on, clock)
  const { pending, work } = openImports(deps)
  const soon = async (begun: Promise<boolean>): Promise<void> => {
    if (await begun) await Promise.race([work.idle(), wait(SOON_MS, undefined, { ref: false })])
  }
  const check = (id: string, sender: Sender) => soon(work.check(id, sender))
  const importIt = (id: string, sender: Sender, agreedTo: string) => soon(work.importIt(id, sender, agreedTo))
  const clinics = createPostgresClinics(db)
  const slots = createPostgresSlotDesk({ db, clock, auditIn })
  const zone = async () => (await facts()).timeZone

  return {
    routes: (routes: ConsoleRoutes) => [
      importsRoutes({ routes, pending, check, whatFile, columns: { participants: participantsShape, clinics: clinicsShape } }),
      importsOneRoutes({ routes, pending, check, importIt }),
      slotsRoutes({ routes, clinics, slots, clock, zone }),
      slotsCancelRoutes({ routes, clinics, appointmentChanged, audit: auditIn(db), clock }),
    ],
    /** Files that nobody wants any longer do not lie about, although nobody looks. */
    chores: [{ name: 'imports', cron: '* * * * *', run: () => pending.tidy() }],
    /** Resolves when nothing is done with a file here. */
    idle: work.idle,
  }
}
