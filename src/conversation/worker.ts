import PQueue from 'p-queue'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'

type Deps = {
  drain: (conversationId: string) => Promise<void>
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
  let sweeper: NodeJS.Timeout | undefined
  let stopped = false

  async function work(conversationId: string): Promise<void> {
    waiting.delete(conversationId)
    try {
      await drain(conversationId)
    } catch (error) {
      log.warn('conversation.postponed', { conversation: conversationId, cause: errorKind(error) })
    }
  }

  function wake(conversationId: string): void {
    if (stopped || waiting.has(conversationId)) return
    waiting.add(conversationId)
    void queue.add(() => work(conversationId))
  }

  async function sweep(): Promise<void> {
    try {
      for (const conversationId of await abandoned(SWEEP_LIMIT)) wake(conversationId)
    } catch (error) {
      log.warn('sweep.failed', { cause: errorKind(error) })
    }
    if (!stopped) sweeper = setTimeout(sweep, sweepMs)
  }

  return {
    wake,
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
