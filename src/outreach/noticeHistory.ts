import type { NoticeAppointment, NoticeKind, NoticeStatus, Via } from './notice.ts'

/** What was or will be told, and what became of it. */
export type NoticeRecord = { id: string; kind: NoticeKind; via?: Via; status: NoticeStatus; dueAt: Date; settledAt?: Date; code?: string }

export type NoticeHistory = {
  /** The notices of an appointment, in the order they are due. */
  of(appointmentId: string): Promise<NoticeRecord[]>
  /** What the demo would have sent, and letters for staff, newest first. */
  demo(limit: number): Promise<(NoticeRecord & { appointment: NoticeAppointment })[]>
}
