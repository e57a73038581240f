import { type Kysely, sql } from 'kysely'
import type { ChannelName } from '../conversation/incomingEvent.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ConversationView, EscalationShown } from './conversationView.ts'
import { type EscalationReason, quietDangers, type Urgency, untold } from './escalation.ts'
import { openWords } from './openWords.ts'
import { type OwnerColumns, ownerOf } from './ownerOf.ts'
import { readPostgresTalk } from './postgresTalk.ts'
import { replyWindow } from './replyWindow.ts'

type Deps = {
  db: Kysely<Tables>
  sealer: Sealer
  transcriptContext: (conversationId: string) => string
  namesOf: (participantIds: string[]) => Promise<Map<string, string>>
  /** For how many days from when a patient last wrote a person's words may go, where a channel has a way for that. */
  personDays: (channel: ChannelName) => number | undefined
  clock: Clock
}

type HeaderRow = OwnerColumns & {
  id: string
  channel: ChannelName
  address: string
  created_at: Date
  heard_at: Date | null
  reply_window_until: Date | null
  unreachable_code: string | null
  open: boolean
  participant_id: string | null
  lapses_at: Date | null
}

/** One conversation as the database has it. */
export function createPostgresConversationView({ db, sealer, transcriptContext, namesOf, personDays, clock }: Deps): ConversationView {
  return {
    async header(conversationId) {
      const now = clock.now().toJSDate()
      const { rows } = await sql<HeaderRow>`
        select c.id, c.channel, c.address, c.created_at, c.heard_at, c.reply_window_until, c.unreachable_code, c.owner, c.owner_name,
          c.owner_account, c.owner_until, c.taken_at, a.first_name, p.participant_id, p.lapses_at,
          exists (select 1 from escalations where conversation_id = c.id and closed_at is null) as open
        from conversations c left join accounts a on a.id = c.owner_account
        left join lateral (
          select participant_id, lapses_at from checked_people
          where conversation_id = c.id and dropped_at is null and lapses_at > ${now}::timestamptz order by id desc limit 1) p on true
        where c.id = ${conversationId}::uuid`.execute(db)
      const row = rows[0]
      if (!row) return undefined
      const owner = ownerOf(row, now)
      const name = row.participant_id ? (await namesOf([row.participant_id])).get(row.participant_id) : undefined
      const { channel, reply_window_until: replyWindowUntil, heard_at: heardAt, unreachable_code: unreachable } = row
      return {
        id: row.id,
        channel,
        address: row.address,
        owner,
        isWaiting: owner.kind === 'nobody' || (owner.kind === 'bot' && row.open),
        begunAt: row.created_at,
        ...(heardAt ? { heardAt } : {}),
        window: replyWindow({ replyWindowUntil, heardAt, unreachable, personDays: personDays(channel) }, now),
        ...(row.participant_id && row.lapses_at
          ? { person: { participantId: row.participant_id, until: row.lapses_at, ...(name ? { name } : {}) } }
          : {}),
      }
    },

    talk: (conversationId, before) => readPostgresTalk({ db, sealer, transcriptContext }, conversationId, before),

    async escalations(conversationId) {
      const rows = await db
        .selectFrom('escalations as e')
        .leftJoin('accounts as a', 'a.id', 'e.closed_by')
        .where('conversation_id', '=', conversationId)
        .orderBy(sql`e.closed_at is not null`)
        .orderBy('e.created_at', 'desc')
        .limit(MOST_ESCALATIONS)
        .selectAll('e')
        .select('a.first_name')
        .execute()
      const isQuiet = rows.some(({ reason }) => quietDangers.includes(reason as EscalationReason))
      return rows.map((row): EscalationShown => {
        const by = row.first_name ? { by: row.first_name } : {}
        const as = row.closed_as ? { as: row.closed_as as 'answered' } : {}
        return {
          id: row.id,
          reason: row.reason as EscalationReason,
          urgency: row.urgency as Urgency,
          at: row.created_at,
          renewals: row.renewals,
          ...(row.note ? { note: openWords(sealer, row.note, 'escalation') } : {}),
          ...(row.promised_for ? { promisedFor: row.promised_for } : {}),
          isTold: !isQuiet && !untold.includes(row.reason as EscalationReason),
          ...(row.closed_at ? { closed: { at: row.closed_at, ...by, ...as } } : {}),
        }
      })
    },

    async markRead(conversationId, seq) {
      await sql`
        insert into conversation_reads as r (conversation_id, seq)
        select id, least(last_seq, ${seq}::integer) from conversations where id = ${conversationId}::uuid
        on conflict (conversation_id) do update set seq = excluded.seq where r.seq < excluded.seq`.execute(db)
    },
  }
}

/** More than this nobody reads. */
const MOST_ESCALATIONS = 20
