import type { Request, Response, Server } from 'restify'
import type { z } from 'zod'
import type { Handle } from '../http/handle.ts'
import type { RateLimit } from '../http/rateLimit.ts'
import { parseJson, readBytes, requireJson } from '../http/readBody.ts'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { checkCallbackToken } from './checkCallbackToken.ts'
import { mobileNumber } from './contact.ts'
import { isStop } from './isStop.ts'
import type { NoticeStops } from './noticeStops.ts'
import { inboundSchema, receiptSchema } from './notifyCallbackSchema.ts'
import type { Receipt } from './receipts.ts'

/** A text message that somebody sent to us, which asks for something else than to be left alone. `id`: Notify's, the same when it comes again. */
export type TextReply = { id: string; from: string; text: string }

type Deps = {
  /** NOTIFY_CALLBACK_TOKEN. */
  token: string
  keepReceipt: (receipt: Receipt) => Promise<void>
  stops: Pick<NoticeStops, 'stop'>
  /** Gives what people answer to staff. */
  heard?: (reply: TextReply) => Promise<void>
  handle: Handle
  limit: RateLimit
  clock: Clock
  log: Log
}

const bodyLimit = 64 * 1024
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** POST `/webhooks/notify` and `/webhooks/notify/inbound`. Notify repeats what is not answered 2xx, five times at most: each may come again. */
export function notifyRoutes({ token, keepReceipt, stops, heard, handle, limit, clock, log }: Deps) {
  async function read<T>(req: Request, schema: z.ZodType<T>): Promise<T> {
    try {
      checkCallbackToken(req, token)
    } catch (error) {
      await limit.byAddress(req, 'unsigned')
      throw error
    }
    requireJson(req)
    const body = schema.safeParse(parseJson(await readBytes(req, bodyLimit)))
    if (!body.success) throw new AppError('INVALID_REQUEST', body.error.issues.map(({ path }) => path.join('.')).join(', '))
    return body.data
  }

  async function takeReceipt(req: Request, res: Response): Promise<void> {
    const { id, reference, status, notification_type } = await read(req, receiptSchema)
    if (reference && uuid.test(reference)) await keepReceipt({ reference, via: notification_type, providerId: id, status })
    res.send(204)
  }

  async function takeInbound(req: Request, res: Response): Promise<void> {
    const { id, source_number, message } = await read(req, inboundSchema)
    const from = mobileNumber(source_number) ?? mobileNumber(`+${source_number}`)
    const stop = isStop(message)
    if (from && stop) await stops.stop(from, clock.now().toJSDate())
    else if (from) await heard?.({ id, from, text: message })
    log.info('notify.inbound', { id, stop, known: from !== undefined })
    res.send(204)
  }

  return (server: Server): void => {
    server.post('/webhooks/notify', handle(takeReceipt))
    server.post('/webhooks/notify/inbound', handle(takeInbound))
  }
}
