import { plainPage } from './plainPage.ts'

/** A readable page for an error that a browser meets. `message` comes from the error table, never from a request. */
export function errorPage(status: number, message: string, correlationId: string): string {
  const reference = status < 500 ? undefined : `If you tell us about this, please give this reference: ${correlationId}`
  return plainPage(status === 404 ? 'Page not found' : 'Sorry, there is a problem', [message], reference)
}
