import type { Appointment, Author } from '../booking/appointment.ts'
import type { Site } from '../booking/site.ts'

/** What a notice tells. asked: her wish is with the office, which has yet to confirm it. */
export type NoticeKind = 'asked' | 'confirmation' | 'change' | 'cancellation' | 'weekBefore' | 'daysBefore'

/** letter: a task for staff. */
export type Via = 'sms' | 'email' | 'letter'

/** sending: begun, and whether Notify has it is unknown. delivered, failed: as Notify reports. done: staff have posted the letter. */
export type NoticeStatus = 'due' | 'sending' | 'sent' | 'delivered' | 'failed' | 'withheld' | 'done'

/** When and where, as far as a notice tells it. */
export type Meeting = { startsAt: Date; site: Pick<Site, 'name' | 'timeZone' | 'practicals'> }

/** An appointment as notices see it: with what it replaces, and which other one of hers is live. */
export type NoticeAppointment = Meeting &
  Pick<Appointment, 'id' | 'participantId' | 'status' | 'sequence'> & {
    programme: string
    /** Who made it; of a cancelled one, who cancelled it. */
    by: Author['kind']
    replaced?: Meeting & Pick<Appointment, 'id' | 'sequence'>
    /** Her live appointment, where it is not this one. */
    live?: Meeting
  }

/** When a notice goes out; with `withheld`, why it never does: then it only stands there so that nobody plans it again. */
export type PlannedNotice = { kind: NoticeKind; dueAt: Date; withheld?: string }

/** Where a person can be reached. */
export type Contacts = { mobile?: string; email?: string }

/** Reminders come by themselves; the other kinds answer something that was done. */
export const isReminder = (kind: NoticeKind) => kind === 'weekBefore' || kind === 'daysBefore'

export const isLive = ({ status }: Pick<NoticeAppointment, 'status'>) => status === 'booked' || status === 'confirmed'
