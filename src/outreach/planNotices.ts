import { DateTime } from 'luxon'
import { isLive, type NoticeAppointment, type PlannedNotice } from './notice.ts'
import { APART_HOURS, DAYS_BEFORE, PLANNED } from './reminderTimes.ts'

/**
 * Which notices an appointment as it now stands asks for, and when each is due. Not for one whose place another has taken: that
 * other one's change tells of both. `timeZone` is the site's.
 */
export function planNotices(appointment: NoticeAppointment, now: DateTime, timeZone: string): PlannedNotice[] {
  const starts = DateTime.fromJSDate(appointment.startsAt, { zone: timeZone })
  if (starts <= now) return []
  const atOnce = { dueAt: now.toJSDate() }
  if (appointment.status === 'asked') return [{ kind: 'asked', ...atOnce }]
  if (appointment.status === 'cancelled') return [{ kind: 'cancellation', ...atOnce }]
  if (!isLive(appointment)) return []
  return [{ ...told(appointment), ...atOnce }, ...reminders(starts, now)]
}

/** The office's own letter has told of an appointment that the office made. */
function told({ replaced, by }: NoticeAppointment): Omit<PlannedNotice, 'dueAt'> {
  if (replaced) return { kind: 'change' }
  return { kind: 'confirmation', ...(by === 'office' ? { withheld: 'OFFICE_TOLD' } : {}) }
}

function reminders(starts: DateTime, now: DateTime): PlannedNotice[] {
  const soonest = now.plus({ hours: APART_HOURS })
  const week = starts.minus({ days: 7 }).startOf('day').set({ hour: PLANNED.from })
  const days = decent(DateTime.max(starts.minus({ hours: DAYS_BEFORE.from }), soonest).setZone(starts.zone))
  return [
    ...(week >= soonest ? [{ kind: 'weekBefore', dueAt: week.toJSDate() } as const] : []),
    ...(days <= starts.minus({ hours: DAYS_BEFORE.to }) ? [{ kind: 'daysBefore', dueAt: days.toJSDate() } as const] : []),
  ]
}

/** The first instant from `time` on at which a reminder may be planned. */
function decent(time: DateTime): DateTime {
  const { from, to } = PLANNED
  if (time.hour < from) return time.startOf('day').set({ hour: from })
  return time.hour >= to ? time.plus({ days: 1 }).startOf('day').set({ hour: from }) : time
}
