import type { Server } from 'restify'
import type { Handle } from '../../http/handle.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import { createPageAssets } from '../pageAssets.ts'
import { createPageFile, type PageFile, sendPageFile } from '../pageFile.ts'
import { type PageFacts, renderChatPage } from './renderChatPage.ts'

type Deps = { facts: () => Promise<PageFacts>; handle: Handle; limit: RateLimit }

/** The patient's chat page, and what it loads. */
export function chatPageRoutes({ facts, handle, limit }: Deps): (server: Server) => void {
  const assets = createPageAssets()
  let last: { html: string; file: PageFile } | undefined

  /** Compressed again only when a fact has changed. */
  async function page(): Promise<PageFile> {
    const [script, style, icon] = await Promise.all([assets.address('chat.js'), assets.address('chat.css'), assets.address('favicon.svg')])
    const html = renderChatPage(await facts(), { script, style, icon })
    if (last?.html !== html) last = { html, file: createPageFile('text/html; charset=utf-8', Buffer.from(html)) }
    return last.file
  }

  return (server) => {
    server.get(
      '/',
      handle(async (_req, res) => {
        res.sendRaw(302, '', { Location: '/chat' })
      }),
    )
    server.get(
      '/chat',
      handle(async (req, res) => {
        await limit.byAddress(req, 'page')
        sendPageFile(req, res, await page(), 'no-cache')
      }),
    )
    assets.routes(['chat.js', 'chat.css', 'favicon.svg'], handle, limit)(server)
  }
}
