import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import { clinicColumns } from '../../src/booking/import/clinicRow.ts'
import { seedDemoDiary } from '../../src/booking/import/demo/seedDemoDiary.ts'
import { toCsv } from '../../src/booking/import/demo/toCsv.ts'
import { importClinics } from '../../src/booking/import/importClinics.ts'
import { importParticipants } from '../../src/booking/import/importParticipants.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { databases } from '../support/databases.ts'

const root = join(import.meta.dirname, '../..')
const clock = { now: () => DateTime.fromISO('2026-11-27T12:00:00Z').toUTC() }
const sealer = createSealer(['k'.repeat(32)])

type Row = Partial<Record<(typeof clinicColumns)[number], string>>
const first: Row = {
  site: 'VAN',
  site_name: 'Van',
  site_kind: 'van',
  site_last_day: '2027-03-31',
  outcodes: 'zz1;ZZ2',
  parking: 'Parking is free.',
  clinic: 'C1',
  date: '2027-01-11',
  sessions: '09:00-10:00',
  slot_minutes: '10',
}
const second: Row = {
  site: 'VAN',
  clinic: 'C2',
  date: '2027-01-12',
  sessions: '09:00-10:00',
  slot_minutes: '20',
  capacity: '2',
  doubles: '09:00',
}
const file = (...rows: Row[]) => toCsv(clinicColumns, rows)

