import type { AllLiveEvents } from '../../conversation/liveEvents.ts'
import type { QueueCounts } from '../../handoff/queue.ts'
import { errorFacts } from '../../kernel/errorFacts.ts'
import type { Log } from '../../kernel/log.ts'
import { createArrivals, type News } from './arrivals.ts'
import type { Update } from './browser/update.ts'
import type { QueueLook, QueueView } from './queueView.ts'
import type { TalkRead, TalkView, Viewer } from './talkView.ts'
import { addQueue, addTalk, hasPieces, type Sent } from './update.ts'
import { createWatchedTalks } from './watchedTalks.ts'

/** A console that is open. */
export type Watcher = {
  viewer: Viewer
  look?: QueueLook
  conversationId?: string
  send(update: Update): void
}

type Part = 'queue' | 'talk'

/** `shown`: what of the conversation was rendered last, so that nothing is rendered twice. */
type Watched = Watcher & { sent: Sent; isNew: boolean; writesUntil: number; failing: Set<Part>; shown?: { read: TalkRead; others: string } }

/** What is the same for all consoles in one look. */
type Look = {
  counts: QueueCounts
  news: News
  once: ReturnType<typeof onlyOnce>
  readTalk: (id: string, isNew: boolean) => Promise<TalkRead | undefined>
}

type Deps = {
  queueView: QueueView
  talkView: TalkView
  live: AllLiveEvents
  log: Log
  /** Milliseconds between two looks when nobody says that something happened, and at least between any two. */
  times?: { lookMs: number; restMs: number }
}

const TIMES = { lookMs: 2_000, restMs: 200 }

/** Somebody who typed so long ago, in milliseconds, is no longer writing. */
const WRITES_MS = 70_000

/**
 * One look at the database for all consoles of this process, when a live event says that something happened and by itself every few
 * seconds: what is the same for several is read and rendered once, conversations only when they have changed, and each is sent what has
 * changed for her.
 */
export function createQueueFeed({ queueView, talkView, live, log, times = TIMES }: Deps) {
  const watchers = new Set<Watched>()
  let timer: NodeJS.Timeout | undefined
  let due = Number.POSITIVE_INFINITY
  let isLooking = false
  let lastEnd = Number.NEGATIVE_INFINITY
  let restMs = times.restMs
  let stopped = false
  const arrivals = createArrivals()
  const talks = createWatchedTalks(talkView, times.lookMs)
  const stopListening = live.subscribeAll((topic, event) => {
    if (event !== 'changed') return
    talks.heard(topic)
    lookSoon()
  })

  function lookSoon(): void {
    lookAt(Math.max(performance.now(), lastEnd + restMs))
  }

  function lookAt(at: number): void {
    if (stopped || watchers.size === 0 || at >= due) return
    clearTimeout(timer)
    due = at
    if (!isLooking) timer = setTimeout(() => void look(), Math.max(0, at - performance.now()))
  }

  async function look(): Promise<void> {
    isLooking = true
    due = Number.POSITIVE_INFINITY
    const began = performance.now()
    try {
      await tellAll()
    } catch (error) {
      log.warn('desk.notRead', errorFacts(error))
    }
    isLooking = false
    lastEnd = performance.now()
    // A look that takes long is not made more often than a third of the time.
    restMs = Math.max(times.restMs, 2 * (lastEnd - began))
    const asked = due
    due = Number.POSITIVE_INFINITY
    lookAt(Math.min(Math.max(asked, lastEnd + restMs), lastEnd + times.lookMs))
  }

  async function tellAll(): Promise<void> {
    const present = [...watchers]
    const [counts, calls] = await Promise.all([queueView.counts(), queueView.calls()])
    const look = { counts, news: arrivals(calls), once: onlyOnce(), readTalk: talks.look() }
    for (const watched of present) if (watchers.has(watched)) await tell(watched, look)
  }

  async function tell(watched: Watched, { counts, news, once, readTalk }: Look): Promise<void> {
    const { look, conversationId, viewer } = watched
    const { id } = viewer.account
    const arrived = watched.isNew ? 0 : news.forAll + news.forOwner(id)
    const update: Update = { pieces: {}, lists: {}, waiting: counts.waiting, arrived }
    if (look)
      await trying(watched, 'queue', async () => {
        const page = await once(listKey(look, id), () => queueView.list(look, id))
        addQueue(watched.sent, update, await queueView.shown(look, id, page, counts))
      })
    if (conversationId)
      await trying(watched, 'talk', async () => {
        const read = await readTalk(conversationId, watched.isNew)
        if (read) await showTalk(watched, update, read)
      })
    if (watched.isNew || hasPieces(update) || update.arrived > 0 || watched.sent.get('waiting') !== String(counts.waiting))
      watched.send(update)
    watched.sent.set('waiting', String(counts.waiting))
    watched.isNew = false
  }

  /** What cannot be shown keeps nothing else back, from her or from others. It is logged once until it can be shown again. */
  async function trying({ failing, viewer, conversationId }: Watched, part: Part, show: () => Promise<void>): Promise<void> {
    try {
      await show()
      failing.delete(part)
    } catch (error) {
      if (!failing.has(part))
        log.warn('desk.notShown', { part, account: viewer.account.id, conversation: conversationId, ...errorFacts(error) })
      failing.add(part)
    }
  }

  async function showTalk(watched: Watched, update: Update, read: TalkRead): Promise<void> {
    const others = othersWith(watched)
    const told = others.join()
    if (watched.shown?.read === read && watched.shown.others === told) return
    addTalk(watched.sent, update, await talkView.shown(read, watched.viewer, others), read.talk.lastSeq)
    watched.shown = { read, others: told }
  }

  /** In this process; who has it is settled by the database. */
  function othersWith(watched: Watched): string[] {
    const others = [...watchers].filter(
      (other) => other.conversationId === watched.conversationId && other.viewer.account.id !== watched.viewer.account.id,
    )
    const doing = new Map<string, string>()
    for (const { viewer, writesUntil } of others)
      if (doing.get(viewer.account.id) === undefined || writesUntil > performance.now())
        doing.set(viewer.account.id, `${viewer.account.firstName} is ${writesUntil > performance.now() ? 'writing' : 'looking'}`)
    return [...doing.values()]
  }

  return {
    /** Returns the function that ends it. */
    watch(watcher: Watcher): () => void {
      const watched = { ...watcher, sent: new Map<string, string>(), isNew: true, writesUntil: 0, failing: new Set<Part>() }
      watchers.add(watched)
      lookSoon()
      return () => {
        watchers.delete(watched)
        if (watched.conversationId) lookSoon()
      }
    },
    /** A colleague types. */
    writes(accountId: string, conversationId: string): void {
      for (const watched of watchers)
        if (watched.viewer.account.id === accountId && watched.conversationId === conversationId)
          watched.writesUntil = performance.now() + WRITES_MS
      lookSoon()
    },
    watching: () => watchers.size,
    stop(): void {
      stopped = true
      clearTimeout(timer)
      stopListening()
    },
  }
}

export type QueueFeed = ReturnType<typeof createQueueFeed>

const listKey = ({ show, page }: QueueLook, accountId: string): string =>
  show === 'mine' || show === 'taken' ? `${show} ${page} ${accountId}` : `${show} ${page}`

/** Reads what several want once in a look. */
function onlyOnce() {
  const found = new Map<string, Promise<unknown>>()
  return <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = found.get(key) ?? read()
    found.set(key, known)
    return known as Promise<T>
  }
}
