import type { Generated } from 'kysely'

/** The diary's tables: places and who has them, the invited people and what is known, asked and told of them. */
export type DiaryTables = {
  sites: {
    id: Generated<string>
    code: string
    programme: Generated<string>
    name: string
    kind: string
    time_zone: Generated<string>
    first_day: string | null
    last_day: string | null
    step_free: Generated<boolean>
    implants: Generated<boolean>
    devices: Generated<boolean>
    outcodes: Generated<string[]>
    practicals: Generated<unknown>
  }
  closed_days: {
    id: Generated<string>
    day: string
    site_id: string | null
    reason: string
  }
  clinics: {
    id: Generated<string>
    code: string
    site_id: string
    day: string
    slot_minutes: number
    status: Generated<string>
    cancelled_at: Date | null
    cancelled_by: string | null
    cancelled_name: string | null
    cancel_reason: string | null
  }
  slots: {
    id: Generated<number>
    clinic_id: string
    starts_at: Date
    minutes: number
    double: Generated<boolean>
    capacity: Generated<number>
    released: Generated<boolean>
    stopped: Generated<boolean>
  }
  places: {
    id: Generated<number>
    slot_id: number
    ordinal: number
    site_id: string
    starts_at: Date
    double: boolean
    offered: boolean
    kept: Generated<boolean>
    taken: Generated<boolean>
    held_by: string | null
    held_until: Date | null
  }
  participants: {
    id: Generated<string>
    programme: Generated<string>
    nhs_digest: string | null
    sx_digest: string | null
    details: string
    outcode: string | null
    practice: string | null
    round: string | null
    invited_on: string | null
    due_on: string | null
    last_screened_on: string | null
    last_site_code: string | null
    needs: Generated<string[]>
    language: string | null
    staff_only: string | null
    row_digest: string | null
    imported_at: Date
  }
  appointments: {
    id: Generated<string>
    participant_id: string
    programme: string
    place_id: number
    status: string
    needs: Generated<string[]>
    conversation_id: string | null
    made_key: string | null
    made_at: Date
    replaces: string | null
    sequence: Generated<number>
  }
  appointment_changes: {
    id: Generated<number>
    appointment_id: string
    at: Date
    status: string
    author: string
    author_name: string | null
    reason: string
    key: string | null
  }
  check_links: {
    token_digest: string
    conversation_id: string
    created_at: Date
    expires_at: Date
    failures: Generated<number>
    used_at: Date | null
  }
  checked_people: {
    id: Generated<number>
    conversation_id: string
    participant_id: string
    checked_at: Date
    lapses_at: Date
    dropped_at: Date | null
  }
  given_contacts: {
    participant_id: string
    details: string
    given_at: Date
  }
  requests: {
    id: Generated<string>
    request_key: string
    kind: string
    conversation_id: string | null
    participant_id: string | null
    appointment_id: string | null
    details: string | null
    status: Generated<string>
    created_at: Date
    settled_at: Date | null
  }
  notices: {
    id: Generated<string>
    appointment_id: string
    kind: string
    via: string | null
    due_at: Date
    status: Generated<string>
    attempts: Generated<number>
    begun_at: Date | null
    provider_id: string | null
    outcome_code: string | null
    settled_at: Date | null
  }
  notice_stops: {
    contact_digest: string
    stopped_at: Date
  }
}
