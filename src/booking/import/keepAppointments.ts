import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../storage/postgres/tables.ts'
import { inChunks } from './inChunks.ts'
import { isLive, type OfficePlan } from './officePlan.ts'

const CHUNK = 1000

/** Writes a plan. What ends does so first: a place and a person have one live appointment at every moment. */
export async function keepAppointments(trx: Kysely<Tables>, plan: OfficePlan, now: Date): Promise<void> {
  for await (const chunk of inChunks(
    plan.changed.filter(({ status }) => !isLive(status)),
    CHUNK,
  ))
    await end(trx, chunk)
  for await (const chunk of inChunks(
    plan.changed.filter(({ status }) => isLive(status)),
    CHUNK,
  ))
    await goOn(trx, chunk)
  for await (const chunk of inChunks(plan.added, CHUNK)) await add(trx, chunk, now)
  const said = [
    ...plan.changed,
    ...plan.added.map(({ id, status }) => ({ id, status, reason: 'made' })),
    ...plan.noted.map((note) => ({ ...note, reason: 'recorded' })),
  ]
  const key = `import ${randomUUID()}`
  for await (const chunk of inChunks(said, CHUNK)) await note(trx, chunk, key, now)
}

async function end(trx: Kysely<Tables>, ended: OfficePlan['changed']): Promise<void> {
  await sql`
    update appointments a set status = r.status, sequence = a.sequence + 1
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as r(id uuid, status text) where a.id = r.id`.execute(trx)
}

/** What was planned for it, such as a reminder, still holds. */
async function goOn(trx: Kysely<Tables>, going: OfficePlan['changed']): Promise<void> {
  await sql`
    update appointments a set status = r.status, replaces = coalesce(r.replaces, a.replaces)
    from jsonb_to_recordset(${JSON.stringify(going)}::jsonb) as r(id uuid, status text, replaces uuid) where a.id = r.id`.execute(trx)
}

async function add(trx: Kysely<Tables>, added: OfficePlan['added'], now: Date): Promise<void> {
  await sql`
    insert into appointments (id, participant_id, programme, place_id, status, needs, replaces, made_at, sequence)
    select r.*, ${now}::timestamptz, coalesce((select o.sequence from appointments o where o.id = r.replaces), 0)
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
      as r(id uuid, "participantId" uuid, programme text, "placeId" bigint, status text, needs text[], replaces uuid)
    order by r."placeId"`.execute(trx)
}

async function note(trx: Kysely<Tables>, said: { id: string; status: string; reason: string }[], key: string, now: Date): Promise<void> {
  await sql`
    insert into appointment_changes (appointment_id, at, status, author, reason, key)
    select id, ${now}::timestamptz, status, 'office', reason, ${key}
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r(id uuid, status text, reason text)`.execute(trx)
}
