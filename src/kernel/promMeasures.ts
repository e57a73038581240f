import client from 'prom-client'
import { boundedReading } from './boundedReading.ts'
import { fewLabels } from './fewLabels.ts'
import type { Depths, Measures, Readings } from './measures.ts'

const PREFIX = 'screening_messenger_'
/** From a statement in the database to a message that waited five minutes. */
const STAGES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
const REQUESTS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const LOOKS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25]
/** Prometheus asks every 15 seconds or so and gives up after 10. */
const READING = { keptMs: 3_000, timeoutMs: 1_000 }

export type PromMeasures = Measures & {
  /** All of it in Prometheus' text format. Answers within about a second, whatever hangs. */
  exposition(): Promise<{ contentType: string; text: string }>
}

/**
 * The measures of one process, for Prometheus; with Node's own under their usual names. `limits`: the names of the rate limits,
 * which are counted from 0 on, for Prometheus does not see the first of what was not there before.
 */
export function createPromMeasures({ limits = [] }: { limits?: string[] } = {}): PromMeasures {
  const registry = new client.Registry()
  client.collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 10 })
  const common = (name: string, help: string) => ({ name: PREFIX + name, help, registers: [registry] })
  const counter = (name: string, help: string, ...labelNames: string[]) => new client.Counter({ ...common(name, help), labelNames })
  const gauge = (name: string, help: string, ...labelNames: string[]) => new client.Gauge({ ...common(name, help), labelNames })
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]) =>
    new client.Histogram({ ...common(name, help), buckets, labelNames })

  const events = counter('events_accepted_total', 'Events taken from channels.', 'channel', 'kind')
  const faults = counter('webhook_faults_total', "Parts of Meta's calls that could not be read.", 'code')
  const stages = histogram('stage_duration_seconds', 'How long each stage of a message took.', STAGES, 'stage', 'channel')
  const looks = histogram('look_duration_seconds', "How long a look at a message's words took.", LOOKS, 'at')
  const turns = counter('turns_total', 'Turns.', 'channel', 'outcome')
  const deliveries = counter('deliveries_total', 'What became of messages to people, each try counted.', 'channel', 'outcome', 'code')
  const usage = gauge('meta_usage_ratio', "Share of Meta's limits that is used, by its last answer.")
  const sessions = counter('sessions_total', 'Sessions saved, and conflicts met in saving.', 'result')
  const streams = gauge('streams_open', 'Live streams of web chats.')
  const requests = histogram('http_request_duration_seconds', 'HTTP requests.', REQUESTS, 'route', 'method', 'status')
  const limited = counter('rate_limited_total', 'Requests refused for coming too often.', 'limit')
  const lines = counter('log_lines_total', 'Lines of the log at warn and error.', 'level', 'event')
  const grave = counter('log_lines_by_level_total', 'The same, whatever the event: counted from 0 on.', 'level')
  const busy = gauge('worker_busy', 'Conversations that are worked on.')
  const queued = gauge('worker_queued', 'Conversations woken here that wait for a worker.')
  const up = gauge('store_up', 'Whether a store answers.', 'store')
  const readable = gauge('depths_readable', 'Whether the database told how much waits.')
  const waiting = gauge('waiting', 'Events without an answer (inbox) and messages not sent yet (outbox), over all processes.', 'queue')
  const oldest = gauge('waiting_oldest_seconds', 'For how long the oldest has waited.', 'queue')
  const escalations = gauge('escalations_open', 'Escalations that nobody has closed.', 'urgency')
  const stopped = gauge('channel_stopped', 'Whether nothing goes out on a channel until somebody mends it.', 'channel')
  const overdue = gauge('escalations_overdue', 'Open escalations that were to be answered by now.')
  const staffed = gauge('conversations_owned_by_staff', 'Conversations in which a person answers.')

  for (const limit of limits) limited.inc({ limit }, 0)
  for (const level of ['warn', 'error']) grave.inc({ level }, 0)

  const code = fewLabels()
  const knownChannels = new Set<string>()
  let collect = async (): Promise<void> => {}

  function seen(channel: string): string {
    knownChannels.add(channel)
    return channel
  }

  function show(depths: Depths | undefined): void {
    readable.set(depths ? 1 : 0)
    for (const metric of [waiting, oldest, escalations, overdue, stopped, staffed]) metric.reset()
    if (!depths) {
      staffed.remove()
      overdue.remove()
      return
    }
    for (const queue of ['inbox', 'outbox'] as const) {
      waiting.set({ queue }, depths[queue].count)
      oldest.set({ queue }, depths[queue].oldestSeconds)
    }
    for (const [urgency, count] of Object.entries(depths.openEscalations)) escalations.set({ urgency }, count)
    for (const channel of new Set([...knownChannels, ...depths.stoppedChannels]))
      stopped.set({ channel }, depths.stoppedChannels.includes(channel) ? 1 : 0)
    staffed.set(depths.ownedByStaff)
    overdue.set(depths.overdueEscalations)
  }

  return {
    accepted(channel, { fresh, duplicate }) {
      events.inc({ channel: seen(channel), kind: 'new' }, fresh)
      events.inc({ channel, kind: 'duplicate' }, duplicate)
    },
    webhookFault: (fault) => faults.inc({ code: code(fault) }),
    stage: (stage, channel, seconds) => stages.observe({ stage, channel }, Math.max(0, seconds)),
    looked: (at, seconds) => looks.observe({ at }, seconds),
    turn: (channel, outcome) => turns.inc({ channel, outcome }),
    delivery: (channel, outcome, given) => deliveries.inc({ channel, outcome, code: code(given) }),
    metaUsage: (ratio) => usage.set(ratio),
    session: (result) => sessions.inc({ result }),
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    request: (route, method, status, seconds) => requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds),
    rateLimited: (limit) => limited.inc({ limit }),
    logged(level, event) {
      lines.inc({ level, event })
      grave.inc({ level })
    },
    readFrom({ worker, depths, stores }: Readings) {
      const readDepths = boundedReading(depths, READING)
      const checks = Object.entries(stores).map(([store, check]) => {
        const answers = boundedReading(async () => {
          await check()
          return true
        }, READING)
        return async () => up.set({ store }, (await answers()) ? 1 : 0)
      })
      collect = async () => {
        const load = worker()
        busy.set(load.busy)
        queued.set(load.queued)
        await Promise.all([readDepths().then(show), ...checks.map((check) => check())])
      }
    },
    async exposition() {
      await collect()
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}
