import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { EscalationReason, Urgency } from './escalation.ts'
import type { ReplyWindow } from './replyWindow.ts'
import type { ShownActivity } from './shownActivity.ts'
import type { Owner } from './takeover.ts'

export type ConversationHeader = {
  id: string
  channel: ChannelName
  /** The channel's address: the topic of its live events. Never shown. */
  address: string
  owner: Owner
  /** Somebody is needed, and no person has it. */
  isWaiting: boolean
  begunAt: Date
  heardAt?: Date
  window: ReplyWindow
  /** Who was checked in it and still is. */
  person?: { participantId: string; name?: string; until: Date }
}

/** What became of a message on its way to the patient; `code` says why it did not get there. */
export type DeliveryShown = { status: 'queued' | 'sent' | 'delivered' | 'read' | 'withheld' | 'failed'; at: Date; code?: string }

export type TalkEntry = {
  kind: 'entry'
  id: string
  seq: number
  at: Date
  /** `elsewhere`: a person who does not work with this desk, or whose name is not known. */
  who: 'patient' | 'assistant' | 'colleague' | 'elsewhere' | 'system'
  /** Of the assistant's words: who looked at them and sent them. */
  name?: string
  /** Said in the place of what the assistant had prepared. */
  drafted?: true
  /** Absent when the words are gone: the patient took them back, or asked for all of them to be erased. */
  said?: ShownActivity
  delivery?: DeliveryShown
}

/** What one colleague wrote for the others; never sent. */
export type TalkNote = { kind: 'note'; id: string; at: Date; by: string; text: string }

export type TalkItem = TalkEntry | TalkNote

/** The newest items, or those before an entry, in their order. `earlier`: the number to ask with for those before. */
export type TalkPart = { items: TalkItem[]; earlier?: number; lastSeq: number }

export type EscalationShown = {
  id: string
  reason: EscalationReason
  urgency: Urgency
  at: Date
  note?: string
  /** By when a person is to answer. */
  promisedFor?: Date
  /** The patient knows of that time: where somebody may be in danger she is told none. */
  isTold: boolean
  renewals: number
  closed?: { at: Date; by?: string; as?: 'answered' | 'closed' | 'handedBack' }
}

export type ConversationView = {
  header(conversationId: string): Promise<ConversationHeader | undefined>
  /** `before`: only entries with a smaller number. */
  talk(conversationId: string, before?: number): Promise<TalkPart>
  /** Open ones first, then the newest of the others. */
  escalations(conversationId: string): Promise<EscalationShown[]>
  /** A colleague has had it before her up to this entry. */
  markRead(conversationId: string, seq: number): Promise<void>
}
