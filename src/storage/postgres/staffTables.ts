import type { Generated } from 'kysely'

/** The tables about the people who work here, what they have taken on, and what they did. */
export type StaffTables = {
  accounts: {
    id: Generated<string>
    email: string
    first_name: string
    roles: string[]
    password_hash: string | null
    totp_secret: string | null
    totp_step: number | null
    issuer: string | null
    subject: string | null
    failures: Generated<number>
    locked_until: Date | null
    sessions_from: Date | null
    created_at: Date
    disabled_at: Date | null
  }
  invitations: {
    code_digest: string
    roles: string[]
    created_by: string | null
    created_at: Date
    expires_at: Date
    used_at: Date | null
    account_id: string | null
    for_account: string | null
  }
  audit_log: {
    id: Generated<number>
    at: Date
    account_id: string | null
    account_name: string | null
    action: string
    subject_kind: string
    subject_id: string
    why: string | null
    details: Generated<unknown>
  }
  staff_notes: {
    id: Generated<string>
    conversation_id: string
    account_id: string
    author_name: string
    at: Date
    body: string
  }
}
