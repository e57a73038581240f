import { type Activity, ActivityTypes } from 'botbuilder'
import type { Request, Response, Server } from 'restify'
import type { AcceptEvents } from '../../conversation/acceptEvents.ts'
import type { Handle } from '../../http/handle.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import { parseJson, readBytes, requireJson } from '../../http/readBody.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import { authenticate } from './authenticate.ts'
import type { BotFrameworkAdapter } from './botFrameworkAdapter.ts'
import { parseReceivedActivity } from './parseReceivedActivity.ts'
import type { ReceivedActivity } from './receivedActivitySchema.ts'
import { replyRouteOf } from './replyRoute.ts'
import { requireThisMachine } from './requireThisMachine.ts'
import { isGroup, toIncomingEvent } from './toIncomingEvent.ts'

type Deps = {
  adapter: BotFrameworkAdapter
  accept: AcceptEvents
  handle: Handle
  limit: RateLimit
  clock: Clock
  log: Log
  /** Whether others than programs on this machine reach the service, by what its settings say. */
  facesOutside: boolean
}

/** Bytes: more than any channel sends. */
const longestBody = 256 * 1024

/** POST `/api/messages`: validate → authenticate → accept into the inbox → 200 when it is kept. The bot answers later. */
export function botFrameworkRoutes({ adapter, accept, handle, limit, clock, log, facesOutside }: Deps) {
  async function receive(req: Request, res: Response): Promise<void> {
    const { received, activity, caller } = await known(req)
    const answer = await adapter.receive(caller, activity, async (context) => {
      await take(received, replyRouteOf(activity, adapter.appId && caller.audience), req.id())
      if (activity.type === ActivityTypes.Invoke) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } })
    })
    res.sendRaw(answer?.status ?? 200, JSON.stringify(answer?.body ?? {}), { 'Content-Type': 'application/json' })
  }

  /** What was posted, by somebody who may. Whoever is refused before it is known who they are is counted by their address. */
  async function known(req: Request) {
    try {
      return await read(req)
    } catch (error) {
      if (error instanceof AppError && error.code !== 'IDENTITY_UNAVAILABLE') await limit.byAddress(req, 'unproved')
      throw error
    }
  }

  async function read(req: Request) {
    const authorization = req.headers.authorization ?? ''
    if (!adapter.appId) requireThisMachine(req, facesOutside)
    else if (!authorization.trim()) throw new AppError('TOKEN_MISSING')
    requireJson(req)
    const received = parseReceivedActivity(parseJson(await readBytes(req, longestBody)))
    const activity = addressed(received)
    return { received, activity, caller: await authenticate(adapter, activity, authorization) }
  }

  async function take(received: ReceivedActivity, replyTo: string, correlationId: string): Promise<void> {
    const { channelId, type } = received
    if (isGroup(received)) return log.info('botframework.groupIgnored', { channelId, type: kindOf(type) })
    const event = toIncomingEvent(received, replyTo, clock)
    if (!event) return log.debug('botframework.ignored', { channelId, type: kindOf(type) })
    await limit.byConversation(event.address, 'postingOne')
    await accept([event], correlationId)
  }

  return (server: Server): void => {
    server.post('/api/messages', handle(receive))
  }
}

/** What the SDK has to know of an activity: who speaks to whom, where. */
function addressed(received: ReceivedActivity): Activity {
  const { type, id, channelId, serviceUrl, locale, deliveryMode, channelData, ...rest } = received
  const tenantId = rest.conversation.tenantId ?? channelData?.tenant?.id
  const activity = {
    type,
    channelId,
    serviceUrl,
    conversation: present({ ...rest.conversation, tenantId }),
    from: present(rest.from ?? {}),
    recipient: present(rest.recipient ?? {}),
    ...present({ id, locale, deliveryMode }),
  }
  return activity as unknown as Activity
}

function present(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null))
}

const types = new Set<string>(Object.values(ActivityTypes))

/** Only the protocol's own words go into the log. */
function kindOf(type: string): string {
  return types.has(type) ? type : 'unknown'
}
