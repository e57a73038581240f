import type { AddressInfo } from 'node:net'
import type { Request, Server } from 'restify'
import type { Account, Role } from '../../src/accounts/account.ts'
import { createPageAssets } from '../../src/consoles/pageAssets.ts'
import { createRenderPage, type RenderPage } from '../../src/consoles/staff/renderPage.ts'
import { type ConsoleRoutes, consoleRoutes, type SignedIn } from '../../src/consoles/staff/visit.ts'
import { createServer } from '../../src/http/createServer.ts'
import { type Handle, handleWith } from '../../src/http/handle.ts'
import type { RateLimit } from '../../src/http/rateLimit.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { unlimited } from './unlimited.ts'

type Frame = {
  routes: ConsoleRoutes
  handle: Handle
  limit: RateLimit
  render: RenderPage
  signedIn: (req: Request) => Promise<SignedIn | undefined>
}

/**
 * The console around some of its pages, on 127.0.0.1, where signing in is left out: the cookie `as` says which account it is. Everything
 * else (roles, marks, layout, script and style) is the real one.
 */
export async function startConsole(database: Database, pages: (frame: Frame) => ((server: Server) => void)[]) {
  const { db } = database
  const server = createServer(silentLog)
  const limit = unlimited
  const handle = handleWith(silentLog)
  const assets = createPageAssets()
  const facts = async () => ({ name: 'Demo Screening Service', timeZone: 'Europe/London' })

  async function signedIn(req: Request) {
    const id = /(?:^|; )as=([0-9a-f-]{36})/.exec(req.headers.cookie ?? '')?.[1]
    const row = id && (await db.selectFrom('accounts').where('id', '=', id).selectAll().executeTakeFirst())
    if (!row) return undefined
    const account: Account = { id: row.id, email: row.email, firstName: row.first_name, roles: row.roles as Role[] }
    return { account, sessionId: row.id, mark: `mark-${row.id}` }
  }

  const render = createRenderPage({ assets, facts, waiting: async () => ({}) })
  const routes = consoleRoutes({ handle, signedIn, isOurMark: (session, mark) => mark === session.mark, render })
  assets.routes(['staff.js', 'staff.css', 'favicon.svg'], handle, limit)(server)
  for (const page of pages({ routes, handle, limit, render, signedIn })) page(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    /** Makes an account; returns it with the cookie that is hers. */
    async colleague(firstName: string, roles: Role[] = ['staff']) {
      const { id } = await db
        .insertInto('accounts')
        .values({ email: `${firstName}@example.org`.toLowerCase(), first_name: firstName, roles, created_at: new Date() })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id, firstName, mark: `mark-${id}`, cookie: { name: 'as', value: id, url } }
    },
    setRoles: (id: string, roles: Role[]) => db.updateTable('accounts').set({ roles }).where('id', '=', id).execute(),
    /** As a network does that breaks. */
    dropConnections: () => server.server.closeAllConnections(),
    stop: () =>
      new Promise<void>((closed) => {
        server.server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
