import type { NoticeAppointment, NoticeKind } from './notice.ts'

/** What staff are to post. `code`: why it goes by letter. */
export type LetterTask = { id: string; kind: NoticeKind; since: Date; code?: string; appointment: NoticeAppointment }

/** A letter that is in the post, as far as staff said so. */
export type PostedLetter = { id: string; kind: NoticeKind; participantId: string; at: Date; by?: string }

export type LetterTasks = {
  /** Those that still hold, oldest first; of an appointment that has changed since there is none. */
  open(now: Date, limit: number): Promise<LetterTask[]>
  /** One of them; undefined when there is no such letter, or it is none to post any more. */
  get(id: string, now: Date): Promise<LetterTask | undefined>
  /** Posted: true for the one who says so first, who is noted. */
  done(id: string, now: Date, by?: { id: string; firstName: string }): Promise<boolean>
  /** The last ones that were posted, newest first. */
  posted(limit: number): Promise<PostedLetter[]>
}
