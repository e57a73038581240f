import type { NoticeAppointment, NoticeKind } from './notice.ts'

/** What staff are to post. `code`: why it goes by letter. */
export type LetterTask = { id: string; kind: NoticeKind; since: Date; code?: string; appointment: NoticeAppointment }

export type LetterTasks = {
  /** Those that still hold, oldest first; of an appointment that has changed since there is none. */
  open(now: Date, limit: number): Promise<LetterTask[]>
  /** Posted: true for the one who says so first. */
  done(id: string, now: Date): Promise<boolean>
}
