import type { Generated, GeneratedAlways } from 'kysely'

/** The tables, as Kysely sees them. What each column means stands in the migrations. */
export type Tables = {
  conversations: {
    id: Generated<string>
    channel: string
    address: string
    owner: Generated<string>
    owner_name: string | null
    owner_until: Date | null
    reply_window_until: Date | null
    arrivals: Generated<number>
    last_seq: Generated<number>
    answered: Generated<boolean>
    lease_epoch: Generated<number>
    lease_until: Date | null
    deliver_after: Date | null
    created_at: Date
    last_event_at: Date
    reply_to: string | null
    first_ref: string | null
    last_ref: string | null
    unreachable_code: string | null
    plain_only: Generated<boolean>
    bot_since: Date | null
    erased_at: Date | null
  }
  inbox: {
    id: Generated<number>
    event_key: string
    conversation_id: string
    kind: string
    occurred_at: Date
    received_at: Date
    body: string | null
    attempts: Generated<number>
    done_at: Date | null
    outcome: string | null
    correlation_id: string | null
  }
  transcript: {
    id: string
    conversation_id: string
    seq: number
    event_id: number
    position: number
    author: string
    at: Date
    body: string | null
    message_id: string | null
  }
  outbox: {
    id: string
    conversation_id: string
    seq: number
    status: Generated<string>
    attempts: Generated<number>
    queued_at: Date
    settled_at: Date | null
    provider_message_id: string | null
    outcome_code: string | null
    slot_at: Date | null
    begun_epoch: number | null
    begun_at: Date | null
    delivered_at: Date | null
    read_at: Date | null
  }
  channel_states: {
    channel: string
    next_send_at: Date | null
    paused_until: Date | null
    stopped_code: string | null
    stopped_advice: string | null
    stopped_at: Date | null
    retry_at: Date | null
  }
  data_deletions: {
    code: string
    person_digest: string
    requested_at: Date
    erased: number
  }
  escalations: {
    id: Generated<string>
    conversation_id: string
    event_id: number
    reason: string
    urgency: string
    created_at: Date
    note: string | null
    closed_at: Date | null
  }
  session_state: {
    key: string
    etag: string
    value: string
    expires_at: Date
  }
  key_check: {
    key_id: GeneratedAlways<string>
    sealed: string
  }
  service_facts: {
    id: Generated<number>
    facts: unknown
    updated_at: Date
  }
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
