import type { Server } from 'restify'
import type { Handle } from './handle.ts'

type Deps = {
  handle: Handle
  /** Each thing the service cannot work without, and how to find out whether it is there. */
  checks: Record<string, () => Promise<unknown>>
  /** What does not work though the service does: a plain sentence, or undefined while all is well. */
  troubles: Record<string, () => Promise<string | undefined>>
  /** Whoever spreads requests should send no more. */
  isStopping: () => boolean
}

const CHECK_TIMEOUT_MS = 2_000

/**
 * `/healthz` alive, `/readyz` ready (503 and which part is missing, or that it is stopping). Troubles are shown on
 * `/readyz` as `degraded` with 200: a process that can still take messages in must stay in service, or they are lost.
 */
export function healthRoutes({ handle, checks, troubles, isStopping }: Deps) {
  return (server: Server) => {
    server.get(
      '/healthz',
      handle(async (_req, res) => res.send(200, { status: 'alive' })),
    )
    server.get(
      '/readyz',
      handle(async (_req, res) => {
        if (isStopping()) return void res.send(503, { status: 'stopping' })
        const parts = Object.fromEntries(
          await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await answers(check)] as const)),
        )
        const ready = Object.values(parts).every((part) => part === 'ok')
        const found = ready ? await troublesIn(troubles) : {}
        const well = Object.keys(found).length === 0
        res.send(ready ? 200 : 503, {
          status: !ready ? 'not ready' : well ? 'ready' : 'degraded',
          parts,
          ...(well ? {} : { troubles: found }),
        })
      }),
    )
  }
}

async function troublesIn(troubles: Deps['troubles']): Promise<Record<string, string>> {
  const found = await Promise.all(
    Object.entries(troubles).map(async ([name, find]) => [name, await find().catch(() => undefined)] as const),
  )
  return Object.fromEntries(found.flatMap(([name, trouble]) => (trouble ? [[name, trouble]] : [])))
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
