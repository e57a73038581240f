import { plainPage } from './plainPage.ts'

/** What a patient has to know, and no way back into a chat that does not work. */
const chatIsAway = [
  'The chat does not work at the moment. Please try again in a few minutes.',
  'If it is an emergency, call 999. You can also ring the number in your letter.',
]

/** Leads on to where somebody begins who is signed in. */
const toConsole = { href: '/staff/sign-in', text: 'Go to the staff pages' }

type Options = { forStaff?: boolean }

/** A readable page for an error that a browser meets. `message` comes from the error table, never from a request. */
export function errorPage(status: number, message: string, correlationId: string, { forStaff = false }: Options = {}): string {
  const reference = status < 500 ? undefined : `If you tell us about this, please give this reference: ${correlationId}`
  const title = status === 404 ? 'Page not found' : 'Sorry, there is a problem'
  if (forStaff) return plainPage(title, [message], { small: reference, link: toConsole })
  if (status === 503) return plainPage(title, chatIsAway, { small: reference, link: undefined })
  return plainPage(title, [message], { small: reference })
}
