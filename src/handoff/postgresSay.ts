import { sql } from 'kysely'
import { AppError } from '../kernel/errors.ts'
import { dangers } from './escalation.ts'
import { heldUntil } from './ownerRules.ts'
import { MARGIN_MINUTES, type StaffEventRow } from './postgresStaffEvent.ts'
import type { Steps, TakeoverDeps } from './postgresSteps.ts'
import { staffMessage } from './staffWords.ts'
import type { Takeover } from './takeover.ts'

const DAY_MS = 24 * 3_600_000

/** A colleague's words: kept, queued and counted as an answer in one statement, once for each key. */
export function createPostgresSay({ db, clock, channels }: TakeoverDeps, { find, write, ownerIn }: Steps): Takeover['say'] {
  return async (conversationId, by, { key: ownKey, text }) => {
    if (!text.trim()) throw new AppError('INVALID_REQUEST', 'there is nothing to say')
    const place = await find(conversationId)
    if (!place) return { kind: 'unknown' }
    const personDays = channels.get(place.channel)?.personDays ?? 0
    const key = `staff:${place.id}:${ownKey}`
    const now = clock.now()
    const row = await write(place, {
      key,
      kind: 'staffReplied',
      allowed: sql`c.owner_account = ${by.id}::uuid and (c.reply_window_until is null
        or greatest(c.reply_window_until, c.heard_at + make_interval(days => ${personDays}))
          > ${now.plus({ minutes: MARGIN_MINUTES }).toJSDate()}::timestamptz)`,
      set: sql`staff_said_at = ${now.toJSDate()}::timestamptz, owner_until = ${heldUntil(now)}::timestamptz`,
      entries: [{ activity: staffMessage(by, text), author: 'staff', by, speaker: 'staff' }],
      closes: { as: 'answered', except: dangers, by: by.id },
    })
    if (!row) return { kind: 'unknown' }
    if (row.done || row.repeated || (await isKept(key))) return { kind: 'said' }
    if (row.owner_account !== by.id) return { kind: 'notMine', owner: ownerIn(row) }
    return { kind: 'closed', since: closedSince(row, personDays) }
  }

  /** The same words, sent twice at once, may have been kept by the other call just before somebody took the conversation. */
  async function isKept(key: string): Promise<boolean> {
    return (await db.selectFrom('inbox').where('event_key', '=', key).select('id').executeTakeFirst()) !== undefined
  }
}

function closedSince({ reply_window_until: until, heard_at: heardAt }: StaffEventRow, personDays: number): Date {
  const last = Math.max(until?.getTime() ?? 0, personDays > 0 && heardAt ? heardAt.getTime() + personDays * DAY_MS : 0)
  return new Date(last - MARGIN_MINUTES * 60_000)
}
