import type { Request } from 'restify'
import { errorFacts } from '../../kernel/errorFacts.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import { openEventStream } from './eventStream.ts'
import type { MayRead } from './mayRead.ts'
import type { NoteReading } from './noteReading.ts'
import type { QueueFeed } from './queueFeed.ts'
import { readQueueLook } from './queueView.ts'
import type { TalkView } from './talkView.ts'
import type { ConsoleRoutes, SignedIn, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  feed: QueueFeed
  talkView: Pick<TalkView, 'header'>
  mayRead: MayRead
  noteReading: NoteReading
  /** Who is signed in, without making the session last longer for it: a stream that is left open is no work. */
  signedIn: (req: Request) => Promise<SignedIn | undefined>
  log: Log
  /** Streams of this process at once, and milliseconds between two looks whether the session stands. */
  bounds?: { most: number; sessionMs: number }
}

type Stream = { accountId: string; check(): Promise<void>; close(): void }

const BOUNDS = { most: 300, sessionMs: 30_000 }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * GET `/staff/events`: what changes, for the pages' script. `show` and `page`: which list; `conversation`: which conversation; without
 * either only how many wait. `signedOut` ends it when the session is over, `notAllowed` when she has to say again why she looks: from
 * then on nothing of the conversation is in it.
 */
export function liveRoutes({ routes, feed, talkView, mayRead, noteReading, signedIn, log, bounds = BOUNDS }: Deps) {
  const open = new Set<Stream>()

  async function stream(visit: Visit): Promise<void> {
    const { show, page, conversation } = visit.req.query as { show?: string; page?: string; conversation?: string }
    if (open.size >= bounds.most) throw new AppError('TOO_MANY_REQUESTS', 'streams', { retryAfterSeconds: 5 })
    const { account } = visit
    const begun = conversation && (await headerOf(conversation))
    let reads = begun && (await noteReading(account, begun, { goesOn: true })) !== undefined ? begun.id : undefined
    const events = openEventStream(visit.res)
    if (conversation !== undefined && !reads) events.send('notAllowed', {})
    const watch = () =>
      feed.watch({
        viewer: visit,
        ...(show === undefined ? {} : { look: readQueueLook({ show, ...(page ? { page } : {}) }) }),
        ...(reads ? { conversationId: reads } : {}),
        send: (update) => events.send('update', update),
      })
    let unwatch = watch()

    async function check(): Promise<void> {
      try {
        if (!(await stillThere(visit))) {
          events.send('signedOut', {})
          return events.close()
        }
        const header = reads && (await headerOf(reads))
        const mayGoOn = header && (await mayRead(account, header)) !== undefined
        if (!reads || mayGoOn || !open.has(one)) return
        reads = undefined
        events.send('notAllowed', {})
        unwatch()
        unwatch = watch()
      } catch (error) {
        log.warn('desk.sessionNotChecked', errorFacts(error))
      }
    }

    const one = { accountId: account.id, check, close: events.close }
    const checking = setInterval(() => void check(), bounds.sessionMs)
    open.add(one)
    await events.closed
    open.delete(one)
    clearInterval(checking)
    unwatch()
  }

  const headerOf = (conversationId: string) => (uuid.test(conversationId) ? talkView.header(conversationId) : Promise.resolve(undefined))

  /** The same session, in the same name, still with the role. */
  async function stillThere(visit: Visit): Promise<boolean> {
    const session = await signedIn(visit.req)
    return session?.sessionId === visit.sessionId && session.account.roles.includes('staff')
  }

  return {
    routes: [routes.get('/staff/events', 'staff', stream)],
    /** She has signed out somewhere, or may not go on: those of her streams end whose session is over. */
    async checkNow(accountId: string): Promise<void> {
      await Promise.all([...open].flatMap((one) => (one.accountId === accountId ? one.check() : [])))
    },
    /** Ends every stream: the service stops. */
    close(): void {
      for (const { close } of open) close()
    },
  }
}
