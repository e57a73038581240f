import { createHash, randomUUID } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Progress } from './importOutcome.ts'
import type { ImportKind, ImportSummary } from './importPreview.ts'
import type { Checked, DoneImport, ImportState, PendingImport, PendingImports, Settled, Work } from './pendingImport.ts'
import { keepPieces, readPieces } from './postgresImportPieces.ts'

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  clock: Clock
  /** Those that this process is at work with: it has not died, however long nothing was kept of how far it is. */
  here: ReadonlyMap<string, Progress | undefined>
}

const KEPT_MINUTES = 30
/** Of work from which nothing was heard for so long it is taken that its process has died. */
const SILENT_SECONDS = 20
/** Who imported what stays on these pages so long; the audit log keeps it. */
const SHOWN_DAYS = 90
const MOST_LATELY = 20
/** So many of a file's faults are kept. */
const MOST_FAULTS = 2000

const sessionContext = 'import session'
const outcomeContext = (id: string): string => `import ${id} outcome`

/** Files that were sent, in the database: sealed, piece by piece. */
export function createPostgresPendingImports({ db, sealer, clock, here }: Deps): PendingImports {
  const now = () => clock.now().toJSDate()
  const silentFrom = () => clock.now().plus({ seconds: SILENT_SECONDS }).toJSDate()
  const ofSession = (sessionId: string) =>
    db.selectFrom('imports').where('session_digest', 'in', sealer.digests(sessionId, sessionContext)).where(isThere(now()))

  function sealed(id: string, end: Settled): string | null {
    if (end.kind === 'imported') return sealer.seal(JSON.stringify(end.summary), outcomeContext(id))
    if (end.kind === 'brokenOff') return null
    const { kind: _, ...checked } = end
    return sealer.seal(JSON.stringify(withFewFaults(checked)), outcomeContext(id))
  }

  function stateOf(row: Row): ImportState {
    const outcome = row.outcome ? (JSON.parse(sealer.open(row.outcome, outcomeContext(row.id))) as unknown) : undefined
    if (row.status === 'checked') return { kind: 'checked', ...(outcome as Checked) }
    if (row.status === 'imported') return { kind: 'imported', summary: outcome as ImportSummary, at: row.settled_at ?? row.created_at }
    if (row.status !== 'checking' && row.status !== 'importing') return { kind: row.status as 'kept' | 'brokenOff' }
    if (row.at_work_until && row.at_work_until < now() && !here.has(row.id)) return { kind: 'brokenOff' }
    const progress = here.get(row.id) ?? progressOf(row)
    return { kind: row.status, ...(progress && { progress }) }
  }

  const toPending = (row: Row): PendingImport => ({
    id: row.id,
    kind: row.kind as ImportKind,
    sha256: row.file_sha256,
    bytes: row.file_bytes,
    expiresAt: row.expires_at,
    state: stateOf(row),
  })

  const store: PendingImports = {
    async keep(kind, file, { account, sessionId }) {
      const id = randomUUID()
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('imports')
          .values({
            id,
            kind,
            account_id: account.id,
            account_name: account.firstName,
            session_digest: sealer.digest(sessionId, sessionContext),
            file_sha256: createHash('sha256').update(file).digest('hex'),
            file_bytes: file.length,
            created_at: now(),
            expires_at: clock.now().plus({ minutes: KEPT_MINUTES }).toJSDate(),
            status: 'kept',
          })
          .execute()
        await keepPieces(trx, sealer, id, file)
      })
      return id
    },

    async find(id, sessionId) {
      const row = await ofSession(sessionId).where('id', '=', id).selectAll().executeTakeFirst()
      if (!row) return undefined
      const found = toPending(row)
      if (found.state.kind !== 'brokenOff' || !row.work || (await store.settle(id, row.work, { kind: 'brokenOff' }))) return found
      return store.find(id, sessionId)
    },

    async ofSession(sessionId) {
      const rows = await ofSession(sessionId).where('status', '!=', 'imported').orderBy('created_at').selectAll().execute()
      return rows.map(toPending)
    },

    async lately() {
      const done = db.selectFrom('imports').where('status', '=', 'imported')
      const rows = await done.orderBy('settled_at', 'desc').limit(MOST_LATELY).selectAll().execute()
      return rows.flatMap((row): DoneImport[] => {
        const state = stateOf(row)
        if (state.kind !== 'imported') return []
        return [{ id: row.id, kind: row.kind as ImportKind, by: row.account_name, at: state.at, summary: state.summary }]
      })
    },

    async *bytes(id) {
      const row = await db.selectFrom('imports').where('id', '=', id).select('file_sha256').executeTakeFirst()
      yield* readPieces(db, sealer, id, row?.file_sha256 ?? '')
    },

    async begin(id, sessionId, work, agreedTo) {
      const row = await ofSession(sessionId).where('id', '=', id).selectAll().executeTakeFirst()
      const state = row && stateOf(row)
      if (!row || !state || !mayBegin(state, work, agreedTo)) return undefined
      const workId = randomUUID()
      const begun = await db
        .updateTable('imports')
        .set({ status: work, work: workId, at_work_until: silentFrom(), step: null, done: null, of_all: null })
        .where('id', '=', id)
        .where(sql<boolean>`status = ${row.status} and work is not distinct from ${row.work}::uuid`)
        .executeTakeFirst()
      if (begun.numUpdatedRows === 0n) return undefined
      return { id: workId, kind: row.kind as ImportKind, sha256: row.file_sha256, ...(agreedTo && { agreedTo }) }
    },

    async beat(id, workId, progress) {
      const { step = null, done = null, of = null } = progress ?? {}
      await db
        .updateTable('imports')
        .set({ at_work_until: silentFrom(), step, done, of_all: of })
        .where('id', '=', id)
        .where('work', '=', workId)
        .execute()
    },

    async settle(id, workId, end, trx = db) {
      const settled = await trx
        .updateTable('imports')
        .set({ status: end.kind, work: null, at_work_until: null, outcome: sealed(id, end), settled_at: now() })
        .where('id', '=', id)
        .where('work', '=', workId)
        .executeTakeFirst()
      const isIts = settled.numUpdatedRows > 0n
      const isOver = end.kind === 'imported' || (end.kind === 'checked' && end.preview.kind === 'faults')
      if (isIts && isOver) await trx.deleteFrom('import_pieces').where('import_id', '=', id).execute()
      return isIts
    },

    async drop(id, sessionId) {
      const row = await ofSession(sessionId).where('id', '=', id).selectAll().executeTakeFirst()
      const state = row && stateOf(row).kind
      if (!row || state === 'imported' || state === 'checking' || state === 'importing') return false
      const gone = await db
        .deleteFrom('imports')
        .where('id', '=', id)
        .where(sql<boolean>`status = ${row.status} and work is not distinct from ${row.work}::uuid`)
        .executeTakeFirst()
      return gone.numDeletedRows > 0n
    },

    async tidy() {
      const over = sql<boolean>`case status when 'imported' then settled_at < ${clock.now().minus({ days: SHOWN_DAYS }).toJSDate()}::timestamptz
        else expires_at <= ${now()}::timestamptz and coalesce(at_work_until <= ${now()}::timestamptz, true) end`
      const rows = await db.selectFrom('imports').where(over).select('id').execute()
      for (const { id } of rows.filter((row) => !here.has(row.id)))
        await db.deleteFrom('imports').where('id', '=', id).where(over).execute()
    },
  }
  return store
}

type Row = Selectable<Tables['imports']>

/** Work that has begun goes on past the half hour, and what was done can be looked at. */
const isThere = (now: Date) =>
  sql<boolean>`(expires_at > ${now}::timestamptz or at_work_until > ${now}::timestamptz or status = 'imported')`

function mayBegin(state: ImportState, work: Work, agreedTo: string | undefined): boolean {
  if (work === 'checking') return state.kind === 'kept' || state.kind === 'brokenOff'
  return state.kind === 'checked' && state.preview.kind === 'ready' && state.preview.fingerprint === agreedTo
}

function progressOf({ step, done, of_all }: Row): Progress | undefined {
  return step ? { step: step as Progress['step'], done: done ?? 0, ...(of_all !== null && { of: of_all }) } : undefined
}

function withFewFaults({ preview, ...rest }: Checked): Checked {
  if (preview.kind !== 'faults') return { preview, ...rest }
  return { preview: { kind: 'faults', faults: preview.faults.slice(0, MOST_FAULTS) }, total: preview.faults.length, ...rest }
}
