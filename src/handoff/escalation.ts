/** Why a person is needed. */
export type EscalationReason =
  | 'asked'
  | 'emergency'
  | 'crisis'
  | 'abuse'
  | 'symptom'
  | 'complaint'
  | 'bereavement'
  | 'distress'
  | 'botFailure'
  | 'undelivered'

/** What is dangerous is closed by a person who has looked at it, and by nothing else. */
export const dangers: EscalationReason[] = ['emergency', 'crisis', 'abuse', 'symptom']

/** How soon: `now` (somebody may be in danger), `today`, `soon` (in the order they came). */
export type Urgency = 'now' | 'today' | 'soon'

export type EscalationRequest = {
  conversationId: string
  /** The inbox event that led to it: asking twice for the same event and reason makes one escalation. */
  eventId: number
  reason: EscalationReason
  /** What staff should know, in the patient's or the bot's words; sealed. */
  note?: string
}

/** When the team is next there: now until `until`, or from `from` on (instants; `zone` is the service's). */
export type StaffHours = { kind: 'open'; until: Date } | { kind: 'closed'; from: Date } | { kind: 'unknown' }

export type Escalated = { alreadyOpen: boolean; hours: StaffHours; timeZone: string }

export type Escalations = {
  escalate(request: EscalationRequest): Promise<Escalated>
  /** Adds a line to the newest open escalation for this reason; false when there is none. */
  addNote(conversationId: string, reason: EscalationReason, note: string): Promise<boolean>
  /** Staff have answered: what they were called for in the conversation is done, but for danger, which they close themselves. */
  staffAnswered(conversationId: string): Promise<void>
}
