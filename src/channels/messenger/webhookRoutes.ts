import type { Request, Response, Server } from 'restify'
import type { AcceptEvents, Accepted } from '../../conversation/acceptEvents.ts'
import type { Handle } from '../../http/handle.ts'
import { parseJson, readBytes, requireJson } from '../../http/readBody.ts'
import { type Clock, systemClock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import { type Measures, silentMeasures } from '../../kernel/measures.ts'
import type { Observation } from './observation.ts'
import { type Fault, isPageBody, readEvents } from './readEvents.ts'
import { sameSecret } from './sameSecret.ts'
import { verifySignature } from './verifySignature.ts'

export type MessengerWebhookSettings = { pageId: string; appId?: string | undefined; appSecret: string; verifyToken: string }

type Deps = {
  settings: MessengerWebhookSettings
  accept: AcceptEvents
  /** Told what is no part of a conversation's turns. Only its STORE_UNAVAILABLE makes Meta send the body again. */
  observe: (observations: Observation[]) => Promise<void>
  handle: Handle
  log: Log
  measures?: Measures
  clock?: Clock
}

const path = '/webhooks/messenger'

/** Meta puts up to 1,000 updates into one POST. */
const bodyLimit = 5 * 1024 * 1024

/**
 * GET and POST `/webhooks/messenger`. Meta waits five seconds for its 200 and, after an hour without one, unsubscribes
 * the page: so 200 means that the events are committed, and no single odd event can prevent it.
 */
export function messengerWebhookRoutes({ settings, accept, observe, handle, log, measures = silentMeasures, clock = systemClock }: Deps) {
  async function subscribe(req: Request, res: Response): Promise<void> {
    const query: Record<string, unknown> = req.query ?? {}
    const token = query['hub.verify_token']
    const challenge = query['hub.challenge']
    if (query['hub.mode'] !== 'subscribe' || typeof token !== 'string' || !sameSecret(token, settings.verifyToken)) {
      throw new AppError('VERIFY_TOKEN_WRONG')
    }
    if (typeof challenge !== 'string') throw new AppError('INVALID_REQUEST', 'hub.challenge is missing')
    res.sendRaw(200, challenge, { 'Content-Type': 'text/plain; charset=utf-8' })
  }

  async function receive(req: Request, res: Response): Promise<void> {
    requireJson(req)
    const raw = await readBytes(req, bodyLimit)
    if (!verifySignature(raw, req.headers['x-hub-signature-256'], settings.appSecret)) throw new AppError('BAD_SIGNATURE')
    const body = parseJson(raw)
    if (!isPageBody(body)) throw new AppError('NOT_FOUND')

    const { events, observed, faults } = readEvents(body, settings, new Date(clock.now().toMillis()))
    if (faults.length > 0) logFaults(faults, req.id())
    const [accepted] = await Promise.all([
      events.length > 0 ? accept(events, req.id()) : [],
      observed.length > 0 ? report(observed) : undefined,
    ])
    logAccepted(req.id(), accepted, observed.length)
    res.sendRaw(200, 'EVENT_RECEIVED', { 'Content-Type': 'text/plain; charset=utf-8' })
  }

  /** What cannot be kept now comes again; what never can must not make Meta repeat it until it gives the page up. */
  async function report(observed: Observation[]): Promise<void> {
    try {
      await observe(observed)
    } catch (error) {
      if (error instanceof AppError && error.code === 'STORE_UNAVAILABLE') throw error
      log.warn('messenger.observe.failed', { count: observed.length, cause: error instanceof Error ? error.name : null })
    }
  }

  function logAccepted(correlationId: string, accepted: Accepted[], observed: number): void {
    const duplicates = accepted.filter(({ duplicate }) => duplicate).length
    const level = accepted.length > 0 ? 'info' : 'debug'
    log[level]('webhook.accepted', { correlationId, channel: 'messenger', events: accepted.length - duplicates, duplicates, observed })
  }

  function logFaults(faults: Fault[], correlationId: string): void {
    for (const { code } of faults) measures.webhookFault(code)
    const shown = faults.slice(0, 20).map(({ code, at }) => `${code} ${at}`)
    log.warn('messenger.webhook.faults', { correlationId, count: faults.length, faults: shown })
  }

  return (server: Server): void => {
    server.get(path, handle(subscribe))
    server.post(path, handle(receive))
  }
}
