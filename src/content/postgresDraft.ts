import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { type By, type Draft, type DraftChange, type DraftState, type FileEdit, type PutOutcome, saidOf } from './draft.ts'
import { type FolderFiles, liveFiles } from './liveFiles.ts'
import { idOfPath, type PackFile } from './packFile.ts'
import { fileHash, packHash } from './packHash.ts'

type Deps = { db: Kysely<Tables>; folder: FolderFiles; auditIn: (db: Kysely<Tables>) => Audit; clock: Clock }

/** The draft in the database: the files that it says otherwise. */
export function createPostgresDraft({ db, folder, auditIn, clock }: Deps): Draft {
  async function putIn(trx: Kysely<Tables>, by: By, edits: FileEdit[]): Promise<PutOutcome> {
    await lockDraft(trx)
    const live = new Map((await liveFiles(trx, folder)).files.map(({ path, yaml }) => [path, yaml]))
    const before = new Map((await readChanges(trx, live)).map((change) => [change.path, change]))
    const late = edits.find(({ path, from }) => (before.get(path) ?? { yaml: live.get(path) }).yaml !== from)
    if (late) return { kind: 'changedMeanwhile', current: before.get(late.path) }
    const signed = { by, at: clock.now().toJSDate() }
    for (const edit of edits) {
      const moved = edits.find((other) => isMoveOf(other, edit))
      const wrote = [...(before.get(edit.path)?.authors ?? []), ...((moved && before.get(moved.path)?.authors) ?? [])]
      await keep(trx, edit, { live: live.get(edit.path), before: before.get(edit.path), wrote }, signed)
    }
    await trx.updateTable('content_draft').set({ rev: sql<number>`rev + 1` }).execute()
    await auditIn(trx).note(
      ...edits.map(({ path, yaml }) => ({
        account: by,
        action: 'draft.changed',
        subject: { kind: 'content' as const, id: path },
        details: { removed: yaml === undefined },
      })),
    )
    return { kind: 'kept' }
  }

  return {
    state: (trx) => readDraft(trx ?? db, folder),
    put: (by, edits, trx) => (trx ? putIn(trx, by, edits) : db.transaction().execute((own) => putIn(own, by, edits))),
    discard: (by, path, rev) =>
      db.transaction().execute(async (trx) => {
        await lockDraft(trx)
        const { live, changes } = await readDraft(trx, folder)
        const current = changes.find((change) => change.path === path)
        if (current?.rev !== rev) return { kind: 'changedMeanwhile', current }
        return putIn(trx, by, [{ path, yaml: saidOf({ draft: live }, path), from: current.yaml }])
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

/** A file that goes where another of the same name comes has moved: whoever wrote it has written what is there now. */
const isMoveOf = (gone: FileEdit, come: FileEdit): boolean =>
  gone.yaml === undefined && come.yaml !== undefined && idOfPath(gone.path) === idOfPath(come.path)

/** Writes one file's change. What is as it is live is no change. `wrote`: whose words it holds already. */
async function keep(
  trx: Kysely<Tables>,
  { path, yaml }: FileEdit,
  { live, before, wrote }: { live: string | undefined; before: DraftChange | undefined; wrote: By[] },
  { by, at }: { by: By; at: Date },
): Promise<void> {
  if (yaml === live) {
    await trx.deleteFrom('content_draft_files').where('path', '=', path).execute()
    return
  }
  const base = before ? before.base : live
  await keepFiles(trx, [yaml, base])
  const others = [...new Map(wrote.map((author) => [author.id, author])).values()].filter(({ id }) => id !== by.id)
  const row = {
    hash: yaml === undefined ? null : fileHash(yaml),
    base_hash: base === undefined ? null : fileHash(base),
    rev: (before?.rev ?? 0) + 1,
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
