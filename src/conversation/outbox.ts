import type { OutgoingMessage } from './channel.ts'
import type { Claim } from './claim.ts'

/**
 * Whose words they are. `bot`; `staff`, a colleague's; `service`, what tells of the conversation's course (somebody has taken it,
 * when an answer comes).
 */
export type Speaker = 'bot' | 'staff' | 'service'

/** Who may speak: `elsewhere` is Meta's inbox or another system. */
export type Holder = { kind: 'bot' } | { kind: 'nobody' } | { kind: 'colleague'; account: string } | { kind: 'elsewhere' }

export type PendingMessage = OutgoingMessage & {
  speaker: Speaker
  /** The colleague whose words they are, or of whom the service speaks. */
  account?: string
  attempts: number
  eventId: number
  /** Of the request that led to it. */
  correlationId?: string
  /** When the event that led to it was received. */
  receivedAt?: Date
  /** Its sending began once and nobody knows how that ended; for so many milliseconds its echo has been waited for. */
  uncertainForMs?: number
}

/** Whether what was said may still go out. */
export type Permission = {
  /** Whose the conversation is; absent where nobody knows, and then nothing goes. */
  holder?: Holder
  /** Staff have spoken or taken the thread, which still waits in the inbox: that event comes first. */
  staffWait: boolean
  /** Whether the message asked about still waits: an echo may have settled it. */
  isPending: boolean
  /** Until when the channel allows a reply; absent: always. */
  replyWindowUntil?: Date
  /** When the patient last wrote. */
  heardAt?: Date
  /** The code with which the channel last said that it cannot reach this person. */
  unreachable?: string
  /** For how many milliseconds more the whole channel pauses; 0 when it does not. */
  channelPausedMs: number
  /** Why nothing goes out on the whole channel; absent while it works. */
  channelStopped?: string
}

export type Outbox = {
  /** What is still to be sent in this conversation, in order (nothing while it has been put off), and whether it may be now. */
  pending(claim: Claim): Promise<{ messages: PendingMessage[]; permission: Permission }>
  /** Asked again before each further message. */
  permission(claim: Claim, messageId: string): Promise<Permission>
  /**
   * Gives each pending message its place in the channel's rate, over all processes, and notes that sending begins under
   * this claim, unless the first place is more than `patienceMs` away. Without a rate (`Infinity`) every place is now. Resolves
   * with the milliseconds until each place; with none when nothing is pending any more.
   */
  begin(claim: Claim, sendsPerSecond: number, patienceMs: number): Promise<Map<string, number>>
  /** Takes back that sending begins, for what is still pending and was begun under this claim: surely none of it was sent. */
  leaveUnbegun(claim: Claim): Promise<void>
  settle(messageId: string, as: { status: 'sent' | 'withheld' | 'failed'; code?: string; providerMessageId?: string }): Promise<void>
  /** Settles in the same way all that these speakers still have to say. Like `putOff` and `note` it changes nothing once the claim is lost. */
  settleAll(claim: Claim, as: { status: 'withheld' | 'failed'; code: string }, speakers: Speaker[]): Promise<void>
  /**
   * Puts the conversation's delivery off. `attempted` counts an attempt for a message. Places in the channel's rate are
   * given up, unless `keepPlaces`. `unknown` is a message whose sending began and ended nobody knows how: from the first time
   * that this is said, its echo is waited for. With `ifStopped` nothing changes when the channel works again by now.
   */
  putOff(claim: Claim, ms: number, how?: PutOff): Promise<void>
  /** The channel says something about this thread that holds until the person writes again, or for good. */
  note(claim: Claim, what: ThreadNote): Promise<void>
}

export type PutOff = { attempted?: string; unknown?: string; keepPlaces?: boolean; ifStopped?: boolean }

/** `windowClosed`: no reply until the person writes; `unreachable`, `plainOnly`; `standBy`: staff hold it until `until`. */
export type ThreadNote =
  | { kind: 'windowClosed' }
  | { kind: 'unreachable'; code: string }
  | { kind: 'plainOnly' }
  | { kind: 'standBy'; until: Date }
