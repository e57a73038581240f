import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { CallBack, CallBackDetails, CallBackMove, CallBackOutcome, CallBacks } from './callBack.ts'

type CallBackRow = {
  id: string
  form_key: string
  conversation_id: string | null
  participant_id: string | null
  details: string
  due_by: Date
  created_at: Date
  created_name: string
  taken_at: Date | null
  taken_by: string | null
  taken_name: string | null
  done_at: Date | null
  done_name: string | null
  outcome: CallBackOutcome | null
  tries: { at: string; by: string }[]
}

const detailsContext = (key: string) => `call-back ${key}`

/** Call-backs in the database. Whose it is, and that it is open, is looked at in the statement that changes it. */
export function createPostgresCallBacks({ db, sealer, clock }: { db: Kysely<Tables>; sealer: Sealer; clock: Clock }): CallBacks {
  const now = () => clock.now().toJSDate()

  async function read(which: ReturnType<typeof sql>): Promise<CallBack[]> {
    const { rows } = await sql<CallBackRow>`
      select b.*, (
        select coalesce(jsonb_agg(jsonb_build_object('at', t.at, 'by', t.account_name) order by t.at), '[]')
        from call_back_tries t where t.call_back_id = b.id) as tries
      from call_backs b ${which}`.execute(db)
    return rows.map((row) => toCallBack(row, JSON.parse(sealer.open(row.details, detailsContext(row.form_key))) as CallBackDetails))
  }
  const get = async (id: string) => (await read(sql`where b.id = ${id}::uuid`))[0]

  async function moved(id: string, rows: number | bigint): Promise<CallBackMove> {
    if (rows > 0) return { kind: 'moved' }
    const callBack = await get(id)
    return callBack ? { kind: 'elsewhere', callBack } : { kind: 'unknown' }
  }

  /** Open, and nobody else's. */
  const mine = (id: string, by: { id: string }) =>
    sql<boolean>`id = ${id}::uuid and done_at is null and (taken_by is null or taken_by = ${by.id}::uuid)`

  return {
    get,
    async add({ key, details, dueBy, conversationId, participantId }, by) {
      const values = {
        form_key: key,
        conversation_id: conversationId ?? null,
        participant_id: participantId ?? null,
        details: sealer.seal(JSON.stringify(details), detailsContext(key)),
        due_by: dueBy,
        created_at: now(),
        created_by: by.id,
        created_name: by.firstName,
      }
      await db
        .insertInto('call_backs')
        .values(values)
        .onConflict((conflict) => conflict.column('form_key').doNothing())
        .execute()
      return (await db.selectFrom('call_backs').where('form_key', '=', key).select('id').executeTakeFirstOrThrow()).id
    },
    list: (which, limit) =>
      read(
        which === 'open'
          ? sql`where b.done_at is null order by b.due_by, b.id limit ${limit}`
          : sql`where b.done_at is not null order by b.done_at desc, b.id limit ${limit}`,
      ),
    of: (participantId) => read(sql`where b.participant_id = ${participantId}::uuid order by b.created_at desc, b.id`),
    async take(id, by, from) {
      const { numAffectedRows = 0n } = await sql`
        update call_backs set taken_by = ${by.id}, taken_name = ${by.firstName}, taken_at = ${now()}
        where id = ${id}::uuid and done_at is null
          and (taken_by is null or taken_by = ${by.id}::uuid or taken_by = ${from ?? null}::uuid)`.execute(db)
      return moved(id, numAffectedRows)
    },
    async tried(id, by, key, dueBy) {
      const { rows } = await sql`
        with put_off as (
          update call_backs set due_by = ${dueBy}, taken_by = null, taken_name = null, taken_at = null where ${mine(id, by)} returning id
        ), noted as (
          insert into call_back_tries (call_back_id, form_key, at, account_id, account_name)
          select id, ${key}, ${now()}::timestamptz, ${by.id}::uuid, ${by.firstName} from put_off
          on conflict (call_back_id, form_key) do nothing
        )
        select id from put_off`.execute(db)
      return moved(id, rows.length)
    },
    async finish(id, by, outcome) {
      const { numAffectedRows = 0n } = await sql`
        update call_backs set done_at = ${now()}, done_by = ${by.id}, done_name = ${by.firstName}, outcome = ${outcome}
        where ${mine(id, by)}`.execute(db)
      return moved(id, numAffectedRows)
    },
  }
}

function toCallBack(row: CallBackRow, details: CallBackDetails): CallBack {
  const { taken_at, taken_by, taken_name, done_at, done_name, outcome } = row
  return {
    id: row.id,
    details,
    dueBy: row.due_by,
    created: { at: row.created_at, by: row.created_name },
    ...(row.conversation_id && { conversationId: row.conversation_id }),
    ...(row.participant_id && { participantId: row.participant_id }),
    ...(taken_at && taken_by && taken_name && { taken: { at: taken_at, by: taken_name, accountId: taken_by } }),
    ...(done_at && done_name && outcome && { done: { at: done_at, by: done_name, outcome } }),
    tries: row.tries.map(({ at, by }) => ({ at: new Date(at), by })),
  }
}
