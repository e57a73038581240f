import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Contacts } from './notice.ts'
import type { NoticeReceipts, Receipt } from './receipts.ts'
import { waysAfter, waysFor } from './waysFor.ts'

type Deps = {
  receipts: NoticeReceipts
  contactsOf: (participantId: string) => Promise<Contacts>
  /** Has what is due sent. */
  sendSoon: () => void
  clock: Clock
  log: Log
}

/**
 * Keeps what became of a message. One that did not arrive goes the other way, or becomes a letter for staff; one for which a phone
 * was off for three days too: Notify has tried all that time, and nobody is left untold.
 */
export async function keepReceipt({ receipts, contactsOf, sendSoon, clock, log }: Deps, receipt: Receipt): Promise<void> {
  const now = clock.now().toJSDate()
  const { status, via } = receipt
  const notice = await receipts.gone(receipt)
  log.info('notice.receipt', { notice: receipt.reference, via, status, known: notice !== undefined })
  if (!notice) return
  if (status === 'delivered') return receipts.delivered(receipt, now)
  const ways = waysFor(notice, await contactsOf(notice.participantId), now)
  const [next] = waysAfter(ways, via)
  await receipts.failed(receipt, next?.via, now)
  if (next && next.via !== 'letter') sendSoon()
}
