import PQueue from 'p-queue'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import { seldomWarn } from '../kernel/seldomWarn.ts'
import { createSetbacks } from './setbacks.ts'

type Deps = {
  /** Resolves with false when another worker has the conversation; throws when it has to be tried again. */
  drain: (conversationId: string) => Promise<boolean>
  /** Conversations with work that nobody is doing. */
  abandoned: (limit: number) => Promise<string[]>
  /** How many conversations this process works on at once. */
  concurrency: number
  /** How often to look for abandoned work, in milliseconds. */
  sweepMs: number
  log: Log
}

/** Conversations looked after in one sweep; the next sweep takes the rest. */
const SWEEP_LIMIT = 500

/** Works on conversations as they are woken, many at once, and looks for those whose waking was lost. */
export function createWorker({ drain, abandoned, concurrency, sweepMs, log }: Deps) {
  const queue = new PQueue({ concurrency })
  const waiting = new Set<string>()
  /** While a store is away, work can outlast its lease: the conversation is not begun anew beside it. */
  const inHand = new Map<string, { wokenAgain: boolean }>()
  const setbacks = createSetbacks()
  const warn = seldomWarn(log)
  let sweeper: NodeJS.Timeout | undefined
  let stopped = false

  async function work(conversationId: string): Promise<void> {
    waiting.delete(conversationId)
    const hand = { wokenAgain: false }
    inHand.set(conversationId, hand)
    try {
      if ((await drain(conversationId)) && setbacks.worked(conversationId)) sweepNow()
    } catch (error) {
      setbacks.failed(conversationId)
      warn('conversation.postponed', { conversation: conversationId, cause: errorKind(error) })
    } finally {
      inHand.delete(conversationId)
      if (hand.wokenAgain) wake(conversationId)
    }
  }

  function wake(conversationId: string): void {
    if (stopped || waiting.has(conversationId) || setbacks.mustWait(conversationId)) return
    const hand = inHand.get(conversationId)
    if (hand) {
      hand.wokenAgain = true
      return
    }
    waiting.add(conversationId)
    void queue.add(() => work(conversationId))
  }

  function sweepNow(): void {
    if (stopped) return
    clearTimeout(sweeper)
    sweeper = setTimeout(sweep)
  }

  async function sweep(): Promise<void> {
    setbacks.forgetOld()
    try {
      for (const conversationId of await abandoned(SWEEP_LIMIT)) wake(conversationId)
    } catch (error) {
      warn('sweep.failed', { cause: errorKind(error) })
    }
    clearTimeout(sweeper)
    if (!stopped) sweeper = setTimeout(sweep, sweepMs)
  }

  return {
    wake,
    /** Conversations that are worked on, and those that wait for it. */
    load: () => ({ busy: queue.pending, queued: queue.size }),
    /** How many more conversations can be taken on without keeping them waiting long. */
    room: () => Math.max(0, concurrency * 2 - queue.size),
    /** Resolves when there is room for more. */
    hasRoom: () => queue.onSizeLessThan(concurrency * 2),
    start: sweep,
    /** Takes nothing new and resolves when what was begun is done. */
    async stop() {
      stopped = true
      clearTimeout(sweeper)
      queue.clear()
      await queue.onIdle()
    },
  }
}
