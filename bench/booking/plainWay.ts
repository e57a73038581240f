import pg from 'pg'

export type Desk = { name: string; book(person: string, placeId: number): Promise<boolean>; retries(): number; close(): Promise<void> }

/**
 * How one would do it without thinking of it: look whether the slot is free, then insert, in a serializable transaction that is done again when
 * PostgreSQL gives it up. Tables of its own, with the indexes that its questions need, and nothing else to write.
 */
export async function plainWay(url: string, connections: number): Promise<Desk> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  await pool.query(`
    drop table if exists plain_appointments;
    create table plain_appointments (id bigserial primary key, slot_id bigint not null, person_id uuid not null, status text not null);
    create index on plain_appointments (slot_id);
    create index on plain_appointments (person_id)`)
  let retries = 0

  async function attempt(person: string, slotId: number): Promise<boolean> {
    const client = await pool.connect()
    try {
      await client.query('begin isolation level serializable')
      const taken = await client.query(`select 1 from plain_appointments where slot_id = $1 and status = 'booked'`, [slotId])
      const has = await client.query(`select 1 from plain_appointments where person_id = $1 and status = 'booked'`, [person])
      const isFree = taken.rowCount === 0 && has.rowCount === 0
      if (isFree)
        await client.query(`insert into plain_appointments (slot_id, person_id, status) values ($1, $2, 'booked')`, [slotId, person])
      await client.query('commit')
      return isFree
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }

  return {
    name: 'check, then insert, serializable',
    async book(person, placeId) {
      for (;;) {
        try {
          return await attempt(person, placeId)
        } catch (error) {
          if ((error as { code?: string }).code !== '40001') throw error
          retries += 1
        }
      }
    },
    retries: () => retries,
    close: () => pool.end(),
  }
}