describe.each(databases)('the import of clinics into %s', (_name, open) => {
  let opened: Promise<Awaited<ReturnType<typeof open>>> | undefined
  let db: Kysely<Tables>
  beforeEach(async () => {
    opened ??= open()
    db = (await opened).database.db
    await sql`truncate participants, sites cascade`.execute(db)
  })
  afterAll(async () => (await opened)?.close())

  const run = (...rows: Row[]) => importClinics({ db, clock }, [file(...rows)])
  const faultsOf = async (...rows: Row[]) => {
    const outcome = await run(...rows)
    if (outcome.kind !== 'refused') throw new Error(`It was ${outcome.kind}.`)
    return outcome.faults.map(({ line, column, reason }) => `${line}: ${column} ${reason}`)
  }
  const slots = async (clinic = 'C1') => {
    const found = await sql<{ slot: string }>`
      select concat_ws(' ', to_char(starts_at at time zone 'UTC', 'HH24:MI'), minutes, case when double then 'double' end,
        case when capacity > 1 then 'for ' || capacity end, case when not released then 'kept' end, case when stopped then 'stopped' end) as slot
      from slots join clinics on clinics.id = clinic_id where code = ${clinic} order by starts_at`.execute(db)
    return found.rows.map(({ slot }) => slot).join(', ')
  }
  const offered = async () => Number((await sql<{ n: number }>`select count(*) as n from places where offered`.execute(db)).rows[0]?.n)
  const snapshot = async () => {
    const { rows } = await sql`select xmin::text, slots.* from slots order by id`.execute(db)
    return [rows, await db.selectFrom('sites').selectAll().execute(), await db.selectFrom('clinics').selectAll().orderBy('code').execute()]
  }
  const book = (time: string, clinic = 'C1', sx = 1001) =>
    importParticipants({ db, sealer, clock }, [
      `sx_number,name,date_of_birth,appointment_clinic,appointment_time\nDEM${sx},Ada Example,1961-04-03,${clinic},${time}\n`,
    ])

  test('a site, its clinics and their slots come in', async () => {
    expect(await run(first, second)).toEqual({
      kind: 'imported',
      sites: { added: 1, changed: 0, unchanged: 0 },
      clinics: { added: 2, changed: 0, unchanged: 0 },
    })
    expect(await slots()).toBe('09:00 10, 09:10 10, 09:20 10, 09:30 10, 09:40 10, 09:50 10')
    expect(await slots('C2')).toBe('09:00 40 double for 2, 09:40 20 for 2')
    expect(await offered()).toBe(10)
    expect(await db.selectFrom('sites').selectAll().executeTakeFirst()).toMatchObject({
      name: 'Van',
      outcodes: ['ZZ1', 'ZZ2'],
      practicals: { parking: 'Parking is free.' },
    })
  })

  test('the same file again changes nothing, row by row', async () => {
    await run(first, second)
    const before = await snapshot()
    expect(await run(first, second)).toMatchObject({ sites: { unchanged: 1 }, clinics: { added: 0, changed: 0, unchanged: 2 } })
    expect(await snapshot()).toEqual(before)
  })

  test('one bad row, and nothing comes in', async () => {
    expect(await faultsOf(first, { ...second, date: '2027-04-01' })).toEqual([
      '3: date lies before the first or after the last day of the site',
    ])
    expect(await db.selectFrom('sites').selectAll().execute()).toEqual([])
  })

  test.each<[string, Row, string]>([
    ['a code that stands twice', { ...second, clinic: 'C1' }, '3: clinic is the same as in line 2'],
    ['another name of the site', { ...second, site_name: 'Bus' }, '3: site_name says something else of the same site than line 2'],
    ['a new site without a name', { ...second, site: 'NEW' }, '3: site_name is missing on every row of this site, which is new'],
    ['a site that ends before it begins', { ...second, site_first_day: '2027-05-01' }, '3: site_last_day lies before site_first_day'],
    [
      'a time that the clocks leave out',
      { ...second, date: '2027-03-28', sessions: '01:00-03:00', doubles: '' },
      '3: sessions 01:00 does not exist on that day',
    ],
  ])('%s is an error', async (_what, row, fault) => {
    expect((await faultsOf(first, row)).join()).toContain(fault.slice(2))
  })

  test('a changed row changes the slots that nobody has', async () => {
    await run(first, second)
    await book('09:10')
    const changed = { ...first, sessions: '', times: '09:10;09:35', kept: '09:35', capacity: '2' }
    expect(await run(changed)).toMatchObject({ sites: { unchanged: 1 }, clinics: { added: 0, changed: 1, unchanged: 0 } })
    expect(await slots()).toBe('09:10 10 for 2, 09:35 10 for 2 kept')
    expect(await run(changed)).toMatchObject({ clinics: { changed: 0, unchanged: 1 } })
  })

  test.each<[string, Row]>([
    ['removes it', { ...first, sessions: '09:00-09:10' }],
    ['moves it by a minute', { ...first, sessions: '09:01-10:01' }],
    ['stops it', { ...first, stopped: '09:10' }],
    ['cancels the clinic', { ...first, status: 'cancelled' }],
    ['moves the clinic to another day', { ...first, date: '2027-01-18' }],
    ['moves the clinic to another site', { ...first, site: 'HALL', site_name: 'Hall' }],
  ])('a change that %s is an error when somebody has the slot', async (_how, row) => {
    await run(first, second)
    await book('09:10')
    const before = await snapshot()
    expect(await faultsOf(row)).toEqual(['2: clinic in C1 1 person has an appointment that this change would take away; move them first'])
    expect(await snapshot()).toEqual(before)
  })

  test('so is one that makes a double slot single, or leaves fewer places than people', async () => {
    await run(first, second)
    for (const sx of [1001, 1002]) await book('09:00', 'C2', sx)
    expect(await faultsOf({ ...second, doubles: '' })).toEqual([
      '2: clinic in C2 2 people have appointments that this change would take away; move them first',
    ])
    expect(await faultsOf({ ...second, capacity: '1' })).toEqual([
      '2: clinic in C2 1 person has an appointment that this change would take away; move them first',
    ])
  })

  test('and a last day that leaves people outside', async () => {
    await run(first, second)
    await book('09:10')
    expect(await faultsOf({ ...first, clinic: 'C3', date: '2027-01-08', site_last_day: '2027-01-10' })).toEqual([
      '2: site 1 people have appointments there outside its first and last day; move them first',
    ])
  })

  test('fewer places are no matter where those that go are free, or were somebody’s once', async () => {
    await run(first, second)
    for (const sx of [1001, 1002]) await book('09:00', 'C2', sx)
    await sql`update appointments set status = 'cancelled' where place_id in (select id from places where ordinal = 2)`.execute(db)
    expect(await run({ ...second, capacity: '1' })).toMatchObject({ clinics: { changed: 1 } })
    expect(await slots('C2')).toBe('09:00 40 double, 09:40 20')
  })

  test('a slot that was somebody’s once is stopped, not removed, and comes back', async () => {
    await run(first)
    await book('09:10')
    await sql`update appointments set status = 'cancelled'`.execute(db)
    const without = { ...first, sessions: '09:20-10:00' }
    expect(await run(without)).toMatchObject({ clinics: { changed: 1 } })
    expect(await slots()).toMatch(/^09:10 10 kept stopped, 09:20/)
    expect(await run(without)).toMatchObject({ clinics: { unchanged: 1 } })
    expect(await faultsOf({ ...first, date: '2027-01-13' })).toEqual([
      '2: clinic C1 has had appointments at its old site or day: give it a new code',
    ])
    await run(first)
    expect(await slots()).toMatch(/^09:00 10, 09:10 10, 09:20 10/)
  })

  test('a clinic is cancelled and opened again, and offered accordingly', async () => {
    await run(first)
    await run({ ...first, status: 'cancelled' })
    expect(await offered()).toBe(0)
    expect(await db.selectFrom('clinics').select(['status', 'cancelled_at']).executeTakeFirst()).toEqual({
      status: 'cancelled',
      cancelled_at: clock.now().toJSDate(),
    })
    await run({ ...first, status: 'open' })
    expect(await offered()).toBe(6)
  })

  test('a clinic that staff cancelled in the console stays cancelled, whatever the file says', async () => {
    await run(first)
    const cancelled = { status: 'cancelled', cancelled_at: clock.now().toJSDate(), cancel_reason: 'The van has broken down.' }
    await db.updateTable('clinics').set(cancelled).execute()
    expect(await run({ ...first, status: 'open' })).toMatchObject({ clinics: { unchanged: 1 } })
    expect(await offered()).toBe(0)
    expect(await run({ ...first, status: 'cancelled' })).toMatchObject({ clinics: { unchanged: 1 } })
  })

  test('a clinic that nobody had goes to another day and site with its slots', async () => {
    await run(first, { ...first, site: 'HALL', site_name: 'Hall', site_kind: 'static', clinic: 'H1' })
    expect(await run({ ...first, date: '2027-07-12', site_last_day: '2027-12-31' })).toMatchObject({ clinics: { changed: 1 } })
    expect(await slots()).toBe('09:00 10, 09:10 10, 09:20 10, 09:30 10, 09:40 10, 09:50 10'.replaceAll('09:', '08:'))
    await run({ site: 'HALL', clinic: 'C1', date: '2027-01-11', sessions: '09:00-10:00', slot_minutes: '10' })
    const { rows } = await sql<{ code: string }>`select distinct sites.code from places join sites on sites.id = site_id`.execute(db)
    expect(rows).toEqual([{ code: 'HALL' }])
  })

  test('what is said of a site: blank clears with the name, and is no matter without it', async () => {
    await run(first)
    expect(await run({ ...second })).toMatchObject({ sites: { unchanged: 1 } })
    expect(await run({ ...second, bus: 'Bus 0 stops outside.' })).toMatchObject({ sites: { changed: 1 } })
    const practicals = async () => (await db.selectFrom('sites').select('practicals').executeTakeFirst())?.practicals
    expect(await practicals()).toEqual({ parking: 'Parking is free.', bus: 'Bus 0 stops outside.' })
    const { parking: _, ...described } = first
    await run(described)
    expect(await practicals()).toEqual({})
    expect(await faultsOf({ ...first, programme: 'bowel' })).toEqual(['2: programme cannot be changed: give the site another code'])
  })

  describe('the demo', () => {
    test('fills an empty database once, with everybody who is in its list', async () => {
      expect(await seedDemoDiary(db, sealer, clock)).toBe(true)
      expect(await seedDemoDiary(db, sealer, clock)).toBe(false)
      const participants = createPostgresParticipants({ db, sealer })
      const rows = (await readFile(join(root, 'demo/README.md'), 'utf8')).split('\n').filter((line) => /^\| \w+ Example/.test(line))
      expect(rows.length).toBe(20)
      for (const row of rows) {
        const [, name, nhs = '', sx = '', born = ''] = row.split('|').map((cell) => cell.trim())
        const found = await participants.find('breast', { sx })
        expect(found?.details.name).toBe(name)
        expect(found?.details.nhsNumber ?? '–').toBe(nhs.replaceAll(' ', ''))
        expect(found?.details.dateOfBirth.split('-').reverse().map(Number).join('/')).toBe(born)
        expect(found?.details.nhsNumber ?? '999').toMatch(/^999/)
        expect(found?.details.mobile ?? '+447700900000').toMatch(/^\+447700900\d{3}$/)
      }
      const missed = await sql`select from appointments where status = 'didNotAttend'`.execute(db)
      expect(missed.rows).toHaveLength(2)
      const closed = await sql<{ n: number }>`
        select count(*)::integer as n from closed_days d join clinics c on c.day = d.day and c.site_id = d.site_id`.execute(db)
      expect(closed.rows[0]?.n).toBeGreaterThan(0)
      expect((await sql`select from clinics where status = 'cancelled'`.execute(db)).rows).toHaveLength(1)
    })

    test('is brought in as soon where the database has just counted that there is nothing', async () => {
      await run(first)
      await sql`delete from clinics`.execute(db)
      await sql`delete from sites`.execute(db)
      await sql`analyze sites, clinics, slots, places`.execute(db)
      expect(await seedDemoDiary(db, sealer, clock)).toBe(true)
    })

    test('its example files can be imported into an empty database', async () => {
      const example = (name: string) => readFile(join(root, 'demo', name))
      expect(await importClinics({ db, clock }, [await example('clinics.csv')])).toMatchObject({ kind: 'imported', clinics: { added: 7 } })
      expect(await importParticipants({ db, sealer, clock }, [await example('participants.csv')])).toMatchObject({
        kind: 'imported',
        people: { added: 20 },
        appointments: { added: 4 },
      })
    })
  })
})
