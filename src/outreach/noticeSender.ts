import type { NoticeWords } from './noticeWords.ts'
import type { Way } from './waysFor.ts'

/** A way that takes an electronic message. */
export type MessageWay = Exclude<Way, { via: 'letter' }>

/**
 * refused: not this way, to this address, however often it is tried. later: not now; `unknown`: it may have been taken all the same.
 * denied: the key is not accepted, so nothing goes to anybody.
 */
export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'refused'; code: string }
  | { kind: 'later'; code: string; unknown: boolean }
  | { kind: 'denied'; code: string }

export type FindOutcome = { kind: 'found'; providerId: string } | { kind: 'none' } | Exclude<SendOutcome, { kind: 'sent' | 'refused' }>

/** What brings messages to people. It knows no idempotency: who may have sent before has to `find` first. */
export type NoticeSender = {
  /** `reference` is the notice's id. Never throws. */
  send(way: MessageWay, words: Pick<NoticeWords, 'sms' | 'email'>, reference: string): Promise<SendOutcome>
  /** Whether a message with this reference was taken, of this kind. Never throws. */
  find(via: MessageWay['via'], reference: string): Promise<FindOutcome>
}
