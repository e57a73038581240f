import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { By, DraftState } from './draft.ts'
import { type FolderFiles, liveVersion, versionFiles } from './liveFiles.ts'
import type { PackFile } from './packFile.ts'
import { fileHash, packHash } from './packHash.ts'
import { readApprovals } from './postgresApprovals.ts'
import { countsFrom } from './postgresChecks.ts'
import { keepFiles, lockDraft, readDraft } from './postgresDraft.ts'
import type { Publisher, Seen } from './publisher.ts'

type Deps = { db: Kysely<Tables>; folder: FolderFiles; auditIn: (db: Kysely<Tables>) => Audit; clock: Clock }

type NewVersion = {
  kind: 'installed' | 'published' | 'rolledBack'
  files: PackFile[]
  by?: By
  approvedBy?: string[]
  note?: string
  of?: number
  figures?: Record<string, number>
}

/** Publishing in the database. Whoever changes the draft meanwhile waits, and whoever publishes waits for changes. */
export function createPostgresPublisher({ db, folder, auditIn, clock }: Deps): Publisher {
  async function make(trx: Kysely<Tables>, { kind, files, by, approvedBy = [], note = '', of, figures }: NewVersion): Promise<number> {
    const row = await trx
      .insertInto('content_versions')
      .values({
        kind,
        pack_hash: packHash(files),
        made_at: clock.now().toJSDate(),
        made_by: by?.id ?? null,
        made_by_name: by?.firstName ?? null,
        approved_by: approvedBy,
        note,
        of_version: of ?? null,
        figures: figures ? JSON.stringify(figures) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const id = Number(row.id)
    await keepFiles(
      trx,
      files.map(({ yaml }) => yaml),
    )
    const rows = files.map(({ path, yaml }) => ({ version_id: id, path, hash: fileHash(yaml) }))
    if (rows.length > 0) await trx.insertInto('content_version_files').values(rows).execute()
    return id
  }

  /** What every process hears once this is committed. */
  const tell = (trx: Kysely<Tables>) => sql`select pg_notify('conversation', 'changed content')`.execute(trx)

  return {
    approve: (by, seen) =>
      db.transaction().execute(async (trx) => {
        await lockDraft(trx)
        const state = await readDraft(trx, folder)
        if (!isAsSeen(state, seen)) return 'changedMeanwhile'
        if (wrote(state, by)) return 'ownWork'
        await trx
          .insertInto('content_approvals')
          .values({ pack_hash: seen.draftHash, account_id: by.id, account_name: by.firstName, at: clock.now().toJSDate() })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        await auditIn(trx).note({ account: by, action: 'draft.approved', subject: { kind: 'content', id: seen.draftHash } })
        return 'approved'
      }),

    approvals: async (draftHash) => {
      const state = await readDraft(db, folder)
      return state.draftHash === draftHash ? readApprovals(db, state) : []
    },

    publish: (by, seen, { needed, note, figures }) =>
      db.transaction().execute(async (trx) => {
        await lockDraft(trx)
        const state = await readDraft(trx, folder)
        if (!isAsSeen(state, seen)) return { kind: 'changedMeanwhile' }
        if (state.changes.length === 0) return { kind: 'nothingChanged' }
        if (!(await hasPassed(trx, seen, clock))) return { kind: 'notChecked' }
        const approvals = await readApprovals(trx, state)
        if (approvals.length < needed) return { kind: 'notApproved', needed, given: approvals.length }
        // What came with the software is kept, so that it can be taken back to.
        if (state.version === undefined) await make(trx, { kind: 'installed', files: state.live })
        const approvedBy = approvals.map(({ firstName }) => firstName)
        const version = await make(trx, { kind: 'published', files: state.draft, by, approvedBy, note, ...(figures && { figures }) })
        await trx.deleteFrom('content_draft_files').execute()
        await trx.deleteFrom('content_approvals').execute()
        const details = { version, files: state.changes.length, approvals: approvals.length }
        await auditIn(trx).note({ account: by, action: 'content.published', subject: { kind: 'content', id: String(version) }, details })
        await tell(trx)
        return { kind: 'published', version }
      }),

    rollBack: (by, of, { liveVersion: seen, note }) =>
      db.transaction().execute(async (trx) => {
        await lockDraft(trx)
        if ((await liveVersion(trx)) !== seen) return 'changedMeanwhile'
        const files = await versionFiles(trx, of)
        if (files.length === 0) return 'unknown'
        const version = await make(trx, { kind: 'rolledBack', files, by, note, of })
        await auditIn(trx).note({
          account: by,
          action: 'content.rolledBack',
          subject: { kind: 'content', id: String(version) },
          details: { of },
        })
        await tell(trx)
        return 'rolledBack'
      }),

    async versions({ before, limit }) {
      const rows = await db
        .selectFrom('content_versions')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        id: Number(row.id),
        kind: row.kind,
        madeAt: row.made_at,
        madeBy: row.made_by_name ?? undefined,
        approvedBy: row.approved_by,
        note: row.note,
        of: row.of_version === null ? undefined : Number(row.of_version),
        figures: (row.figures as Record<string, number> | null) ?? undefined,
      }))
    },

    async files(version) {
      const files = await versionFiles(db, version)
      return files.length > 0 ? files : undefined
    },
  }
}

const isAsSeen = ({ draftHash, liveHash }: DraftState, seen: Seen): boolean => draftHash === seen.draftHash && liveHash === seen.liveHash

export const wrote = ({ changes }: Pick<DraftState, 'changes'>, { id }: By): boolean =>
  changes.some(({ authors }) => authors.some((author) => author.id === id))

/** The newest check that ended and still counts, of exactly this beside exactly that. */
async function hasPassed(trx: Kysely<Tables>, { draftHash, liveHash }: Seen, clock: Clock): Promise<boolean> {
  const row = await trx
    .selectFrom('content_checks')
    .where('pack_hash', '=', draftHash)
    .where('live_hash', '=', liveHash)
    .where('begun_at', '>', countsFrom(clock))
    .where('ended_at', 'is not', null)
    .select('passed')
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.passed === true
}
