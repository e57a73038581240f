import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, errors, jwtVerify } from 'jose'

const serviceId = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const templates = { sms: '2a2f3a0e-6f0f-4c5c-9a0b-0c3b6d9c7a11', email: '5b8a3f57-3c0e-4a55-8d8c-7f4c1e2d9b22' }

/** What the stand-in knows, as settings. */
export const notifyKeys = { apiKey: `tests-${serviceId}-${secret}`, templates }

export type NotifyMessage = {
  id: string
  reference: string | null
  type: 'sms' | 'email'
  to: string
  subject?: string
  body: string
  status: string
  at: Date
}

type Refusal = { status: number; error: string; message: string }
/** `taken`: the message goes all the same, and whoever sent it does not hear of it. */
type Trouble = { kind: 'fail'; status: number; error: string } | { kind: 'hang'; taken: boolean } | { kind: 'reset'; taken: boolean }

/** What becomes of a message is said by the end of its number or address, as with a test key of Notify. */
const fates: Record<string, string> = {
  '07700900002': 'permanent-failure',
  '07700900003': 'temporary-failure',
  'perm-fail@simulator.notify': 'permanent-failure',
  'temp-fail@simulator.notify': 'temporary-failure',
}

export type NotifyStandIn = Awaited<ReturnType<typeof startNotifyStandIn>>

/**
 * Stands in for GOV.UK Notify on 127.0.0.1: the same checks and answers, and the troubles a test asks for, which meet the next requests
 * that send. It has a clock of its own, which can be wrong.
 */
export async function startNotifyStandIn() {
  const messages: NotifyMessage[] = []
  const requests: { method: string; url: string }[] = []
  const troubles: Trouble[] = []
  let clockAheadSeconds = 0
  let down = false

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const raw = await readAll(req)
    const url = new URL(req.url ?? '/', 'http://notify')
    requests.push({ method: req.method ?? '', url: req.url ?? '' })
    if (down) return refuse(res, { status: 503, error: 'Exception', message: 'Internal server error' })
    const denied = await denial(req)
    if (denied) return refuse(res, denied)
    if (req.method === 'GET' && url.pathname === '/v2/notifications') return json(res, 200, find(url))
    const type = /^\/v2\/notifications\/(sms|email)$/.exec(url.pathname)?.[1] as 'sms' | 'email' | undefined
    if (req.method !== 'POST' || !type) return refuse(res, { status: 404, error: 'NoResultFound', message: 'No result found' })
    const body = JSON.parse(raw) as Record<string, unknown>
    const trouble = troubles.shift()
    if (trouble?.kind === 'fail') return refuse(res, { ...trouble, message: 'as the test asked for' })
    const refusal = judge(type, body)
    if (refusal) return refuse(res, refusal)
    const message = !trouble || trouble.taken ? take(type, body) : undefined
    if (trouble?.kind === 'hang') return
    if (trouble?.kind === 'reset') return void res.socket?.resetAndDestroy()
    json(res, 201, {
      id: message?.id,
      reference: message?.reference,
      content: { body: message?.body, ...(message?.subject ? { subject: message.subject } : { from_number: 'APPTS' }) },
      uri: `http://notify/v2/notifications/${message?.id}`,
      template: { id: templates[type], version: 1, uri: `http://notify/v2/template/${templates[type]}` },
    })
  }

  /** A JWT by HS256, made by this service in the last thirty seconds. */
  async function denial({ headers }: IncomingMessage): Promise<Refusal | undefined> {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (!token) return { status: 401, error: 'AuthError', message: 'Unauthorized: authentication token must be provided' }
    try {
      await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'], issuer: serviceId, requiredClaims: ['iat'] })
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error
      return { status: 403, error: 'AuthError', message: 'Invalid token: API key not found' }
    }
    const age = Date.now() / 1000 + clockAheadSeconds - (decodeJwt(token).iat ?? 0)
    if (Math.abs(age) <= 30) return undefined
    return { status: 403, error: 'AuthError', message: 'Error: Your system clock must be accurate to within 30 seconds' }
  }

  function find(url: URL) {
    const [type, reference] = [url.searchParams.get('template_type'), url.searchParams.get('reference')]
    const found = messages.filter((message) => (!type || message.type === type) && (!reference || message.reference === reference))
    return { notifications: found, links: { current: url.href } }
  }

  function judge(type: 'sms' | 'email', body: Record<string, unknown>): Refusal | undefined {
    const invalid = (message: string): Refusal => ({ status: 400, error: 'ValidationError', message })
    const wrong = (message: string): Refusal => ({ status: 400, error: 'BadRequestError', message })
    const to = String(body[type === 'sms' ? 'phone_number' : 'email_address'] ?? '')
    if (type === 'sms' && !/^(?:\+?44|0)7\d{9}$/.test(to)) return invalid('phone_number Not a UK mobile number')
    if (type === 'email' && !/^\S+@\S+\.\S+$/.test(to)) return invalid('email_address is not a valid email address')
    if (body.template_id !== templates[type]) return wrong('Template not found')
    const given = (body.personalisation ?? {}) as Record<string, string>
    const missing = (type === 'sms' ? ['message'] : ['subject', 'body']).filter((name) => !given[name])
    return missing.length > 0 ? wrong(`Missing personalisation: ${missing.join(', ')}`) : undefined
  }

  function take(type: 'sms' | 'email', body: Record<string, unknown>): NotifyMessage {
    const given = body.personalisation as Record<string, string>
    const to = String(body.phone_number ?? body.email_address)
    const message: NotifyMessage = {
      id: randomUUID(),
      reference: typeof body.reference === 'string' ? body.reference : null,
      type,
      to,
      ...(type === 'email' ? { subject: given.subject ?? '' } : {}),
      body: (type === 'sms' ? given.message : given.body) ?? '',
      status: fates[to.replace(/^\+?44/, '0')] ?? 'delivered',
      at: new Date(),
    }
    messages.push(message)
    return message
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    requests,
    /** Meets one of the next requests that send. */
    trouble(...some: Trouble[]): void {
      troubles.push(...some)
    },
    setDown(isDown: boolean): void {
      down = isDown
    },
    setClockAhead(seconds: number): void {
      clockAheadSeconds = seconds
    },
    /** The delivery receipt of a message, as Notify posts it. */
    receiptOf({ id, reference, type, to, status, at }: NotifyMessage) {
      return {
        id,
        reference,
        to,
        status,
        created_at: at.toISOString(),
        completed_at: at.toISOString(),
        sent_at: at.toISOString(),
        notification_type: type,
        template_id: templates[type],
        template_version: 1,
      }
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

function refuse(res: ServerResponse, { status, error, message }: Refusal): void {
  json(res, status, { status_code: status, errors: [{ error, message }] })
}

function json(res: ServerResponse, status: number, body: unknown): void {
  // Apart: where restify is loaded, its writeHead gives nothing back.
  res.writeHead(status, { 'Content-Type': 'application/json' })
  res.end(JSON.stringify(body))
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
