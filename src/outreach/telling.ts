import type { CalendarLinks } from './calendarLinks.ts'
import { emailAddress, mobileNumber } from './contact.ts'
import type { Contacts } from './notice.ts'
import type { NoticeStops } from './noticeStops.ts'

type Deps = {
  sendSoon: () => void
  links: Pick<CalendarLinks, 'token'>
  publicUrl: string
  /** Where she can be reached: what she gave us, before what is on record; nowhere, where neither texts nor emails can be sent. */
  contactsOf: (participantId: string) => Promise<Contacts>
  stops: Pick<NoticeStops, 'hasStopped'>
}

/** What the conversation says of notices, and that there is something to tell. */
export function createTelling(deps: Deps) {
  const { sendSoon, links, contactsOf, stops } = deps
  return {
    /** Call it when a booking, change or cancellation is committed. */
    appointmentChanged: async (): Promise<void> => sendSoon(),
    /** How she will hear of it, as a sentence that gives no number away. */
    async toldBy({ id }: { id: string }): Promise<string> {
      const { mobile, email } = await contactsOf(id)
      const [number, address] = [mobileNumber(mobile), emailAddress(email)]
      if (number && !(await stops.hasStopped(number))) return `We will send you a text to the number ending ${number.slice(-3)}.`
      if (address && !(await stops.hasStopped(address)))
        return `We will send you an email at your address ending ${address.slice(address.indexOf('@'))}.`
      return 'We will send you a letter.'
    },
    calendarLink: ({ id }: { id: string }): string => `${deps.publicUrl}/calendar/${links.token(id)}`,
  }
}
