import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGraphInspection } from './graphInspection.ts'
import { createGraphPage } from './graphPage.ts'
import { type GraphFault, judgeSend, judgeWindow, type SendBody } from './graphSendRules.ts'
import { createGraphThreads } from './graphThreads.ts'
import { echo, postWebhook, webhookBody } from './messengerWebhook.ts'

export type StandInMessage = {
  psid: string
  mid: string
  at: Date
  text: string | undefined
  quickReplies: { title: string; payload: string }[]
  buttons: { type: string; title: string; payload?: string; url?: string }[]
  metadata: string | undefined
  messagingType: string | undefined
  body: SendBody
}

export type StandInRequest = { method: string; url: string; headers: IncomingMessage['headers']; body: unknown }

type Failure = { httpStatus: number; code?: number; subcode?: number; times?: number; headers?: Record<string, string>; raw?: string }
type Trouble = { kind: 'fail'; failure: Failure } | { kind: 'hang'; ms: number; taken: boolean } | { kind: 'reset'; taken: boolean }

export type GraphStandIn = Awaited<ReturnType<typeof startGraphStandIn>>

type Settings = { pageId: string; token: string; appSecret: string; latencyMs?: number }

/**
 * Stands in for Meta's Send API on 127.0.0.1: the same checks, the same answers, and the troubles a test asks for.
 * Troubles meet the next requests in the order they were asked for; typing actions meet none.
 */
