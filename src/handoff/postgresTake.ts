import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { heldUntil } from './ownerRules.ts'
import type { Place, StaffEntry } from './postgresStaffEvent.ts'
import type { Steps, TakeoverDeps } from './postgresSteps.ts'
import { greeting, greetingAfter, handoffStatus, type Move, moveLine } from './staffWords.ts'
import type { Colleague, Takeover } from './takeover.ts'
import type { Controlled } from './threadControl.ts'

/** How long somebody who answers outside our console keeps a conversation that was passed there. */
const INBOX_HOURS = 24

/** Her words are on their way: passing the thread on would stop them. */
const STILL_SENDING = 'STILL_SENDING'
const NO_THREAD_CONTROL = 'NO_THREAD_CONTROL'

/** How a colleague comes to have a conversation, gives it to another, or to people outside our console. */
export function createPostgresTake(
  { db, clock, threadControls, serviceName }: TakeoverDeps,
  { find, write, letGo, ownerIn }: Steps,
): Pick<Takeover, 'take' | 'pass' | 'passToInbox'> {
  const hers = (to: Colleague) => sql`owner = 'staff', owner_account = ${to.id}::uuid, owner_name = ${to.firstName},
    owner_until = ${heldUntil(clock.now())}::timestamptz, taken_at = ${clock.now().toJSDate()}::timestamptz, deliver_after = null`

  return {
    async take(conversationId, by, from) {
      const place = await find(conversationId)
      if (!place) return { kind: 'unknown' }
      const isTheirs = ownerIn(place).kind === 'elsewhere'
      const freed = place.owner === 'staff' && place.owner_account === null ? await takeThread(place) : undefined
      if (isTheirs && freed?.kind === 'refused') return freed
      const isFree = sql`c.owner in ('bot', 'nobody') or c.owner_until <= ${clock.now().toJSDate()}::timestamptz
        or c.owner_account = ${from ?? null}::uuid or (c.owner_account is null and ${freed?.kind === 'done'})`
      const row = await write(place, {
        key: `staff:${randomUUID()}`,
        kind: 'ownerChanged',
        allowed: sql`c.owner_account is distinct from ${by.id}::uuid and (${isFree})`,
        set: hers(by),
        entries: [...noted('takenOver', by), ...told(by, greeting(by, await serviceName()))],
      })
      if (!row) return { kind: 'unknown' }
      if (row.done) return { kind: 'taken' }
      if (row.owner_account !== by.id) return { kind: 'held', owner: ownerIn(row) }
      await db
        .updateTable('conversations')
        .set({ owner_until: heldUntil(clock.now()) })
        .where('id', '=', place.id)
        .where('owner_account', '=', by.id)
        .execute()
      return { kind: 'mine' }
    },

    async pass(conversationId, by, to) {
      const place = await find(conversationId)
      const isThere = sql`exists (select 1 from accounts where id = ${to.id}::uuid and disabled_at is null)`
      const row =
        place &&
        (await write(place, {
          key: `staff:${randomUUID()}`,
          kind: 'ownerChanged',
          allowed: sql`c.owner_account = ${by.id}::uuid and ${to.id !== by.id} and ${isThere}`,
          set: hers(to),
          entries: [...noted('passed', to), ...told(to, greetingAfter(to, by, await serviceName()))],
        }))
      if (!row) return { kind: 'unknown' }
      if (row.done) return { kind: 'done' }
      if (row.owner_account !== by.id) return { kind: 'notMine', owner: ownerIn(row) }
      return { kind: to.id === by.id ? 'done' : 'unknown' }
    },

    async passToInbox(conversationId, by) {
      const place = await find(conversationId)
      if (!place) return { kind: 'unknown' }
      if (place.owner_account !== by.id) return { kind: 'notMine', owner: ownerIn(place) }
      if (await isSending(place.id)) return { kind: 'refused', code: STILL_SENDING }
      const passed = await threadControls.get(place.channel)?.passToInbox(place.address)
      if (passed?.kind !== 'done') return passed ?? { kind: 'refused', code: NO_THREAD_CONTROL }
      const now = clock.now()
      const done = await letGo(conversationId, by, {
        set: sql`owner = 'staff', owner_account = null, owner_name = 'page inbox', taken_at = ${now.toJSDate()}::timestamptz,
          owner_until = ${now.plus({ hours: INBOX_HOURS }).toJSDate()}::timestamptz`,
        entries: noted('passedToInbox', by),
      })
      // Whose it has become meanwhile would write to somebody who cannot hear it.
      if (done.kind === 'notMine' && done.owner.kind !== 'elsewhere') await takeThread(place)
      return done
    },
  }

  async function takeThread({ channel, address }: Place): Promise<Controlled> {
    const control = threadControls.get(channel)
    if (!control) return { kind: 'refused', code: NO_THREAD_CONTROL }
    const taken = await control.take(address)
    if (taken.kind === 'refused') await control.request(address)
    return taken
  }

  async function isSending(conversationId: string): Promise<boolean> {
    const pending = db.selectFrom('outbox').where('conversation_id', '=', conversationId).where('status', '=', 'pending')
    return (await pending.where('speaker', '=', 'staff').select('id').executeTakeFirst()) !== undefined
  }
}

const noted = (name: Move, who: Colleague): StaffEntry[] => [{ activity: moveLine(name, who), author: 'system', by: who }]

/** The patient is told who it is, but after a crisis or abuse, when somebody else may read it; and an agent hub that somebody has it. */
const told = (by: Colleague, hello: StaffEntry['activity']): StaffEntry[] => [
  { activity: handoffStatus('accepted'), author: 'system', by, speaker: 'service', ifItCanGo: true },
  { activity: hello, author: 'staff', by, speaker: 'service', ifItCanGo: true, unlessQuiet: true },
]
