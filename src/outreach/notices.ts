import type { NoticeAppointment, NoticeKind, PlannedNotice, Via } from './notice.ts'

/** A notice that this process is to send. Nobody else touches it for five minutes from `begunAt`. */
export type DueNotice = {
  /** Another one for each change of the appointment; Notify knows the notice by it. */
  id: string
  kind: NoticeKind
  /** The way to begin with; absent: the first there is. */
  via?: Via
  /** Tries so far that Notify did not take. */
  attempts: number
  begunAt: Date
  /** An earlier try may have reached Notify: it has to be asked first. */
  mayHaveGone: boolean
  appointment: NoticeAppointment
}

/** letter: from now on a task for staff. */
export type NoticeOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'letter'; code?: string }
  | { kind: 'failed'; code: string }
  | { kind: 'withheld'; code: string }

/** What is told outside the chat: planned, claimed by one process, and settled once. What is no longer claimed is not changed. */
export type Notices = {
  /** Appointments still to come, of whose present state nothing has been planned. */
  unplanned(now: Date, limit: number): Promise<NoticeAppointment[]>
  /** Keeps what is planned, and withholds what was for an earlier state. Planning the same again, or an old state, changes nothing. */
  plan(appointment: Pick<NoticeAppointment, 'id' | 'sequence'>, planned: PlannedNotice[], now: Date): Promise<void>
  /** Claims what is due, and withholds what no longer holds: of a dead, changed or past appointment, or of somebody who has died. */
  take(now: Date, limit: number): Promise<DueNotice[]>
  /** Notes the way just before it is tried, and claims anew; undefined when it is no longer ours to send. */
  begin(notice: DueNotice, via: Via, now: Date): Promise<DueNotice | undefined>
  settle(notice: DueNotice, outcome: NoticeOutcome, now: Date): Promise<void>
  /** Gives it back until then. `attempted`: Notify was tried, and did not take it or did not say. */
  putOff(notice: DueNotice, until: Date, why?: { code: string; attempted: boolean }): Promise<void>
  /** The appointment as it is now. */
  appointment(id: string): Promise<NoticeAppointment | undefined>
}
