import type { AllLiveEvents } from '../../conversation/liveEvents.ts'
import type { QueueCounts } from '../../handoff/queue.ts'
import { errorFacts } from '../../kernel/errorFacts.ts'
import type { Log } from '../../kernel/log.ts'
import { createArrivals, type News } from './arrivals.ts'
import type { Piece, PieceList } from './pieces.ts'
import type { QueueLook, QueueShown, QueueView } from './queueView.ts'
import type { TalkRead, TalkView, Viewer } from './talkView.ts'

/** What a console is told: pieces that changed, by the element's id, and lists with their order. Full at first. */
export type Update = {
  pieces: Record<string, Piece>
  lists: Record<string, { order: string[]; items: Record<string, Piece> }>
  /** How many wait; and how many are new since the last look: have come to wait, were alerted anew, or are hers and call for her. */
  waiting: number
  arrived: number
  /** The number of the newest entry of the conversation. */
  seq?: number
}

/** A console that is open. */
export type Watcher = {
  viewer: Viewer
  look?: QueueLook
  conversationId?: string
  send(update: Update): void
}

type Part = 'queue' | 'talk'

type Watched = Watcher & { sent: Map<string, string>; isNew: boolean; writesUntil: number; failing: Set<Part> }

/** What is the same for all consoles in one look. */
type Look = { counts: QueueCounts; news: News; once: ReturnType<typeof onlyOnce> }

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
 * seconds: what is the same for several is read and rendered once, and each is sent what has changed for her.
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
  const stopListening = live.subscribeAll((_topic, event) => event === 'changed' && lookSoon())

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
    const look = { counts, news: arrivals(calls), once: onlyOnce() }
    for (const watched of present) if (watchers.has(watched)) await tell(watched, look)
  }

  async function tell(watched: Watched, { counts, news, once }: Look): Promise<void> {
    const { look, conversationId, viewer } = watched
    const { id } = viewer.account
    const arrived = watched.isNew ? 0 : news.forAll + news.forOwner(id)
    const update: Update = { pieces: {}, lists: {}, waiting: counts.waiting, arrived }
    if (look)
      await trying(watched, 'queue', async () => {
        const page = await once(listKey(look, id), () => queueView.list(look, id))
        addQueue(watched, update, await queueView.shown(look, id, page, counts))
      })
    if (conversationId)
      await trying(watched, 'talk', async () => {
        const read = await once(`talk ${conversationId}`, () => readTalk(conversationId))
        if (read) await addTalk(watched, update, read)
      })
    const hasChanged = Object.keys(update.pieces).length + Object.keys(update.lists).length > 0
    if (watched.isNew || hasChanged || update.arrived > 0 || watched.sent.get('waiting') !== String(counts.waiting)) watched.send(update)
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

  async function readTalk(conversationId: string): Promise<TalkRead | undefined> {
    const header = await talkView.header(conversationId)
    return header && talkView.read(header)
  }

  async function addTalk(watched: Watched, update: Update, read: TalkRead): Promise<void> {
    const shown = await talkView.shown(read, watched.viewer, othersWith(watched))
    addPiece(watched, update, 'talk-header', shown.header)
    addPiece(watched, update, 'talk-window', shown.window)
    addPiece(watched, update, 'talk-drafts', shown.drafts)
    addPiece(watched, update, 'talk-compose', shown.compose)
    addPiece(watched, update, 'talk-card', shown.aside)
    addList(watched, update, 'talk-items', shown.items)
    update.seq = read.talk.lastSeq
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

function addQueue(watched: Watched, update: Update, { tabs, rows, rest }: QueueShown): void {
  addPiece(watched, update, 'queue-tabs', tabs)
  addPiece(watched, update, 'queue-rest', rest)
  addList(watched, update, 'queue-rows', rows)
}

function addPiece({ sent }: Watched, update: Update, id: string, piece: Piece): void {
  if (sent.get(id) === piece.v) return
  sent.set(id, piece.v)
  update.pieces[id] = piece
}

/** The list's own version is its order with its items'. What is no longer in it is forgotten. */
function addList({ sent }: Watched, update: Update, id: string, { order, items }: PieceList): void {
  const version = order.map((item) => `${item} ${items.get(item)?.v}`).join('\n')
  if (sent.get(id) === version) return
  const changed = order.filter((item) => sent.get(`${id} ${item}`) !== items.get(item)?.v)
  for (const key of sent.keys()) if (key.startsWith(`${id} `) && !items.has(key.slice(id.length + 1))) sent.delete(key)
  for (const item of changed) sent.set(`${id} ${item}`, items.get(item)?.v ?? '')
  sent.set(id, version)
  update.lists[id] = { order, items: Object.fromEntries(changed.map((item) => [item, items.get(item) as Piece])) }
}
