import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Server } from 'restify'
import { WebSocketServer } from 'ws'
import { AppError } from '../../kernel/errors.ts'
import { errorTable } from '../../kernel/errorTable.ts'
import { silentMeasures } from '../../kernel/measures.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { openStream } from './openStream.ts'
import { createStreamPlaces } from './streamPlaces.ts'
import { parseWatermark } from './watermark.ts'

const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/
const defaultTimes = { look: 10_000, ping: 25_000 }

/** Takes the server's WebSocket requests for streams. Returns what closes every open stream, and opens no other, when the server stops. */
export function streamUpgrade(server: Server, deps: DirectLineDeps): () => void {
  const { tokens, limit, log, measures = silentMeasures, streamTimes: times = defaultTimes } = deps
  const sockets = new WebSocketServer({ noServer: true, clientTracking: true, maxPayload: 4096 })
  const places = createStreamPlaces(deps.mostStreams)
  let stopping = false

  async function upgrade(req: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const url = URL.parse(req.url ?? '/', 'http://localhost')
    const conversationId = streamPath.exec(url?.pathname ?? '')?.[1]
    if (!url || !conversationId) throw new AppError('NOT_FOUND')
    await limit.byAddress(req, 'entering')
    const grant = await tokens.verify(url.searchParams.get('t') ?? undefined)
    if (grant.conversationId !== conversationId) throw new AppError('TOKEN_INVALID')
    await limit.byConversation(conversationId, 'enteringOne')
    const after = parseWatermark(url.searchParams.get('watermark'))
    const address = limit.addressOf(req)
    // Nothing is awaited from here on: what is true now is true when the stream is open.
    if (stopping) throw new AppError('STOPPING')
    places.require(conversationId, address)
    sockets.handleUpgrade(req, connection, head, (socket) => {
      socket.once('close', places.take(conversationId, address))
      measures.streamOpened()
      socket.once('close', measures.streamClosed)
      openStream(socket, grant, after, { ...deps, times })
    })
  }

  server.on('upgrade', (req: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy())
    upgrade(req, connection, head).catch((error: unknown) => {
      const known = error instanceof AppError ? error : new AppError('INTERNAL')
      const { code } = known
      const correlationId = randomUUID()
      log[errorTable[code].logLevel]('directline.streamRefused', { code, correlationId })
      refuse(connection, known, correlationId)
    })
  })

  return () => {
    stopping = true
    for (const socket of sockets.clients) {
      socket.close(1001, 'stopping')
      setTimeout(() => socket.terminate(), 1000).unref()
    }
  }
}

function refuse(connection: Duplex, { code, retryAfterSeconds }: AppError, correlationId: string): void {
  const { status, message } = errorTable[code]
  const body = JSON.stringify({ error: { code, message, correlationId } })
  const headers = `Content-Type: application/json\r\nX-Correlation-Id: ${correlationId}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close`
  const retry = retryAfterSeconds === undefined ? '' : `\r\nRetry-After: ${retryAfterSeconds}`
  connection.once('finish', () => connection.destroy())
  connection.end(`HTTP/1.1 ${status} Refused\r\n${headers}${retry}\r\n\r\n${body}`)
}
