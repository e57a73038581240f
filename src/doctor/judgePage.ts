import { type Finding, fault, ok, type Trouble, warning } from './finding.ts'

const what = 'Facebook page'

/** What Meta answered to a question about the page, or why it did not. */
export type Told<Answer> = ({ told: true } & Answer) | ({ told: false } & Trouble)

/** The page as its token finds it. */
export function judgePage(page: Told<{ name: string }>, pageId: string): Finding[] {
  if (!page.told) return [fault(what, page.says, page.advice)]
  return [ok(what, `"${page.name}" (${pageId}): Meta accepts the token with the proof of the app secret.`)]
}

/** What the page does not tell us of. A running service subscribes by itself, at its start and every five minutes. */
export function judgeSubscription(subscription: Told<{ missing: string[] }>): Finding {
  if (!subscription.told) return fault('Subscription', subscription.says, subscription.advice)
  const { missing } = subscription
  if (missing.length === 0) return ok('Subscription', 'The page tells us of everything that we need.')
  return warning(
    'Subscription',
    `The page does not tell us of ${missing.join(', ')}.`,
    'The service subscribes by itself at its start and every five minutes. If this stays: the token needs pages_manage_metadata.',
  )
}

/** Where nobody can say what the token may do. */
export function tokenNotChecked(): Finding {
  return warning(
    'Page token',
    'Its permissions and its end could not be checked without MESSENGER_APP_ID.',
    'Set MESSENGER_APP_ID to the number of the app, from App settings, Basic.',
  )
}
