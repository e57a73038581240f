import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import { importClinics } from '../../src/booking/import/importClinics.ts'
import type { Progress } from '../../src/booking/import/importOutcome.ts'
import { importParticipants } from '../../src/booking/import/importParticipants.ts'
import { nhsCheckDigit } from '../../src/booking/nhsNumber.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { databases } from '../support/databases.ts'

const clock = { now: () => DateTime.fromISO('2026-11-27T12:00:00Z').toUTC() }
const sealer = createSealer(['k'.repeat(32)])
const header = 'nhs_number,sx_number,name,date_of_birth,mobile'
const withAppointments = 'sx_number,name,date_of_birth,appointment_clinic,appointment_time,appointment_status'
const clinics = `site,site_name,site_kind,clinic,date,sessions,slot_minutes,capacity,kept,stopped,status
VAN,Van,van,C1,2027-01-11,09:00-10:00,10,1,09:10,09:50,
VAN,,,C2,2027-07-12,09:00-10:00,10,2,,,
VAN,,,OFF,2027-01-13,09:00-10:00,10,1,,,cancelled
`

/** People with numbers of their own. */
function people(count: number, change = (row: string, _index: number) => row): string {
  const rows: string[] = []
  for (let n = 0; rows.length < count; n++) {
    const nine = `999${String(n).padStart(6, '0')}`
    const check = nhsCheckDigit(nine)
    if (check === undefined) continue
    rows.push(
      change(`${nine}${check},DEM${100_000 + n},Person ${n} Example,1962-07-08,07700 900${String(n % 1000).padStart(3, '0')}`, rows.length),
    )
  }
  return `${header}\n${rows.join('\n')}\n`
}

const letter = (sx: number, clinic = '', time = '', status = '') => `DEM${sx},Person ${sx} Example,1962-07-08,${clinic},${time},${status}`
const letters = (...rows: string[]) => `${withAppointments}\n${rows.join('\n')}\n`

