import type { Generated } from 'kysely'

/** The tables of files that admins bring in. */
export type ImportTables = {
  imports: {
    id: Generated<string>
    kind: string
    account_id: string
    account_name: string
    session_digest: string
    file_sha256: string
    file_bytes: number
    created_at: Date
    expires_at: Date
    status: string
    work: string | null
    at_work_until: Date | null
    step: string | null
    done: number | null
    of_all: number | null
    outcome: string | null
    settled_at: Date | null
  }
  import_pieces: { import_id: string; nth: number; sealed: string }
}
