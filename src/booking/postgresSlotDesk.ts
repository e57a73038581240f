import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import { again } from './postgresAgain.ts'
import { standing } from './postgresAppointments.ts'
import type { SlotChange, SlotDesk, SlotsOutcome } from './slotDesk.ts'

type Deps = { db: Kysely<Tables>; clock: Clock; auditIn: (db: Kysely<Tables>) => Audit }

const become = {
  release: { released: true },
  takeBack: { released: false },
  stop: { stopped: true },
  run: { stopped: false },
} satisfies Record<SlotChange, object>

const isOther = {
  release: sql<boolean>`not released`,
  takeBack: sql<boolean>`released`,
  stop: sql<boolean>`not stopped`,
  run: sql<boolean>`stopped`,
} satisfies Record<SlotChange, unknown>

/**
 * The slots of clinics, in the database. The clinic is locked first, then the places in the order of their ids, as everybody does: of two
 * who change the same slots one waits, and whoever books meanwhile either was first, and is counted, or finds that the place is not offered
 * any longer.
 */
export function createPostgresSlotDesk({ db, clock, auditIn }: Deps): SlotDesk {
  return {
    change: (clinicId, slots, what, by) => again(() => db.transaction().execute((trx) => change(trx, clinicId, slots, what, by))),
  }

  async function change(
    trx: Kysely<Tables>,
    clinicId: string,
    slots: number[] | 'all',
    what: SlotChange,
    by: Parameters<SlotDesk['change']>[3],
  ): Promise<SlotsOutcome> {
    const clinic = await trx.selectFrom('clinics').where('id', '=', clinicId).select('status').forNoKeyUpdate().executeTakeFirst()
    if (!clinic) return { kind: 'unknown' }
    if (clinic.status === 'cancelled') return { kind: 'cancelled' }
    const meant = await trx
      .selectFrom('slots')
      .where('clinic_id', '=', clinicId)
      .where('starts_at', '>', clock.now().toJSDate())
      .where(isOther[what])
      .$if(slots !== 'all', (query) => query.where('id', 'in', slots.length > 0 ? (slots as number[]) : [-1]))
      .orderBy('id')
      .select('id')
      .execute()
    const ids = meant.map(({ id }) => id)
    if (ids.length === 0) return { kind: 'changed', slots: 0 }
    // From here on nobody gets one of them until the transaction ends.
    await sql`select id from places where slot_id = any(${ids}::bigint[]) order by id for no key update`.execute(trx)
    const taken = what === 'stop' ? await countTaken(trx, ids) : []
    if (taken.length > 0) return { kind: 'taken', slots: taken }
    await trx.updateTable('slots').set(become[what]).where('id', 'in', ids).execute()
    const subject = { kind: 'clinic', id: clinicId } as const
    const details = { change: what, slots: ids.length }
    await auditIn(trx).note({ account: by, action: 'clinic.slotsSet', subject, why: 'adminClinics', details })
    return { kind: 'changed', slots: ids.length }
  }
}

/** The slots that somebody has, or has asked for. A statement of its own: it sees what was committed while the locks were waited for. */
async function countTaken(trx: Kysely<Tables>, slotIds: number[]): Promise<{ id: number; startsAt: Date; people: number }[]> {
  const { rows } = await sql<{ id: number; startsAt: Date; people: number }>`
    select s.id, s.starts_at as "startsAt", count(*)::integer as people
    from appointments a join places p on p.id = a.place_id join slots s on s.id = p.slot_id
    where p.slot_id = any(${slotIds}::bigint[]) and a.status in ${standing} group by s.id order by s.starts_at, s.id`.execute(trx)
  return rows
}