export async function startGraphStandIn({ pageId, token, appSecret, latencyMs = 0 }: Settings) {
  const messages: StandInMessage[] = []
  const requests: StandInRequest[] = []
  const typing = new Map<string, number>()
  const closedWindows = new Set<string>()
  const lastSeen = new Map<string, Date>()
  const threads = createGraphThreads()
  let hasHumanAgent = true
  let time = () => new Date()
  const troubles: Trouble[] = []
  const timers = new Set<NodeJS.Timeout>()
  const page = createGraphPage()
  const inspection = createGraphInspection({ token, appSecret })
  let clockAheadMs = 0
  let latency = latencyMs
  let accepted: string | undefined = token
  let usage: Record<string, string> = {}
  let echoesTo: { address: () => string; afterMs: number } | undefined
  let closed = false

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const raw = await readAll(req)
    const body = parse(raw)
    requests.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body })
    res.setHeader('Date', new Date(Date.now() + clockAheadMs).toUTCString())
    if (latency > 0) await wait(latency)

    const inspected = inspection.answer(req, body)
    if (inspected) return json(res, inspected.status, inspected.body)
    const denied = accessFault(req)
    const url = new URL(req.url ?? '/', 'http://graph')
    const pageAnswer = denied ? undefined : (page.answer(req.method ?? '', url, body) ?? threads.answer(req.method ?? '', url, body))
    if (pageAnswer) return json(res, pageAnswer.status, pageAnswer.body)
    const refusal = denied ?? pathFault(req) ?? judgeSend(body) ?? windowFault(body)
    const isTyping = typeof body === 'object' && body !== null && 'sender_action' in body
    const trouble = isTyping ? undefined : troubles.shift()
    if (trouble?.kind === 'fail') return fail(res, trouble.failure)
    if (refusal) return fail(res, refusal)

    const sent = body as SendBody
    const taken = trouble === undefined || trouble.taken
    const mid = taken ? take(sent) : undefined
    if (trouble?.kind === 'reset') {
      res.socket?.resetAndDestroy()
      return
    }
    if (trouble?.kind === 'hang') await wait(trouble.ms)
    json(res, 200, { recipient_id: sent.recipient?.id, ...(mid ? { message_id: mid } : {}) }, usage)
  }

  /** What Meta sends to the page's app for every message of the page, again until it is acknowledged. */
  async function sendEcho({ psid, mid, text = '', metadata }: StandInMessage): Promise<void> {
    if (!echoesTo) return
    const { address, afterMs } = echoesTo
    if (afterMs > 0) await wait(afterMs)
    const item = echo({ psid, mid, text, pageId, ...(metadata ? { metadata } : {}) })
    const isTaken = () =>
      postWebhook(address(), appSecret, webhookBody([item], { pageId })).then(
        (response) => response.ok,
        () => false,
      )
    while (!closed && !(await isTaken())) await wait(100)
  }

  function take(body: SendBody): string | undefined {
    const psid = body.recipient?.id ?? ''
    if (body.sender_action) {
      if (body.sender_action === 'typing_on') typing.set(psid, (typing.get(psid) ?? 0) + 1)
      return undefined
    }
    const mid = `m_${randomBytes(12).toString('base64url')}`
    const template = body.message?.attachment?.payload
    messages.push({
      psid,
      mid,
      at: new Date(),
      text: body.message?.text ?? template?.text,
      quickReplies: (body.message?.quick_replies ?? []).map(({ title = '', payload = '' }) => ({ title, payload })),
      buttons: template?.buttons ?? [],
      metadata: body.message?.metadata,
      messagingType: body.messaging_type,
      body,
    })
    void sendEcho(messages.at(-1) as StandInMessage)
    return mid
  }

  function accessFault(req: IncomingMessage): GraphFault | undefined {
    const url = new URL(req.url ?? '/', 'http://graph')
    const proof = createHmac('sha256', appSecret)
      .update(accepted ?? '')
      .digest('hex')
    if (url.searchParams.has('access_token')) return { httpStatus: 400, code: 100, message: 'the token stands in the address' }
    if (accepted === undefined || req.headers.authorization !== `Bearer ${accepted}`)
      return { httpStatus: 401, code: 190, message: 'Invalid OAuth access token' }
    if (url.searchParams.get('appsecret_proof') !== proof) return { httpStatus: 400, code: 100, message: 'Invalid appsecret_proof' }
    return undefined
  }

  function pathFault(req: IncomingMessage): GraphFault | undefined {
    const url = new URL(req.url ?? '/', 'http://graph')
    if (req.method !== 'POST' || !/^\/v\d+\.\d+\/[^/]+\/messages$/.test(url.pathname))
      return { httpStatus: 404, code: 2500, message: 'Unknown path' }
    if (url.pathname.split('/')[2] !== pageId) return { httpStatus: 400, code: 100, subcode: 2018001, message: 'No matching user found' }
    return undefined
  }

  function windowFault(body: unknown): GraphFault | undefined {
    const sent = body as SendBody
    const psid = sent.recipient?.id ?? ''
    const window = { lastSeen: lastSeen.get(psid), isClosed: closedWindows.has(psid), now: time(), hasHumanAgent }
    return threads.sendFault(psid) ?? judgeWindow(sent, window)
  }

  function wait(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        done()
      }, ms)
      timers.add(timer)
    })
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was taken, in order of arrival, over all people. */
    messages,
    requests,
    messagesTo: (psid: string) => messages.filter((message) => message.psid === psid),
    typingCount: (psid: string) => typing.get(psid) ?? 0,
    /** The next `times` messages (1 unless told) are refused with this Graph error, or answered with `raw` as it is. */
    failNext(failure: Failure) {
      for (let left = failure.times ?? 1; left > 0; left--) troubles.push({ kind: 'fail', failure })
    },
    /** The next message is answered only after `ms`. It is taken all the same, unless told otherwise. */
    hangNext(ms: number, { taken = true } = {}) {
      troubles.push({ kind: 'hang', ms, taken })
    },
    /** The next message's connection is reset without an answer; the message is not taken, unless told otherwise. */
    resetNext({ taken = false } = {}) {
      troubles.push({ kind: 'reset', taken })
    },
    /** The page's subscription and profile. */
    page,
    /** What Meta says of the page token when the app asks. */
    inspection,
    /** The `Date` of every answer is so far from the true time. */
    setClockAhead(ms: number) {
      clockAheadMs = ms
    },
    /** Another token is valid from now on; none when it is undefined. */
    acceptToken(next: string | undefined) {
      accepted = next
    },
    /** Headers of every answer to a send that was taken. */
    setUsage(headers: Record<string, string>) {
      usage = headers
    },
    /** Echoes every message to the webhook of the service that is at the address then. */
    echoTo(address: () => string, { afterMs = 0 } = {}) {
      echoesTo = { address, afterMs }
    },
    closeWindowFor: (psid: string) => closedWindows.add(psid),
    openWindowFor: (psid: string) => closedWindows.delete(psid),
    /** When a person last wrote, by Meta's clock; who is not known has just written. */
    lastSeen: (psid: string, at: Date) => void lastSeen.set(psid, at),
    /** Meta's clock, for its windows. */
    setTime(next: () => Date) {
      time = next
    },
    /** Whether the app was granted the feature Human Agent. */
    setHumanAgent(next: boolean) {
      hasHumanAgent = next
    },
    /** Whose threads are whose. */
    threads,
    setLatency(ms: number) {
      latency = ms
    },
    async close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

function fail(res: ServerResponse, { httpStatus, code = 1, subcode, ...rest }: GraphFault | Failure): void {
  const headers = 'headers' in rest ? rest.headers : undefined
  if ('raw' in rest && rest.raw !== undefined) {
    res.writeHead(httpStatus, { 'Content-Type': 'text/html', ...headers })
    res.end(rest.raw)
    return
  }
  const message = 'message' in rest ? rest.message : 'asked for by a test'
  const error = {
    message,
    type: 'OAuthException',
    code,
    ...(subcode ? { error_subcode: subcode } : {}),
    fbtrace_id: randomBytes(8).toString('base64url'),
  }
  json(res, httpStatus, { error }, headers)
}

function json(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  // restify, when it is in the same process, makes writeHead return nothing: no chaining.
  res.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8', ...headers })
  res.end(JSON.stringify(body))
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
