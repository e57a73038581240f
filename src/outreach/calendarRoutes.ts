import type { Request, Response, Server } from 'restify'
import type { Handle } from '../http/handle.ts'
import type { RateLimit } from '../http/rateLimit.ts'
import type { Clock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import { calendarFile } from './calendarFile.ts'
import type { CalendarLinks } from './calendarLinks.ts'
import type { Notices } from './notices.ts'

type Deps = { links: CalendarLinks; notices: Pick<Notices, 'appointment'>; handle: Handle; limit: RateLimit; clock: Clock }

/** Days for which an appointment that is over is still shown. */
const KEPT_DAYS = 30

/** GET `/calendar/:token`: the appointment as it is now, for a calendar. */
export function calendarRoutes({ links, notices, handle, limit, clock }: Deps) {
  async function show(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const token: unknown = req.params?.token
    const id = typeof token === 'string' ? links.read(token) : undefined
    const appointment = id ? await notices.appointment(id) : undefined
    const now = clock.now()
    if (!appointment || appointment.startsAt < now.minus({ days: KEPT_DAYS }).toJSDate()) throw new AppError('NOT_FOUND')
    res.sendRaw(200, calendarFile(appointment, now), {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="appointment.ics"',
      'Cache-Control': 'no-store',
    })
  }

  return (server: Server): void => {
    server.get('/calendar/:token', handle(show))
  }
}
