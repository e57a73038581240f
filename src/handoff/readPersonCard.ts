import { DateTime } from 'luxon'
import type { Appointment, AppointmentStatus } from '../booking/appointment.ts'
import type { ConversationsOf } from '../booking/conversationsOf.ts'
import type { Participant } from '../booking/participant.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NoticeHistory, NoticeRecord } from '../outreach/noticeHistory.ts'
import type { PersonCard, ReadPersonCard } from './personCard.ts'

type Deps = {
  participants: { get(id: string): Promise<Participant | undefined> }
  diary: { of(participantId: string, programme: string): Promise<Appointment[]> }
  notices: Pick<NoticeHistory, 'of'>
  conversationsOf: ConversationsOf
  timeZone: () => Promise<string>
  clock: Clock
}

const statuses: Partial<Record<AppointmentStatus, string>> = {
  asked: 'asked for, the office has not confirmed it',
  booked: 'booked',
  confirmed: 'confirmed',
  attended: 'she came',
  attendedNotScreened: 'she came, and was not screened',
  didNotAttend: 'she did not come',
  cancelled: 'cancelled',
}

/** So many are shown. */
const MOST = { appointments: 2, notices: 6, conversations: 5 }

/** The card of whoever was checked, from the invited people, the diary, and what was told her. */
export function createReadPersonCard({ participants, diary, notices, conversationsOf, timeZone, clock }: Deps): ReadPersonCard {
  return async ({ id, person }) => {
    const found = person && (await participants.get(person.participantId))
    if (!found) return undefined
    const [all, conversations, zone] = await Promise.all([
      diary.of(found.id, found.programme),
      conversationsOf(found.id, clock.now().toJSDate()),
      timeZone(),
    ])
    const appointments = all.slice(0, MOST.appointments)
    const told = await Promise.all(appointments.map((appointment) => notices.of(appointment.id)))
    const shown = appointments.map((appointment, n) => ({
      label: n === 0 ? 'Appointment' : 'Before',
      text: appointmentWords(appointment, zone),
    }))
    return {
      id: found.id,
      facts: [
        { label: 'Name', text: found.details.name },
        { label: 'Born', text: DateTime.fromISO(found.details.dateOfBirth).setLocale('en-GB').toFormat('d LLLL yyyy') },
        ...(shown.length > 0 ? shown : [{ label: 'Appointment', text: 'none' }]),
      ],
      ways: waysTo(found),
      needs: found.needs,
      ...(found.language ? { language: found.language } : {}),
      ...(found.staffOnly ? { staffOnly: found.staffOnly } : {}),
      notices: latest(told.flat()).slice(0, MOST.notices),
      conversations: conversations.filter((other) => other.id !== id).slice(0, MOST.conversations),
    }
  }
}

function appointmentWords({ startsAt, site, status }: Appointment, zone: string): string {
  const at = DateTime.fromJSDate(startsAt, { zone: site.timeZone ?? zone }).setLocale('en-GB')
  return `${at.toFormat('ccc d LLL yyyy')}, ${at.toFormat('h:mma').toLowerCase()}, ${site.name}: ${statuses[status] ?? status}`
}

const latest = (notices: NoticeRecord[]): NoticeRecord[] =>
  notices.sort((a, b) => (b.settledAt ?? b.dueAt).getTime() - (a.settledAt ?? a.dueAt).getTime())

function waysTo({ details: { mobile, email, address, postcode } }: Participant): PersonCard['ways'] {
  const written = [address, postcode].filter(Boolean).join(', ')
  return [
    ...(mobile ? [{ label: 'Ring or text', text: mobile, href: `tel:${mobile.replace(/[^+\d]/g, '')}` }] : []),
    ...(email ? [{ label: 'Email', text: email, href: `mailto:${email}` }] : []),
    ...(written ? [{ label: 'Write', text: written }] : []),
  ]
}
