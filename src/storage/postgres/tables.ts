import type { Generated, GeneratedAlways } from 'kysely'
import type { ContentTables } from './contentTables.ts'
import type { DeskTables } from './deskTables.ts'
import type { DiaryTables } from './diaryTables.ts'
import type { DraftTables } from './draftTables.ts'
import type { ImportTables } from './importTables.ts'
import type { OfficeTables } from './officeTables.ts'
import type { QualityTables } from './qualityTables.ts'
import type { ReadingTables } from './readingTables.ts'
import type { RetentionTables } from './retentionTables.ts'
import type { StaffTables } from './staffTables.ts'

/** The tables, as Kysely sees them. What each column means stands in the migrations. */
export type Tables = DiaryTables &
  ContentTables &
  DeskTables &
  DraftTables &
  ImportTables &
  OfficeTables &
  QualityTables &
  RetentionTables &
  ReadingTables &
  StaffTables & {
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
      owner_account: string | null
      taken_at: Date | null
      heard_at: Date | null
      staff_said_at: Date | null
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
      account_id: string | null
      author_name: string | null
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
      speaker: Generated<string>
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
      promised_for: Date | null
      renewals: Generated<number>
      alerted_at: Date | null
      closed_by: string | null
      closed_as: string | null
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
  }
