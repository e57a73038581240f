import type { Server } from 'restify'
import type { Handle } from '../../http/handle.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import type { ShownNotice } from '../../outreach/shownNotices.ts'
import { renderNoticesPage } from './noticesPage.ts'

type Deps = {
  /** Only where nothing is sent and everybody is invented: on the embedded database, without a key of GOV.UK Notify. */
  isDemo: boolean
  facts: () => Promise<{ name: string }>
  shown: () => Promise<ShownNotice[]>
  handle: Handle
  limit: RateLimit
}

/** GET `/demo/notices`: what would have been sent. There is no such page but in the demo. */
export function noticesPageRoutes({ isDemo, facts, shown, handle, limit }: Deps) {
  return (server: Server): void => {
    if (!isDemo) return
    server.get(
      '/demo/notices',
      handle(async (req, res) => {
        await limit.byAddress(req, 'page')
        const html = renderNoticesPage((await facts()).name, await shown())
        res.sendRaw(200, html, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      }),
    )
  }
}
