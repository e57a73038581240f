import type { DeliveryShown } from '../../handoff/conversationView.ts'

const statuses = {
  queued: 'On its way',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  withheld: 'Not sent',
  failed: 'Not sent',
} as const

/** Why a message did not reach the patient, by what its code begins with, and what helps. The first that fits counts. */
const whys: [RegExp, string][] = [
  [/^OWNER_CHANGED$/, 'somebody else had the conversation by then.'],
  [/^(WINDOW_CLOSED|10\/(2018278|2534022|2018065))$/, 'the time in which Messenger lets us answer was over. Ring, text or write instead.'],
  [/^(551|10\/2018108|200\/1545041)/, 'this person does not take messages from us on Messenger any more. Ring, text or write instead.'],
  [/^100\/2018001/, 'Messenger does not know this person any more. Ring, text or write instead.'],
  [/^(100\/2534037|2018300)/, 'another app has the conversation on Messenger.'],
  [
    /^(NO_CONNECTION|TIMEOUT|BROKEN_OFF|UNREADABLE|HTTP_5|1$|2$|-1$|1\/|2\/)/,
    'Messenger did not answer. It may have arrived all the same.',
  ],
  [/^(190|200|10$|10\/1893063|2022|613\/2018338)/, 'Messenger refuses everything from this page at present. An admin has to look at it.'],
  [/^(4|613|80006)(\/|$)/, 'too many messages were sent at once.'],
]

/** How a message fared: a word, and where it did not arrive the reason in plain words. */
export function deliveryWords({ status, code }: Pick<DeliveryShown, 'status' | 'code'>): { word: string; why?: string } {
  const word = statuses[status]
  if (status !== 'failed' && status !== 'withheld') return { word }
  const why = whys.find(([pattern]) => pattern.test(code ?? ''))?.[1]
  return { word, why: why ?? `the channel refused it${code ? ` (${code})` : ''}.` }
}
