import type { Clock } from '../kernel/clock.ts'
import type { Notices } from './notices.ts'
import { planNotices } from './planNotices.ts'

type Deps = { notices: Pick<Notices, 'unplanned' | 'plan'>; clock: Clock }

const AT_ONCE = 200
/** What is left after so many rounds is for the next minute: sending must not wait for an import of thousands. */
const ROUNDS = 10

/**
 * Plans for every appointment whose present state has no notices yet, whoever changed it and in whichever process: the diary itself
 * says what is to be told, so that nothing is forgotten where a process dies after a booking.
 */
export async function planUnplanned({ notices, clock }: Deps): Promise<number> {
  let count = 0
  for (let round = 0; round < ROUNDS; round++) {
    const now = clock.now()
    const appointments = await notices.unplanned(now.toJSDate(), AT_ONCE)
    for (const appointment of appointments)
      await notices.plan(appointment, planNotices(appointment, now, appointment.site.timeZone), now.toJSDate())
    count += appointments.length
    if (appointments.length < AT_ONCE) break
  }
  return count
}
