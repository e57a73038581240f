import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { By, Draft, DraftChange, DraftState, FileEdit, PutOutcome } from './draft.ts'
import { type FolderFiles, liveFiles } from './liveFiles.ts'
import type { PackFile } from './packFile.ts'
import { fileHash, packHash } from './packHash.ts'

type Deps = { db: Kysely<Tables>; folder: FolderFiles; auditIn: (db: Kysely<Tables>) => Audit; clock: Clock }

/** The draft in the database: the files that it says otherwise. */
export function createPostgresDraft({ db, folder, auditIn, clock }: Deps): Draft {
  async function putIn(trx: Kysely<Tables>, by: By, edits: FileEdit[]): Promise<PutOutcome> {
    await lockDraft(trx)
    const live = new Map((await liveFiles(trx, folder)).files.map(({ path, yaml }) => [path, yaml]))
    const before = new Map((await readChanges(trx, live)).map((change) => [change.path, change]))
    const late = edits.find(({ path, rev }) => (before.get(path)?.rev ?? 0) !== rev)
    if (late) return { kind: 'changedMeanwhile', current: before.get(late.path) }
    for (const edit of edits) await keep(trx, by, edit, live.get(edit.path), before.get(edit.path), clock.now().toJSDate())
    await trx.updateTable('content_draft').set({ rev: sql<number>`rev + 1` }).execute()
    await auditIn(trx).note(
      ...edits.map(({ path, yaml }) => ({
        account: by,
        action: 'draft.changed',
        subject: { kind: 'content' as const, id: path },
        details: { removed: yaml === undefined },
      })),
    )
    return { kind: 'kept', rev: Math.max(...edits.map(({ rev }) => rev)) + 1 }
  }

  return {
    state: (trx) => readDraft(trx ?? db, folder),
    put: (by, edits, trx) => (trx ? putIn(trx, by, edits) : db.transaction().execute((own) => putIn(own, by, edits))),
    discard: (by, path, rev) =>
      db.transaction().execute(async (trx) => {
        const live = (await liveFiles(trx, folder)).files.find((file) => file.path === path)
        return putIn(trx, by, [{ path, yaml: live?.yaml, rev }])
      }),
  }
}

/** Whatever changes the draft, or publishes it, waits for its turn. */
export async function lockDraft(trx: Kysely<Tables>): Promise<void> {
  await sql`select from content_draft for update`.execute(trx)
}

export async function readDraft(db: Kysely<Tables>, folder: FolderFiles): Promise<DraftState> {
  const { version, files } = await liveFiles(db, folder)
  const live = new Map(files.map(({ path, yaml }) => [path, yaml]))
  const changes = await readChanges(db, live)
  const draft = changedFiles(live, changes)
  return { version, live: files, liveHash: packHash(files), draft, draftHash: packHash(draft), changes }
}

function changedFiles(live: ReadonlyMap<string, string>, changes: DraftChange[]): PackFile[] {
  const files = new Map(live)
  for (const { path, yaml } of changes)
    if (yaml === undefined) files.delete(path)
    else files.set(path, yaml)
  return Array.from(files, ([path, yaml]) => ({ path, yaml })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Without those that what is live says by now. */
async function readChanges(db: Kysely<Tables>, live: ReadonlyMap<string, string>): Promise<DraftChange[]> {
  const rows = await db
    .selectFrom('content_draft_files as d')
    .leftJoin('content_files as f', 'f.hash', 'd.hash')
    .leftJoin('content_files as b', 'b.hash', 'd.base_hash')
    .select(['d.path', 'f.yaml', 'b.yaml as base', 'd.rev', 'd.authors', 'd.author_names', 'd.changed_at'])
    .orderBy('d.path')
    .execute()
  return rows
    .map((row) => ({
      path: row.path,
      yaml: row.yaml ?? undefined,
      base: row.base ?? undefined,
      rev: row.rev,
      authors: row.authors.map((id, i) => ({ id, firstName: row.author_names[i] ?? '' })),
      changedAt: row.changed_at,
    }))
    .filter(({ path, yaml }) => live.get(path) !== yaml)
}

/** Writes one file's change. What is as it is live is no change, but its number goes on. */
async function keep(
  trx: Kysely<Tables>,
  by: By,
  { path, yaml, rev }: FileEdit,
  live: string | undefined,
  before: DraftChange | undefined,
  at: Date,
): Promise<void> {
  if (yaml === live) {
    await trx.deleteFrom('content_draft_files').where('path', '=', path).execute()
    return
  }
  const base = before ? before.base : live
  await keepFiles(trx, [yaml, base])
  const others = (before?.authors ?? []).filter(({ id }) => id !== by.id)
  const row = {
    hash: yaml === undefined ? null : fileHash(yaml),
    base_hash: base === undefined ? null : fileHash(base),
    rev: rev + 1,
    authors: [...others.map(({ id }) => id), by.id],
    author_names: [...others.map(({ firstName }) => firstName), by.firstName],
    changed_at: at,
  }
  await trx
    .insertInto('content_draft_files')
    .values({ path, ...row })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(row))
    .execute()
}

/** Keeps what files say, once each. */
export async function keepFiles(trx: Kysely<Tables>, yamls: (string | undefined)[]): Promise<void> {
  const rows = yamls.flatMap((yaml) => (yaml === undefined ? [] : { hash: fileHash(yaml), yaml }))
  if (rows.length === 0) return
  await trx
    .insertInto('content_files')
    .values([...new Map(rows.map((row) => [row.hash, row])).values()])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