describe.each(databases)('the import of participants into %s', (name, open) => {
  let opened: Promise<Awaited<ReturnType<typeof open>>> | undefined
  let db: Kysely<Tables>
  beforeEach(async () => {
    opened ??= open()
    db = (await opened).database.db
    await sql`truncate participants, sites cascade`.execute(db)
  })
  afterAll(async () => (await opened)?.close())

  const run = (text: string, onProgress?: (progress: Progress) => void) => importParticipants({ db, sealer, clock }, [text], onProgress)
  const faultsOf = async (text: string) => {
    const outcome = await run(text)
    if (outcome.kind !== 'refused') throw new Error(`It was ${outcome.kind}.`)
    return outcome.faults.map(({ line, column, reason }) => `${line}: ${column ? `${column} ` : ''}${reason}`)
  }
  const count = async () => Number((await db.selectFrom('participants').select(sql`count(*)`.as('n')).executeTakeFirstOrThrow()).n)
  const person = (sx: number) => createPostgresParticipants({ db, sealer }).find('breast', { sx: `DEM${sx}` })
  /** `when status` of each of her appointments, by the place's instant. */
  const appointmentsOf = async (sx: number) => {
    const { rows } = await sql<{ at: Date; status: string; replaces: string | null }>`
      select p.starts_at as at, a.status, a.replaces from appointments a join places p on p.id = a.place_id
      where a.participant_id = ${(await person(sx))?.id ?? null} order by p.starts_at`.execute(db)
    return rows.map(({ at, status }) => `${at.toISOString().slice(5, 16)} ${status}`)
  }
  const taken = async () =>
    Number((await db.selectFrom('places').select(sql`count(*)`.as('n')).where('taken', '=', true).executeTakeFirstOrThrow()).n)

  test('all come in, with their progress told', async () => {
    const told: Progress[] = []
    expect(await run(people(3000), (progress) => told.push(progress))).toEqual({
      kind: 'imported',
      people: { added: 3000, changed: 0, unchanged: 0 },
      appointments: { added: 0, changed: 0, left: 0 },
    })
    expect(await count()).toBe(3000)
    expect(told).toContainEqual({ step: 'checking', done: 3000, of: 3000 })
    expect(told.at(-1)).toEqual({ step: 'writing', done: 3000, of: 3000 })
  })

  test('one bad row in a thousand, and nobody comes in', async () => {
    const faults = await faultsOf(people(1000, (row, index) => (index === 700 ? row.replace('1962-07-08', '31/4/1962') : row)))
    expect(faults).toEqual([expect.stringMatching(/^702: date_of_birth is not the date of birth/)])
    expect(await count()).toBe(0)
  })

  test('every bad row is named, in order, whatever is wrong with it', async () => {
    await importClinics({ db, clock }, [clinics])
    await run(letters(letter(1000, 'C1', '09:00')))
    const faults = await faultsOf(
      letters(letter(1001, 'C1', '09:00'), letter(1002).replace('Example,', 'Example,x'), letter(1003, 'C9', '09:00'), letter(1001)),
    )
    expect(faults.map((fault) => fault.split(' is ')[0])).toEqual([
      '2: appointment_time',
      '3: date_of_birth',
      '4: appointment_clinic',
      '5: sx_number',
    ])
  })

  test('the same file again changes nothing', async () => {
    await run(people(1000))
    const before = await db.selectFrom('participants').selectAll().orderBy('id').execute()
    expect(await run(people(1000))).toMatchObject({ people: { added: 0, changed: 0, unchanged: 1000 } })
    expect(await db.selectFrom('participants').selectAll().orderBy('id').execute()).toEqual(before)
  })

  test('another order of rows or columns, and another way to write the same, change nothing', async () => {
    await run(`${header}\n9990000018,DEM1234,Ada Example,1962-07-08,07700 900101\n`)
    const other = 'mobile,Date of Birth,name,sx_number,nhs number\r\n+447700900101,8 July 1962, Ada  Example,dem 1234,999 000 0018\r\n'
    expect(await run(other)).toMatchObject({ people: { added: 0, changed: 0, unchanged: 1 } })
  })

  test('changed rows are brought up to date, and who is missing stays', async () => {
    await run(people(1000))
    const id = (await person(100_003))?.id
    const changed = people(500, (row, index) => (index < 10 ? row.replace(' Example', ' Other').replace(/,07700.*/, ',') : row))
    expect(await run(changed)).toMatchObject({ people: { added: 0, changed: 10, unchanged: 490 } })
    expect(await person(100_003)).toMatchObject({ id, details: { name: 'Person 3 Other' } })
    expect((await person(100_003))?.details).not.toHaveProperty('mobile')
    expect(await count()).toBe(1000)
  })

  test('a number that a row does not give is kept; another one is added', async () => {
    await run('nhs_number,sx_number,name,date_of_birth\n9990000018,DEM1234,Ada Example,1962-07-08\n,DEM5678,Nora Example,1964-04-03\n')
    const one = await run(
      'nhs_number,sx_number,name,date_of_birth\n9990000018,,Ada Other,1962-07-08\n9990000026,DEM5678,Nora Example,1964-04-03\n',
    )
    expect(one).toMatchObject({ people: { added: 0, changed: 2, unchanged: 0 } })
    expect((await person(1234))?.details).toMatchObject({ name: 'Ada Other', nhsNumber: '9990000018', sxNumber: 'DEM1234' })
    expect((await person(5678))?.details).toMatchObject({ nhsNumber: '9990000026', sxNumber: 'DEM5678' })
  })

  test('a number that stands twice is named with both lines; in two programmes it may', async () => {
    const rows = [
      'nhs_number,sx_number,name,date_of_birth,programme',
      '9990000018,DEM1234,A Example,1962-07-08,',
      '999-000-0018,DEM1235,B Example,1962-07-08,',
    ]
    expect(await faultsOf(rows.join('\n'))).toEqual(['3: nhs_number is the same as in line 2'])
    expect(await run(rows.join('\n').replace(/08,$/, '08,cervical'))).toMatchObject({ people: { added: 2 } })
  })

  test("one person's row never becomes another's", async () => {
    const numbers = (...rows: string[]) =>
      `nhs_number,sx_number,name,date_of_birth\n${rows.map((row) => `${row},X Example,1962-07-08`).join('\n')}`
    await run(numbers('9990000018,DEM1234', '9990000026,DEM5678'))
    expect(await faultsOf(numbers('9990000018,DEM5678'))).toEqual([
      '2: the NHS number and the SX number belong to two people who are here already',
    ])
    expect(await faultsOf(numbers('9990000034,DEM5678'))).toEqual(['2: sx_number belongs to somebody who is here with another NHS number'])
    expect(await faultsOf(numbers('9990000018,', ',DEM1234'))).toEqual(['3: is about the same person as line 2, by her other number'])
  })

  test('no value of the file stands in what is told of its faults', async () => {
    const outcome = await run(
      people(6, (row, index) =>
        index % 2 ? row.replace('Example', 'E\u0001') : row.replace('1962-07-08', '1962-14-08').replace('07700', '17700'),
      ),
    )
    const told = JSON.stringify(outcome)
    for (const word of ['Person', '999000', 'DEM1000', '1962', '7700']) expect(told).not.toContain(word)
  })

  test('two imports at once: one is told to wait, or both come in one after the other', async () => {
    const outcomes = await Promise.all([run(people(2000)), run(people(2000))])
    const kinds = outcomes.map(({ kind }) => kind).sort()
    expect([
      ['busy', 'imported'],
      ['imported', 'imported'],
    ]).toContainEqual(kinds)
    expect(await count()).toBe(2000)
  })

  describe('with appointments', () => {
    beforeEach(async () => void (await importClinics({ db, clock }, [clinics])))

    test("the office's letters take their places, and the office is their author", async () => {
      const file = letters(
        letter(1001, 'C1', '09:00'),
        letter(1002, 'C2', '9:00', 'confirmed'),
        letter(1003, 'C2', '09:00'),
        letter(1004, 'C1', '09:10'),
      )
      expect(await run(file)).toMatchObject({ appointments: { added: 4, changed: 0, left: 0 } })
      expect(await appointmentsOf(1001)).toEqual(['01-11T09:00 booked'])
      expect(await appointmentsOf(1002)).toEqual(['07-12T08:00 confirmed'])
      expect(await taken()).toBe(4)
      const changes = await db.selectFrom('appointment_changes').select(['author', 'status', 'reason']).execute()
      expect(changes).toHaveLength(4)
      expect(changes[0]).toMatchObject({ author: 'office', reason: 'made' })
      expect(await run(file)).toMatchObject({ people: { unchanged: 4 }, appointments: { added: 0, changed: 0, left: 0 } })
      expect(await db.selectFrom('appointment_changes').select('id').execute()).toHaveLength(4)
    })

    test.each([
      ['a clinic that does not exist', letter(1001, 'C9', '09:00'), 'appointment_clinic is the code of no clinic here'],
      ['a time at which no slot begins', letter(1001, 'C1', '09:05'), 'appointment_time is not when a slot of that clinic begins'],
      ['a stopped slot', letter(1001, 'C1', '09:50'), 'appointment_time is that of a slot that is stopped or cancelled'],
      ['a cancelled clinic', letter(1001, 'OFF', '09:00'), 'appointment_time is that of a slot that is stopped or cancelled'],
    ])('%s is an error', async (_what, row, fault) => {
      expect(await faultsOf(letters(letter(1000), row))).toEqual([`3: ${fault}`])
      expect(await count()).toBe(0)
    })

    test('a taken place is an error, in the file and in the database; a second place is not', async () => {
      expect(await faultsOf(letters(letter(1001, 'C1', '09:00'), letter(1002, 'C1', '09:00')))).toEqual([
        '3: appointment_time is that of a slot that is taken',
      ])
      await run(letters(letter(1001, 'C2', '09:00'), letter(1002, 'C2', '09:00')))
      expect(await faultsOf(letters(letter(1003, 'C2', '09:00')))).toEqual(['2: appointment_time is that of a slot that is taken'])
    })

    test('a place that somebody is choosing is an error', async () => {
      await sql`update places set held_until = ${clock.now().plus({ minutes: 5 }).toJSDate()}`.execute(db)
      expect(await faultsOf(letters(letter(1001, 'C1', '09:00')))).toEqual([expect.stringContaining('is choosing at this moment')])
    })

    test('she is moved, and the place that she leaves is free for another of the same file', async () => {
      await run(letters(letter(1001, 'C1', '09:00'), letter(1002, 'C1', '09:20')))
      const swapped = letters(letter(1001, 'C1', '09:20'), letter(1002, 'C1', '09:00'))
      expect(await run(swapped)).toMatchObject({ appointments: { added: 2, changed: 2 } })
      expect(await appointmentsOf(1001)).toEqual(['01-11T09:00 cancelled', '01-11T09:20 booked'])
      expect(await appointmentsOf(1002)).toEqual(['01-11T09:00 booked', '01-11T09:20 cancelled'])
      const replaced = await db.selectFrom('appointments').select('sequence').where('replaces', 'is not', null).execute()
      expect(replaced).toEqual([{ sequence: 1 }, { sequence: 1 }])
      expect(await taken()).toBe(2)
      expect(await run(letters(letter(1001, 'C1', '09:00'), letter(1002, 'C1', '09:20')))).toMatchObject({
        appointments: { added: 2, changed: 2 },
      })
    })

    test('what became of it is recorded, and makes the place free', async () => {
      await run(letters(letter(1001, 'C1', '09:00')))
      expect(await run(letters(letter(1001, 'C1', '09:00', 'didNotAttend')))).toMatchObject({ appointments: { added: 0, changed: 1 } })
      expect(await appointmentsOf(1001)).toEqual(['01-11T09:00 didNotAttend'])
      expect(await taken()).toBe(0)
      await run(letters(letter(1001, 'C1', '09:20')))
      expect(await appointmentsOf(1001)).toEqual(['01-11T09:00 didNotAttend', '01-11T09:20 booked'])
    })

    test('what is over is recorded for somebody new too, in a slot that others had', async () => {
      await run(letters(letter(1001, 'C1', '09:00', 'attended'), letter(1002, 'C1', '09:00', 'didNotAttend')))
      expect([...(await appointmentsOf(1001)), ...(await appointmentsOf(1002))]).toEqual([
        '01-11T09:00 attended',
        '01-11T09:00 didNotAttend',
      ])
      expect(await taken()).toBe(0)
    })

    test('what she cancelled since does not come back when the office says the same again, and is counted', async () => {
      await run(letters(letter(1001, 'C1', '09:00')))
      await sql`update appointments set status = 'cancelled'`.execute(db)
      expect(await run(letters(letter(1001, 'C1', '09:00')))).toMatchObject({ people: { unchanged: 1 } })
      const renamed = letters(letter(1001, 'C1', '09:00').replace('Example', 'Other'))
      expect(await run(renamed)).toMatchObject({ people: { changed: 1 }, appointments: { added: 0, changed: 0, left: 0 } })
      expect(await run(letters(letter(1001, 'C1', '09:00', 'confirmed')))).toMatchObject({
        appointments: { added: 0, changed: 0, left: 1 },
      })
      expect(await appointmentsOf(1001)).toEqual(['01-11T09:00 cancelled'])
      expect(await run(letters(letter(1001, 'C1', '09:20')))).toMatchObject({ appointments: { added: 1 } })
    })

    test('what the office itself cancelled it can book again', async () => {
      await run(letters(letter(1001, 'C1', '09:00')))
      await run(letters(letter(1001, 'C1', '09:00', 'cancelled')))
      expect(await run(letters(letter(1001, 'C1', '09:00')))).toMatchObject({ appointments: { added: 1 } })
      expect((await appointmentsOf(1001)).sort()).toEqual(['01-11T09:00 booked', '01-11T09:00 cancelled'])
    })

    test('what she asked for is hers when the office books it, and the one before ends', async () => {
      await run(letters(letter(1001, 'C1', '09:00')))
      await sql`
        insert into appointments (participant_id, programme, place_id, status, made_at)
        select a.participant_id, 'breast', p.id, 'asked', now() from appointments a, places p join slots s on s.id = p.slot_id
        where s.starts_at = '2027-01-11T09:20Z'`.execute(db)
      expect(await run(letters(letter(1001, 'C1', '09:20')))).toMatchObject({ appointments: { added: 0, changed: 2 } })
      expect(await appointmentsOf(1001)).toEqual(['01-11T09:00 cancelled', '01-11T09:20 booked'])
    })
  })

  if (name === 'PostgreSQL')
    test('twenty thousand come in, and the same again is quick', async () => {
      expect(await run(people(20_000))).toMatchObject({ people: { added: 20_000 } })
      expect(await run(people(20_000))).toMatchObject({ people: { unchanged: 20_000 } })
    }, 60_000)
})
