import type { Request } from 'restify'
import { AppError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import { openEventStream } from './eventStream.ts'
import type { MayRead } from './mayRead.ts'
import type { QueueFeed } from './queueFeed.ts'
import { readQueueLook } from './queueView.ts'
import type { TalkView } from './talkView.ts'
import type { ConsoleRoutes, SignedIn, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  feed: QueueFeed
  talkView: Pick<TalkView, 'header'>
  mayRead: MayRead
  /** Who is signed in, without making the session last longer for it: a stream that is left open is no work. */
  signedIn: (req: Request) => Promise<SignedIn | undefined>
  log: Log
  /** Streams of this process at once, and milliseconds between two looks whether the session stands. */
  bounds?: { most: number; sessionMs: number }
}

const BOUNDS = { most: 300, sessionMs: 30_000 }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * GET `/staff/events`: what changes, for the pages' script. `show` and `page`: which list; `conversation`: which conversation; without
 * either only how many wait. `signedOut` ends it when the session is over, `notAllowed` when she has to say again why she looks.
 */
export function liveRoutes({ routes, feed, talkView, mayRead, signedIn, log, bounds = BOUNDS }: Deps) {
  const open = new Set<() => void>()

  async function stream(visit: Visit): Promise<void> {
    const { show, page, conversation } = visit.req.query as { show?: string; page?: string; conversation?: string }
    if (open.size >= bounds.most) throw new AppError('TOO_MANY_REQUESTS', 'streams', { retryAfterSeconds: 5 })
    const mayRest = conversation === undefined || (await mayWatch(visit, conversation))
    const events = openEventStream(visit.res)
    if (!mayRest) events.send('notAllowed', {})
    const unwatch = feed.watch({
      viewer: visit,
      ...(show === undefined ? {} : { look: readQueueLook({ show, ...(page ? { page } : {}) }) }),
      ...(conversation && mayRest ? { conversationId: conversation } : {}),
      send: (update) => events.send('update', update),
    })
    const check = setInterval(() => {
      stillThere(visit).then(
        (isThere) => {
          if (isThere) return
          events.send('signedOut', {})
          events.close()
        },
        () => log.warn('desk.sessionNotChecked'),
      )
    }, bounds.sessionMs)
    open.add(events.close)
    await events.closed
    open.delete(events.close)
    clearInterval(check)
    unwatch()
  }

  async function mayWatch({ account }: Visit, conversationId: string): Promise<boolean> {
    const header = uuid.test(conversationId) ? await talkView.header(conversationId) : undefined
    return header !== undefined && (await mayRead(account, header)) !== undefined
  }

  /** The same session, in the same name, still with the role. */
  async function stillThere(visit: Visit): Promise<boolean> {
    const session = await signedIn(visit.req)
    return session?.sessionId === visit.sessionId && session.account.roles.includes('staff')
  }

  return {
    routes: [routes.get('/staff/events', 'staff', stream)],
    /** Ends every stream: the service stops. */
    close(): void {
      for (const end of open) end()
    },
  }
}
