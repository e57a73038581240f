import type { Kysely } from 'kysely'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { importClinics } from '../booking/import/importClinics.ts'
import type { Progress } from '../booking/import/importOutcome.ts'
import { importParticipants } from '../booking/import/importParticipants.ts'
import { createImportWork } from '../booking/import/importWork.ts'
import { createPostgresPendingImports } from '../booking/import/postgresPendingImports.ts'
import { previewClinics } from '../booking/import/previewClinics.ts'
import { previewParticipants } from '../booking/import/previewParticipants.ts'
import type { Participants } from '../booking/participant.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  participants: Pick<Participants, 'get'>
  clock: Clock
  log: Log
}

/** Files that admins bring in: where they are kept meanwhile, and what is done with them. */
export function openImports({ stores: { database, sealer }, participants, clock, log }: Deps) {
  const { db } = database
  const here = new Map<string, Progress | undefined>()
  const pending = createPostgresPendingImports({ db, sealer, clock, here })
  const work = createImportWork({
    db,
    pending,
    here,
    preview: (kind, source, onProgress) =>
      kind === 'participants'
        ? previewParticipants({ db, sealer, clock, find: participants.get }, source, onProgress)
        : previewClinics({ db, clock }, source, onProgress),
    bringIn: (kind, source, onProgress, { fingerprint, also }) =>
      kind === 'participants'
        ? importParticipants({ db, sealer, clock }, source, onProgress, {
            fingerprint,
            also: (trx, summary) => also(trx, { kind, ...summary }),
          })
        : importClinics({ db, clock }, source, onProgress, { fingerprint, also: (trx, summary) => also(trx, { kind, ...summary }) }),
    auditIn: (on: Kysely<Tables>) => createPostgresAudit(on, clock),
    log,
  })
  return { pending, work }
}
