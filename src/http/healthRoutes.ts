import type { Server } from 'restify'
import { boundedReading } from '../kernel/boundedReading.ts'
import type { Handle } from './handle.ts'

type Deps = {
  handle: Handle
  /** Each thing the service cannot work without, and how to find out whether it is there. */
  checks: Record<string, () => Promise<unknown>>
  /** What does not work though the service does: a plain sentence, or undefined while all is well. */
  troubles: Record<string, () => Promise<string | undefined>>
  /** Whoever spreads requests should send no more. */
  isStopping: () => boolean
  /** Milliseconds for which an answer serves everybody who asks, and after which none is waited for. */
  bounds?: { keptMs: number; timeoutMs: number }
}

/** Anybody may ask; each store is asked once a second at most, however many do. */
const BOUNDS = { keptMs: 1_000, timeoutMs: 2_000 }

/**
 * `/healthz` alive, `/readyz` ready (503 and which part is missing, or that it is stopping). Troubles are shown on
 * `/readyz` as `degraded` with 200: a process that can still take messages in must stay in service, or they are lost.
 */
export function healthRoutes({ handle, checks, troubles, isStopping, bounds = BOUNDS }: Deps) {
  const parts = each(checks, (check) => boundedReading(() => check().then(...isThere), bounds))
  const findings = each(troubles, (find) => boundedReading(() => find().catch(() => undefined), bounds))

  return (server: Server) => {
    server.get(
      '/healthz',
      handle(async (_req, res) => res.send(200, { status: 'alive' })),
    )
    server.get(
      '/readyz',
      handle(async (_req, res) => {
        if (isStopping()) return void res.send(503, { status: 'stopping' })
        const shown = Object.fromEntries((await parts()).map(([name, part]) => [name, part ?? 'no answer']))
        const ready = Object.values(shown).every((part) => part === 'ok')
        const found = ready ? Object.fromEntries((await findings()).filter(([, trouble]) => trouble)) : {}
        const well = Object.keys(found).length === 0
        res.send(ready ? 200 : 503, {
          status: !ready ? 'not ready' : well ? 'ready' : 'degraded',
          parts: shown,
          ...(well ? {} : { troubles: found }),
        })
      }),
    )
  }
}

/** What becomes of a check. A failure is an answer too, and kept like one. */
const isThere = [() => 'ok' as const, () => 'no answer' as const] as const

/** Makes a reading of each entry; what it returns asks all of them at once. */
function each<Given, Found>(entries: Record<string, Given>, toReading: (given: Given) => () => Promise<Found>) {
  const readings = Object.entries(entries).map(([name, given]) => [name, toReading(given)] as const)
  return () => Promise.all(readings.map(async ([name, read]) => [name, await read()] as const))
}
