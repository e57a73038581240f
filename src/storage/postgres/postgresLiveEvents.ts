import type pg from 'pg'
import type { AllLiveEvents } from '../../conversation/liveEvents.ts'
import type { Log } from '../../kernel/log.ts'
import { createLiveTopics, toNotice } from './liveTopics.ts'

type Deps = {
  /** A connection, not yet connected, whose queries end in time. */
  open: () => pg.Client
  publish: (payload: string) => Promise<unknown>
  log: Log
}

/** A connection that only listens would wait for ever for a server that is gone without a word. */
const SIGN_OF_LIFE_MS = 10_000

const LONGEST_PAUSE_MS = 10_000

/** Live events by LISTEN/NOTIFY on a connection of their own, which is made anew whenever it is lost. */
export function postgresLiveEvents({ open, publish, log }: Deps): AllLiveEvents & { start(): Promise<void>; stop(): Promise<void> } {
  const topics = createLiveTopics()
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function connect(): Promise<void> {
    const next = open()
    next.on('notification', ({ payload }) => payload && topics.dispatch(payload))
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    try {
      await next.connect()
      await next.query('listen conversation')
    } catch (error) {
      next.end().catch(() => {})
      throw error
    }
    if (stopped) return next.end()
    client = next
    askForSign(next)
  }

  function askForSign(asked: pg.Client): void {
    timer = setTimeout(() => {
      asked.query('select 1').then(
        () => asked === client && !stopped && askForSign(asked),
        () => lost(asked),
      )
    }, SIGN_OF_LIFE_MS)
  }

  function lost(gone: pg.Client): void {
    if (stopped || gone !== client) return
    client = undefined
    gone.end().catch(() => {})
    log.warn('live.connectionLost')
    connectAfter(500)
  }

  function connectAfter(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      connect()
        .then(() => topics.dispatchToAll())
        .catch(() => stopped || connectAfter(Math.min(ms * 2, LONGEST_PAUSE_MS)))
    }, ms)
  }

  return {
    start: connect,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    },
    publish: async (topic, event) => void (await publish(toNotice(topic, event))),
    subscribe: topics.subscribe,
    subscribeAll: topics.subscribeAll,
  }
}
