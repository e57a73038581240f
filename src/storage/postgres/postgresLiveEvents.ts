import pg from 'pg'
import type { LiveEvents } from '../../conversation/liveEvents.ts'
import type { Log } from '../../kernel/log.ts'
import { createLiveTopics, toNotice } from './liveTopics.ts'

type Deps = { url: string; publish: (payload: string) => Promise<unknown>; log: Log }

/** Live events by LISTEN/NOTIFY on a connection of their own, which is made anew whenever it is lost. */
export function postgresLiveEvents({ url, publish, log }: Deps): LiveEvents & { start(): Promise<void>; stop(): Promise<void> } {
  const topics = createLiveTopics()
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let stopped = false

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'screening-messenger live' })
    next.on('notification', ({ payload }) => payload && topics.dispatch(payload))
    next.on('error', () => reconnectSoon(next))
    next.on('end', () => reconnectSoon(next))
    await next.connect()
    await next.query('listen conversation')
    client = next
  }

  function reconnectSoon(lost: pg.Client): void {
    if (stopped || lost !== client) return
    client = undefined
    log.warn('live.connectionLost')
    retryAfter(500)
  }

  function retryAfter(ms: number): void {
    retry = setTimeout(() => {
      connect()
        .then(() => topics.dispatchToAll())
        .catch(() => retryAfter(Math.min(ms * 2, 10_000)))
    }, ms)
  }

  return {
    start: connect,
    async stop() {
      stopped = true
      clearTimeout(retry)
      await client?.end()
    },
    publish: async (topic, event) => void (await publish(toNotice(topic, event))),
    subscribe: topics.subscribe,
  }
}
