import { type Kysely, sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { requestContext } from './postgresRequests.ts'
import type { RequestKind } from './request.ts'
import type { OfficeRequest, RequestDesk, RequestFilter, RequestStatus, RequestStep, ToldWay } from './requestDesk.ts'

type RequestRow = {
  id: string
  request_key: string
  kind: RequestKind
  status: RequestStatus
  created_at: Date
  conversation_id: string | null
  participant_id: string | null
  appointment_id: string | null
  details: string | null
  steps: { status: RequestStatus; at: string; by: string; told: ToldWay | null; comment: string | null }[]
}

/** From where a step may be taken. */
const before = { done: ['asked'], confirmed: ['done'], withdrawn: ['asked', 'done'] } as const

const commentContext = (id: string) => `comment on request ${id}`

/** The requests in the database, as staff work on them. */
export function createPostgresRequestDesk({ db, sealer, clock }: { db: Kysely<Tables>; sealer: Sealer; clock: Clock }): RequestDesk {
  async function read(which: ReturnType<typeof sql>): Promise<OfficeRequest[]> {
    const { rows } = await sql<RequestRow>`
      select r.*, (
        select coalesce(jsonb_agg(jsonb_build_object('status', t.status, 'at', t.at, 'by', t.account_name, 'told', t.told, 'comment', t.comment) order by t.at), '[]')
        from request_steps t where t.request_id = r.id) as steps
      from requests r ${which}`.execute(db)
    return rows.map(toRequest)
  }

  function toRequest(row: RequestRow): OfficeRequest {
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      createdAt: row.created_at,
      ...(row.conversation_id && { conversationId: row.conversation_id }),
      ...(row.participant_id && { participantId: row.participant_id }),
      ...(row.appointment_id && { appointmentId: row.appointment_id }),
      ...(row.details && { details: sealer.open(row.details, requestContext(row.request_key)) }),
      steps: row.steps.map(
        ({ status, at, by, told, comment }): RequestStep => ({
          status,
          at: new Date(at),
          by,
          ...(told && { told }),
          ...(comment && { comment: sealer.open(comment, commentContext(row.id)) }),
        }),
      ),
    }
  }

  const get = async (id: string) => (await read(sql`where r.id = ${id}::uuid`))[0]

  return {
    get,
    list(filter, limit, offset = 0) {
      const order = filter.status === 'open' || filter.status === 'asked' || filter.status === 'done' ? sql`asc` : sql`desc`
      return read(sql`where ${fits(filter)} order by r.created_at ${order}, r.id ${order} limit ${limit} offset ${offset}`)
    },
    async step(id, to, by, { told, comment } = {}) {
      const at = clock.now().toJSDate()
      const sealed = comment ? sealer.seal(comment, commentContext(id)) : null
      const { rows } = await sql`
        with moved as (
          update requests set status = ${to}, settled_at = case when ${to}::text = 'done' then settled_at else ${at}::timestamptz end
          where id = ${id}::uuid and status = any (${[...before[to]]}::text[])
          returning id
        )
        insert into request_steps (request_id, status, at, account_id, account_name, told, comment)
        select id, ${to}, ${at}::timestamptz, ${by.id}::uuid, ${by.firstName}, ${told ?? null}::text, ${sealed}::text from moved
        returning request_id`.execute(db)
      if (rows.length > 0) return { kind: 'done' }
      const request = await get(id)
      return request ? { kind: 'elsewhere', request } : { kind: 'unknown' }
    },
  }
}

function fits({ status, kind, participantId }: RequestFilter) {
  const isStatus = status === 'open' ? sql`r.status in ('asked', 'done')` : status ? sql`r.status = ${status}` : sql`true`
  const isKind = kind ? sql`r.kind = ${kind}` : sql`true`
  const isHers = participantId ? sql`r.participant_id = ${participantId}::uuid` : sql`true`
  return sql`${isStatus} and ${isKind} and ${isHers}`
}
