import { discreetPlace } from './discreet.ts'
import type { Meeting, NoticeAppointment, NoticeKind } from './notice.ts'
import { spokenTime } from './spokenTime.ts'

/** What has happened, and which appointment now holds: nothing that tells a stranger what it is for. */
export function noticeStory(kind: NoticeKind, appointment: NoticeAppointment): string {
  const { by, replaced, live } = appointment
  switch (kind) {
    case 'asked':
      return sentences(
        `You asked for an appointment on ${when(appointment)}. We will tell you when it is confirmed.`,
        live && `Until then you keep ${when(live)}.`,
      )
    case 'confirmation':
      return `Your appointment is on ${when(appointment)}.`
    case 'change':
      return sentences(
        `Your appointment is now on ${when(appointment)}.`,
        replaced && `${by === 'patient' ? 'You' : 'We'} moved it from ${from(replaced, appointment)}.`,
      )
    case 'cancellation':
      return sentences(
        by === 'patient'
          ? `You cancelled your appointment on ${when(appointment)}.`
          : `We have had to cancel your appointment on ${when(appointment)}. We are sorry.`,
        live && `Your appointment is the one on ${when(live)}.`,
      )
    case 'weekBefore':
    case 'daysBefore':
      return `A reminder: your appointment is on ${when(appointment)}.`
  }
}

function sentences(...some: (string | undefined)[]): string {
  return some.filter(Boolean).join(' ')
}

function when(meeting: Meeting): string {
  const place = discreetPlace(meeting.site.name)
  return `${spokenTime(meeting)}${place ? `, at ${place}` : ''}`
}

/** The place is named again only where it was another one. */
function from(replaced: Meeting, { site }: Meeting): string {
  return replaced.site.name === site.name ? spokenTime(replaced) : when(replaced)
}
