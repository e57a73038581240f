import type { Server } from 'restify'
import type { Handle } from './handle.ts'
import { requireToken } from './requireToken.ts'

type Deps = {
  handle: Handle
  exposition: () => Promise<{ contentType: string; text: string }>
  /** Needed to read them when it is set. */
  token: string | undefined
}

/** `/metrics` for Prometheus. */
export function metricsRoutes({ handle, exposition, token }: Deps) {
  return (server: Server): void => {
    server.get(
      '/metrics',
      handle(async (req, res) => {
        if (token !== undefined) requireToken(req, token)
        const { contentType, text } = await exposition()
        res.sendRaw(200, text, { 'Content-Type': contentType, 'Cache-Control': 'no-store' })
      }),
    )
  }
}
