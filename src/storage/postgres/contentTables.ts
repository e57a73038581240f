import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string | null, string | null>

export type ContentTables = {
  content_files: { hash: string; yaml: string }
  content_versions: {
    id: Generated<number>
    kind: 'installed' | 'published' | 'rolledBack'
    pack_hash: string
    made_at: Date
    made_by: string | null
    made_by_name: string | null
    approved_by: Generated<string[]>
    note: Generated<string>
    of_version: number | null
    figures: Json
  }
  content_version_files: { version_id: number; path: string; hash: string }
  content_draft: { id: Generated<number>; rev: Generated<number> }
  content_draft_files: {
    path: string
    hash: string | null
    base_hash: string | null
    rev: number
    authors: string[]
    author_names: string[]
    changed_at: Date
  }
  content_approvals: { pack_hash: string; account_id: string; account_name: string; at: Date }
  content_checks: {
    id: Generated<string>
    pack_hash: string
    live_hash: string
    begun_at: Date
    begun_by_name: string
    seen_at: Date
    done: Generated<number>
    total: Generated<number>
    ended_at: Date | null
    passed: boolean | null
    result: string | null
  }
  content_models: { key: string; part: number; bytes: Buffer; made_at: Generated<Date> }
}
