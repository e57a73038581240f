import type { Generated } from 'kysely'

/** The tables about what the office does: rebooking after a cancelled clinic, requests, call-backs and letters. */
export type OfficeTables = {
  rebooking_offers: {
    appointment_id: string
    offered_at: Date
    account_id: string | null
    account_name: string
    via: string | null
    place_ids: number[]
  }
  request_steps: {
    request_id: string
    status: string
    at: Date
    account_id: string | null
    account_name: string
    told: string | null
    comment: string | null
  }
  call_backs: {
    id: Generated<string>
    form_key: string
    conversation_id: string | null
    participant_id: string | null
    details: string
    due_by: Date
    created_at: Date
    created_by: string | null
    created_name: string
    taken_at: Date | null
    taken_by: string | null
    taken_name: string | null
    done_at: Date | null
    done_by: string | null
    done_name: string | null
    outcome: string | null
  }
  call_back_tries: {
    call_back_id: string
    form_key: string
    at: Date
    account_id: string | null
    account_name: string
  }
  letters_posted: {
    notice_id: string
    at: Date
    account_id: string | null
    account_name: string
  }
}
