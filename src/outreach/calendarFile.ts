import { DateTime } from 'luxon'
import { discreetPlace } from './discreet.ts'
import { isLive, type Meeting, type NoticeAppointment } from './notice.ts'

/** What people should allow for. */
const MINUTES = 30
/** Octets in a line, without its end (RFC 5545, 3.1). */
const LINE = 75

type Event = Meeting & Pick<NoticeAppointment, 'id' | 'sequence' | 'status'>

/**
 * An appointment for a calendar (RFC 5545), times in UTC. One that has been cancelled takes itself out again, under the same UID; one
 * that replaces another takes that one out.
 */
export function calendarFile(event: Event & Pick<NoticeAppointment, 'replaced'>, now: DateTime): string {
  const { status, replaced } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${status === 'cancelled' ? 'CANCEL' : 'PUBLISH'}`,
    ...eventLines(event, now),
    ...(replaced && isLive(event) ? eventLines({ ...replaced, status: 'cancelled' }, now) : []),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(event: Event, now: DateTime): string[] {
  const starts = DateTime.fromJSDate(event.startsAt, { zone: 'utc' })
  const place = discreetPlace(event.site.name)
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@appointments`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(starts)}`,
    `DTEND:${stamp(starts.plus({ minutes: MINUTES }))}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${statusOf(event)}`,
    'SUMMARY:Appointment',
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

function stamp(time: DateTime): string {
  return time.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")
}

function statusOf({ status }: Event): string {
  if (status === 'cancelled') return 'CANCELLED'
  return status === 'asked' ? 'TENTATIVE' : 'CONFIRMED'
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\r?\n/g, '\\n')
}

/** Long lines go on in the next one, after a space; never within a letter. */
function folded(line: string): string {
  const parts = ['']
  for (const letter of line) {
    const last = parts.length - 1
    const room = last === 0 ? LINE : LINE - 1
    if (Buffer.byteLength(`${parts[last]}${letter}`) > room) parts.push(letter)
    else parts[last] += letter
  }
  return parts.join('\r\n ')
}
