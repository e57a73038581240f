import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Server } from 'restify'
import { WebSocketServer } from 'ws'
import { AppError } from '../../kernel/errors.ts'
import { errorTable } from '../../kernel/errorTable.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { openStream } from './openStream.ts'
import { parseWatermark } from './watermark.ts'

const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/
const defaultTimes = { look: 10_000, ping: 25_000 }

/** Takes the server's WebSocket requests for streams. Returns what closes every open stream when the server stops. */
export function streamUpgrade(server: Server, deps: DirectLineDeps): () => void {
  const { tokens, log, streamTimes: times = defaultTimes } = deps
  const sockets = new WebSocketServer({ noServer: true, clientTracking: true, maxPayload: 4096 })

  async function upgrade(req: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const url = URL.parse(req.url ?? '/', 'http://localhost')
    const conversationId = streamPath.exec(url?.pathname ?? '')?.[1]
    if (!url || !conversationId) throw new AppError('NOT_FOUND')
    const grant = await tokens.verify(url.searchParams.get('t') ?? undefined)
    if (grant.conversationId !== conversationId) throw new AppError('TOKEN_INVALID')
    const after = parseWatermark(url.searchParams.get('watermark'))
    sockets.handleUpgrade(req, connection, head, (socket) => openStream(socket, grant, after, { ...deps, times }))
  }

  server.on('upgrade', (req: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy())
    upgrade(req, connection, head).catch((error: unknown) => {
      const { code } = error instanceof AppError ? error : new AppError('INTERNAL')
      log[errorTable[code].logLevel]('directline.streamRefused', { code })
      refuse(connection, code)
    })
  })

  return () => {
    for (const socket of sockets.clients) {
      socket.close(1001, 'stopping')
      setTimeout(() => socket.terminate(), 1000).unref()
    }
  }
}

function refuse(connection: Duplex, code: keyof typeof errorTable): void {
  const { status, message } = errorTable[code]
  const body = JSON.stringify({ error: { code, message } })
  const headers = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close`
  connection.end(`HTTP/1.1 ${status} Refused\r\n${headers}\r\n\r\n${body}`)
}
