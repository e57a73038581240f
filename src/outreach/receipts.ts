import type { NoticeKind, Via } from './notice.ts'

/** What Notify tells of a message that it took. */
export type Receipt = {
  /** Our reference: the notice's id. */
  reference: string
  via: 'sms' | 'email'
  providerId: string
  status: 'delivered' | 'permanent-failure' | 'temporary-failure' | 'technical-failure'
}

/** A notice that has gone, and to whom. */
export type GoneNotice = { id: string; kind: NoticeKind; via: Via; startsAt: Date; participantId: string }

/** What became of notices that were sent. A receipt that comes twice, or late, changes nothing more. */
export type NoticeReceipts = {
  /** The notice that last went this way, and has not been told of as delivered or failed. */
  gone(receipt: Pick<Receipt, 'reference' | 'via'>): Promise<GoneNotice | undefined>
  delivered(receipt: Receipt, now: Date): Promise<void>
  /** It did not arrive: `next` is the way to try now, or a letter for staff; without one it has failed. */
  failed(receipt: Receipt, next: Via | undefined, now: Date): Promise<void>
}
