import type { Socket } from 'node:net'
import type { Response, Server } from 'restify'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { answerError } from './answerError.ts'

const LOOK_MS = 50

/**
 * Lets a server be closed without cutting anybody off: it takes no new connection, answers STOPPING to what still comes over
 * old ones, and waits for the requests that are open. Call it before any other handler is put on the server.
 */
export function closeGently(server: Server, log: Log) {
  const open = new Set<Response>()
  const sockets = new Set<Socket>()
  let closing = false

  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  server.pre((req, res, next) => {
    if (closing) {
      res.setHeader('Connection', 'close')
      answerError(new AppError('STOPPING'), req, res, log)
      return next(false)
    }
    open.add(res)
    res.once('close', () => open.delete(res))
    return next()
  })

  return {
    openRequests: () => open.size,
    /** Resolves when the last connection is gone; after `withinMs` those that are left are cut, WebSockets among them. */
    async close(withinMs: number): Promise<void> {
      closing = true
      for (const res of open) if (!res.headersSent) res.setHeader('Connection', 'close')
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const idle = setInterval(() => server.server.closeIdleConnections(), LOOK_MS)
      // The server's own closeAllConnections() leaves out what was upgraded, and would be waited for without end.
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, withinMs)
      await closed
      clearInterval(idle)
      clearTimeout(cut)
    },
  }
}
