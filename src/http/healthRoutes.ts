import client from 'prom-client'
import type { Server } from 'restify'
import type { Handle } from './handle.ts'

type Deps = {
  handle: Handle
  /** Each thing the service cannot work without, and how to find out whether it is there. */
  checks: Record<string, () => Promise<unknown>>
}

const CHECK_TIMEOUT_MS = 2_000

/** `/healthz` alive, `/readyz` ready (503 and which part is missing), `/metrics` for Prometheus. */
export function healthRoutes({ handle, checks }: Deps) {
  const registry = new client.Registry()
  client.collectDefaultMetrics({ register: registry })

  return (server: Server) => {
    server.get(
      '/healthz',
      handle(async (_req, res) => res.send(200, { status: 'alive' })),
    )
    server.get(
      '/readyz',
      handle(async (_req, res) => {
        const parts = Object.fromEntries(
          await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await answers(check)] as const)),
        )
        const ready = Object.values(parts).every((part) => part === 'ok')
        res.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', parts })
      }),
    )
    server.get(
      '/metrics',
      handle(async (_req, res) => {
        res.sendRaw(200, await registry.metrics(), { 'Content-Type': registry.contentType })
      }),
    )
  }
}

async function answers(check: () => Promise<unknown>): Promise<'ok' | 'no answer'> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<'no answer'>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), CHECK_TIMEOUT_MS)
  })
  const asked = check().then(
    () => 'ok' as const,
    () => 'no answer' as const,
  )
  return Promise.race([asked, tooLong]).finally(() => clearTimeout(timer))
}
