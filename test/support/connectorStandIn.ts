import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Card = { contentType: string; content?: unknown }
export type ConnectorActivity = {
  type: string
  name?: string
  value?: unknown
  text?: string
  from?: { id: string }
  recipient?: { id: string }
  conversation?: { id: string }
  replyToId?: string
  suggestedActions?: { actions: { type: string; title: string; value: string; text?: string; displayText?: string }[] }
  attachments?: Card[]
}
export type ConnectorPost = {
  conversation: string
  replyTo: string | undefined
  authorization: string | undefined
  activity: ConnectorActivity
}

type Trouble =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | { hang: true }
  | { reset: 'beforeTaking' | 'afterTaking' }

export type ConnectorStandIn = Awaited<ReturnType<typeof startConnectorStandIn>>

/**
 * Stands in for a channel's connector on 127.0.0.1, as the Emulator has one. Troubles meet the next posts in the order
 * they were asked for. With `admits` every post must carry a token that it lets in.
 */
export async function startConnectorStandIn({ admits = (_authorization: string | undefined): boolean => true } = {}) {
  /** What was taken, in order. */
  const taken: ConnectorPost[] = []
  const troubles: Trouble[] = []
  let attempts = 0

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    attempts += 1
    const [, conversation, replyTo] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(req.url ?? '') ?? []
    if (req.method !== 'POST' || !conversation) return json(res, 405, {})
    if (!admits(req.headers.authorization)) return json(res, 401, { error: { code: 'Unauthorized', message: 'no' } })

    const trouble = troubles.shift()
    if (trouble && 'status' in trouble) return json(res, trouble.status, trouble.body ?? {}, trouble.headers)
    if (trouble && 'hang' in trouble) return
    if (trouble && trouble.reset === 'beforeTaking') return void res.socket?.resetAndDestroy()
    taken.push({
      conversation: decodeURIComponent(conversation),
      replyTo: replyTo && decodeURIComponent(replyTo),
      authorization: req.headers.authorization,
      activity: JSON.parse(Buffer.concat(chunks).toString('utf8')),
    })
    if (trouble) return void res.socket?.resetAndDestroy()
    json(res, 200, { id: randomUUID() })
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    attempts: () => attempts,
    meetNext: (...next: Trouble[]) => void troubles.push(...next),
    /** No troubles any more. */
    calm: () => void troubles.splice(0),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

function json(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  res.end(JSON.stringify(body))
}
