import type { CalendarLinks } from './calendarLinks.ts'
import { emailAddress, mobileNumber } from './contact.ts'
import type { Contacts } from './notice.ts'

/** `reaches`: whether texts and emails can be sent at all. */
type Deps = { sendSoon: () => void; links: Pick<CalendarLinks, 'token'>; publicUrl: string; reaches: boolean }

/** What the conversation says of notices, and that there is something to tell. */
export function createTelling(deps: Deps) {
  const { sendSoon, links, reaches } = deps
  return {
    /** Call it when a booking, change or cancellation is committed. */
    appointmentChanged: async (_appointmentId: string): Promise<void> => sendSoon(),
    /** How she will hear of it, as a sentence that gives no number away. */
    toldBy({ details: { mobile, email } }: { details: Contacts }): string {
      const [number, address] = [mobileNumber(mobile), emailAddress(email)]
      if (reaches && number) return `We will send you a text to the number ending ${number.slice(-3)}.`
      if (reaches && address) return `We will send you an email at your address ending ${address.slice(address.indexOf('@'))}.`
      return 'We will send you a letter.'
    },
    calendarLink: ({ id }: { id: string }): string => `${deps.publicUrl}/calendar/${links.token(id)}`,
  }
}
