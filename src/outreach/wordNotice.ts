import type { CalendarLinks } from './calendarLinks.ts'
import type { NoticeAppointment, NoticeKind } from './notice.ts'
import { type NoticeWords, noticeWords } from './noticeWords.ts'

export type WordNotice = (kind: NoticeKind, appointment: NoticeAppointment) => Promise<NoticeWords>

type Deps = {
  facts: () => Promise<{ name: string; phone: string }>
  /** Where people reach the service; without it no link is named. */
  publicUrl: string | undefined
  links: Pick<CalendarLinks, 'token'>
}

/** Words with the service's facts as they are now. */
export function createWordNotice(deps: Deps): WordNotice {
  return async (kind, appointment) => {
    const { name, phone } = await deps.facts()
    // Read each time: without PUBLIC_URL the address is known only when the server listens.
    const { publicUrl, links } = deps
    const addresses = publicUrl ? { chat: `${publicUrl}/chat`, calendar: `${publicUrl}/calendar/${links.token(appointment.id)}` } : {}
    return noticeWords(kind, appointment, { name, phone, ...addresses })
  }
}
