/** Why a person is needed. */
export type EscalationReason =
  | 'asked'
  | 'notUnderstood'
  | 'emergency'
  | 'crisis'
  | 'abuse'
  | 'symptom'
  | 'complaint'
  | 'bereavement'
  | 'distress'
  | 'recall'
  | 'optOut'
  | 'veryHighRisk'
  | 'records'
  | 'botFailure'
  | 'undelivered'
  /** The bot has prepared an answer, which staff send. */
  | 'draft'
  /** A colleague who had it let go of it, or was silent for too long. */
  | 'left'

/** What is dangerous is closed by a person who has looked at it, and by nothing else. */
export const dangers: EscalationReason[] = ['emergency', 'crisis', 'abuse', 'symptom']

/** After these nothing automatic is said of times, nor put off, in the whole conversation: the phone may be read by somebody else. */
export const quietDangers: EscalationReason[] = ['crisis', 'abuse']

/** Staff are told of these, and the patient is not told that a person will answer. */
export const untold: EscalationReason[] = [...dangers, 'undelivered']

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

/** What a patient may be told of when a person answers. */
export type AnswerPromise =
  /** `isNextOpenDay`: on no day between today and that one is the team there. */
  | { kind: 'by'; at: Date; isNextOpenDay: boolean }
  /** After a crisis or abuse: that a person reads it, and no time. */
  | { kind: 'neutral' }
  /** While an emergency is open: nobody should wait for an answer here. */
  | { kind: 'emergency' }
  /** Nobody knows when the team is there. */
  | { kind: 'unknown' }

/** `alreadyOpen`: staff have been called for the same reason before, and have not closed it. `timeZone` is the service's. */
export type Escalated = { alreadyOpen: boolean; hours: StaffHours; promise: AnswerPromise; timeZone: string }

export type Escalations = {
  escalate(request: EscalationRequest): Promise<Escalated>
  /** What may be told now of when a person answers, where somebody has been called for already. */
  promised(conversationId: string): Promise<Omit<Escalated, 'alreadyOpen'>>
  /** Adds a line to the newest open escalation for this reason; false when there is none. */
  addNote(conversationId: string, reason: EscalationReason, note: string): Promise<boolean>
  /** The patient wants nobody for this reason after all. Danger stays open. */
  withdraw(conversationId: string, reason: EscalationReason): Promise<void>
  /** Staff have answered: what they had been called for in the conversation by then is done, but for danger, which they close themselves. */
  staffAnswered(conversationId: string, answeredAt: Date): Promise<void>
}
