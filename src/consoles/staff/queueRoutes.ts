import { htmlOf } from './pieces.ts'
import { type QueueLook, type QueueView, readQueueLook } from './queueView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

/** The list beside a conversation, and alone: its parts as they stand in a page. */
export async function queueParts(queueView: QueueView, look: QueueLook, accountId: string) {
  const [page, counts] = await Promise.all([queueView.list(look, accountId), queueView.counts()])
  const { tabs, rows, rest, label } = await queueView.shown(look, accountId, page, counts)
  return { tabs: tabs.html, rows: htmlOf(rows), rest: rest.html, label }
}

/** GET `/staff`: who needs somebody. */
export function queueRoutes({ routes, queueView }: { routes: ConsoleRoutes; queueView: QueueView }) {
  async function queuePage({ req, account, page }: Visit): Promise<void> {
    const look = readQueueLook(req.query as { show?: string; page?: string })
    const events = `/staff/events?show=${look.show}&page=${look.page}`
    await page('queuePage.njk', { queue: await queueParts(queueView, look, account.id), events })
  }
  return [routes.get('/staff', 'staff', queuePage)]
}
