import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { errorFacts } from '../kernel/errorFacts.ts'
import { isQuiet } from './isQuiet.ts'
import { afterOwner } from './ownerRules.ts'
import type { Place } from './postgresStaffEvent.ts'
import type { Steps, TakeoverDeps } from './postgresSteps.ts'

type Left = Place & {
  owner_account: string
  first_name: string
  heard_at: Date | null
  staff_said_at: Date | null
  called_for: boolean
  quiet: boolean
}

/** More than anybody has at once; the next sweep takes the rest. */
const MOST = 500
/** What changes while it is looked at is looked at again. */
const TRIES = 3

const isCalledFor = sql`exists (select 1 from escalations e where e.conversation_id = c.id and e.closed_at is null)`

/** What becomes of the conversations of colleagues who have left, or of whoever has done nothing in them for too long. */
export function createPostgresLeave({ db, clock, log, audit }: TakeoverDeps, { write, queued, handedBack }: Steps) {
  const leftBehind = async (whose: RawBuilder<unknown>): Promise<Left[]> => {
    const { rows } = await sql<Left>`
      select c.id, c.channel, c.address, c.owner_account, a.first_name, c.heard_at, c.staff_said_at, ${isCalledFor} as called_for,
        ${isQuiet} as quiet
      from conversations c join accounts a on a.id = c.owner_account where ${whose} limit ${MOST}`.execute(db)
    return rows
  }

  /** One statement; false when anything that it was decided on has changed by then. */
  async function takeFrom(left: Left, whose: RawBuilder<unknown>): Promise<boolean> {
    const { heard_at: heardAt, staff_said_at: staffSaidAt, called_for: called, quiet } = left
    const to = afterOwner({ heardAt, staffSaidAt, isCalledFor: called, isQuiet: quiet })
    const owner = { id: left.owner_account, firstName: left.first_name }
    const row = await write(left, {
      ...(to === 'queue' ? queued(owner, 'ownerGone') : handedBack(owner)),
      key: `staff:${randomUUID()}`,
      kind: 'ownerChanged',
      allowed: sql`c.owner_account = ${owner.id}::uuid and ${whose} and c.heard_at is not distinct from ${heardAt}::timestamptz
        and c.staff_said_at is not distinct from ${staffSaidAt}::timestamptz and ${isCalledFor} = ${called} and ${isQuiet} = ${quiet}`,
    })
    if (row?.done) await noteGone(left.id, to, owner.id)
    return row?.done ?? false
  }

  /** Nobody of the team did this: the service itself. */
  async function noteGone(conversation: string, to: 'queue' | 'bot', account?: string): Promise<void> {
    log.warn('conversation.ownerGone', { conversation, to, ...(account && { account }) })
    const subject = { kind: 'conversation' as const, id: conversation }
    await audit.note({ action: 'conversation.ownerGone', subject, details: { to, ...(account && { account }) } })
  }

  async function takeAll(whose: RawBuilder<unknown>, tries: number): Promise<number> {
    const isTaken = (one: Left) =>
      takeFrom(one, whose).catch((error: unknown) => {
        log.warn('conversation.stillHeld', { conversation: one.id, account: one.owner_account, ...errorFacts(error) })
        return false
      })
    let taken = 0
    for (let left = await leftBehind(whose), round = 1; left.length > 0; left = await leftBehind(whose), round++) {
      for (const one of left) if (await isTaken(one)) taken++
      if (round === tries) break
    }
    return taken
  }

  /**
   * Where somebody outside our console has said nothing for too long: ours again since then, and for a person where one is called for. Without
   * that it is the bot's, but after a crisis or abuse.
   */
  async function takeFromElsewhere(): Promise<void> {
    const now = sql`${clock.now().toJSDate()}::timestamptz`
    const toQueue = sql`(${isCalledFor} or ${isQuiet})`
    const { rows } = await sql<{ id: string; to: 'queue' | 'bot' }>`
      with freed as (
        update conversations c set owner = case when ${toQueue} then 'nobody' else 'bot' end, owner_name = null, owner_until = null,
          taken_at = c.owner_until, bot_since = case when ${toQueue} then c.bot_since else c.owner_until end
        where c.owner = 'staff' and c.owner_account is null and c.owner_until <= ${now}
        returning c.id, c.address, c.owner
      ), alerted as (
        update escalations e set alerted_at = ${now} from freed
        where e.conversation_id = freed.id and freed.owner = 'nobody' and e.closed_at is null
      )
      select id, case owner when 'nobody' then 'queue' else 'bot' end as to, pg_notify('conversation', 'changed ' || address)::text
      from freed`.execute(db)
    for (const { id, to } of rows) await noteGone(id, to)
  }

  return {
    /** Those whose owner's time is over. */
    async sweepIdle(): Promise<void> {
      await takeAll(sql`c.owner_account is not null and c.owner_until <= ${clock.now().toJSDate()}::timestamptz`, 1)
      await takeFromElsewhere()
    },
    leaveAll: (accountId: string): Promise<number> => takeAll(sql`c.owner_account = ${accountId}::uuid`, TRIES),
  }
}
