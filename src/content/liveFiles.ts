import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { PackFile } from './packFile.ts'

/** The files of a pack from its folder, which speaks until the first publication. */
export type FolderFiles = () => Promise<PackFile[]>

/** The version that is live, by its number; undefined while nothing has been published. */
export async function liveVersion(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db.selectFrom('content_versions').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && Number(row.id)
}

export async function versionFiles(db: Kysely<Tables>, version: number): Promise<PackFile[]> {
  return db
    .selectFrom('content_version_files as v')
    .innerJoin('content_files as f', 'f.hash', 'v.hash')
    .where('v.version_id', '=', version)
    .select(['v.path', 'f.yaml'])
    .orderBy('v.path')
    .execute()
}

/** What is live, and which version that is. */
export async function liveFiles(db: Kysely<Tables>, folder: FolderFiles): Promise<{ version: number | undefined; files: PackFile[] }> {
  const version = await liveVersion(db)
  return { version, files: version === undefined ? await folder() : await versionFiles(db, version) }
}
