import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Reply } from '../conversation/activity.ts'
import type { Channel } from '../conversation/channel.ts'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { type OwnerColumns, ownerOf } from './ownerOf.ts'
import { type Place, type StaffEntry, type StaffEvent, writeStaffEvent } from './postgresStaffEvent.ts'
import { handoffStatus, moveLine } from './staffWords.ts'
import type { Colleague, LetGo } from './takeover.ts'
import type { ThreadControl } from './threadControl.ts'

export type TakeoverDeps = {
  db: Kysely<Tables>
  sealer: Sealer
  clock: Clock
  log: Log
  audit: Audit
  channels: ReadonlyMap<ChannelName, Pick<Channel, 'present' | 'personDays'>>
  /** Where several apps share a channel. */
  threadControls: ReadonlyMap<ChannelName, ThreadControl>
  serviceName: () => Promise<string>
  /** Conversations that have something to deliver, or to answer. */
  wake: (conversationIds: string[]) => void
}

export type Steps = ReturnType<typeof createSteps>

type LettingGo = Omit<StaffEvent, 'key' | 'kind' | 'allowed'>

/** What the calls are made of. */
export function createSteps({ db, sealer, clock, channels, wake }: TakeoverDeps) {
  const find = async (conversationId: string): Promise<(Place & OwnerColumns) | undefined> => {
    const { rows } = await sql<Place & OwnerColumns>`
      select c.id, c.channel, c.address, c.owner, c.owner_name, c.owner_account, c.owner_until, c.taken_at, a.first_name
      from conversations c left join accounts a on a.id = c.owner_account where c.id::text = ${conversationId}`.execute(db)
    return rows[0]
  }
  const write = async (place: Place, event: StaffEvent) => {
    const row = await writeStaffEvent(db, sealer, place, withParts(place, event), clock.now().toJSDate())
    if (row?.done) wake([place.id])
    return row
  }

  /** Each entry as the messages that its channel needs for it; what it cannot show is left out. */
  function withParts({ channel }: Place, event: StaffEvent): StaffEvent {
    const present = (reply: Reply) => channels.get(channel)?.present(reply) ?? [reply]
    const parts = (entry: StaffEntry) => (entry.speaker ? present(entry.activity).map((activity) => ({ ...entry, activity })) : [entry])
    return { ...event, entries: event.entries.flatMap(parts) }
  }

  return {
    find,
    write,
    /** Whose it is by a row of the database. */
    ownerIn: (row: OwnerColumns) => ownerOf(row, clock.now().toJSDate()),

    /** What its owner does to let go of it. */
    async letGo(conversationId: string, by: Colleague, how: LettingGo): Promise<LetGo> {
      const place = await find(conversationId)
      const isHers = sql`c.owner_account = ${by.id}::uuid`
      const row = place && (await write(place, { ...how, key: `staff:${randomUUID()}`, kind: 'ownerChanged', allowed: isHers }))
      if (!row) return { kind: 'unknown' }
      return row.done ? { kind: 'done' } : { kind: 'notMine', owner: ownerOf(row, clock.now().toJSDate()) }
    },

    /** Nobody has it, and others see it in the queue. */
    queued: (by: Colleague, name: 'released' | 'ownerGone'): LettingGo => ({
      set: sql`owner = 'nobody', owner_account = null, owner_name = null, owner_until = null, taken_at = ${clock.now().toJSDate()}::timestamptz`,
      entries: [{ activity: moveLine(name, by), author: 'system', by }],
      alertsAgain: true,
    }),

    /** The bot has it, is to say so, and goes on. Where the channel takes nothing now the patient hears it with the bot's next answer. */
    handedBack: (by: Colleague): LettingGo => ({
      set: sql`owner = 'bot', owner_account = null, owner_name = null, owner_until = null, taken_at = ${clock.now().toJSDate()}::timestamptz,
        bot_since = ${clock.now().toJSDate()}::timestamptz`,
      entries: [
        { activity: moveLine('handedBack', by), author: 'system', by },
        { activity: handoffStatus('completed'), author: 'system', by, speaker: 'service', ifItCanGo: true },
      ],
      forBot: moveLine('handedBack', by),
      closes: { as: 'handedBack', except: [], by: by.id },
    }),
  }
}
