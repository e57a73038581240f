import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import { openImports } from '../../src/app/openImports.ts'
import { importClinics } from '../../src/booking/import/importClinics.ts'
import type { ImportKind } from '../../src/booking/import/importPreview.ts'
import type { ImportState, Sender } from '../../src/booking/import/pendingImport.ts'
import { createPostgresPendingImports } from '../../src/booking/import/postgresPendingImports.ts'
import { nhsCheckDigit } from '../../src/booking/nhsNumber.ts'
import { createPostgresDiary } from '../../src/booking/postgresDiary.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { databases } from '../support/databases.ts'
import type { ImportToKill } from '../support/importingProcess.ts'
import { withoutIds } from '../support/withoutIds.ts'

const key = 'k'.repeat(32)
const sealer = createSealer([key])
const start = DateTime.fromISO('2026-11-27T12:00:00Z').toUTC()
const clinics = `site,site_name,site_kind,clinic,date,sessions,slot_minutes,capacity
VAN,Van,van,C1,2027-01-11,09:00-10:00,10,1
`
const header = 'sx_number,name,date_of_birth,mobile,appointment_clinic,appointment_time'
const ada = 'DEM100001,Ada Secretname,1962-07-08,07700 900101,C1,09:00'
const bea = 'DEM100002,Bea Secretname,1963-07-08,07700 900102,C1,09:10'
const file = (...rows: string[]) => `${header}\n${rows.join('\n')}\n`

describe.each(databases)('files that are brought in, on %s', (name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let db: Kysely<Tables>
  let now = start
  let sender: Sender
  const clock = { now: () => now }
  let imports: ReturnType<typeof openImports>
  /** As another process would open them. */
  const another = () => {
    const stores = { database: opened.database, sealer }
    return openImports({ stores, participants: createPostgresParticipants({ db, sealer }), clock, log: silentLog })
  }
  beforeAll(async () => {
    opened = await open()
    db = opened.database.db
    const values = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: start.toJSDate() }
    const { id } = await db.insertInto('accounts').values(values).returning('id').executeTakeFirstOrThrow()
    sender = { account: { id, firstName: 'Ann' }, sessionId: 'the session of Ann' }
    imports = another()
  }, 120_000)
  beforeEach(async () => {
    now = start
    await sql`truncate participants, sites, imports cascade`.execute(db)
    await importClinics({ db, clock }, [clinics])
  })
  afterAll(() => opened.close())

  const keep = (text: string | Buffer, kind: ImportKind = 'participants') => imports.pending.keep(kind, Buffer.from(text), sender)
  const stateOf = async (id: string): Promise<ImportState | undefined> => (await imports.pending.find(id, sender.sessionId))?.state
  async function look(text: string | Buffer, kind?: ImportKind): Promise<string> {
    const id = await keep(text, kind)
    expect(await imports.work.check(id, sender)).toBe(true)
    await imports.work.idle()
    return id
  }
  async function fingerprintOf(id: string): Promise<string> {
    const state = await stateOf(id)
    if (state?.kind !== 'checked' || state.preview.kind !== 'ready') throw new Error(`It is ${JSON.stringify(state)}.`)
    return state.preview.fingerprint
  }
  async function agree(id: string, fingerprint?: string): Promise<boolean> {
    const begun = await imports.work.importIt(id, sender, fingerprint ?? (await fingerprintOf(id)))
    await imports.work.idle()
    return begun
  }
  async function bytesOf(id: string): Promise<Buffer> {
    const pieces: Uint8Array[] = []
    for await (const piece of imports.pending.bytes(id)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  const countOf = async (table: 'participants' | 'appointments' | 'slots' | 'import_pieces') =>
    Number((await db.selectFrom(table).select(sql`count(*)`.as('n')).executeTakeFirstOrThrow()).n)
  const noted = (id: string) =>
    db.selectFrom('audit_log').where('subject_id', '=', id).orderBy('id').select(['action', 'account_name', 'details']).execute()

  test('say first what they would change, then do it, and are gone', async () => {
    const id = await look(file(ada, bea))
    expect(await stateOf(id)).toMatchObject({
      kind: 'checked',
      preview: {
        kind: 'ready',
        summary: { people: { added: 2, changed: 0, unchanged: 0 }, appointments: { added: 2, changed: 0, left: 0 } },
        sorts: [
          { what: 'peopleAdded', total: 2, rows: [{ line: 2, name: 'Ada Secretname' }, { line: 3 }] },
          { what: 'peopleChanged', total: 0 },
          {
            what: 'appointments',
            total: 2,
            rows: [{ changes: [{ column: 'appointment_time', after: 'C1, 09:00' }, { after: 'booked' }] }, {}],
          },
        ],
      },
    })
    expect([await countOf('participants'), await countOf('appointments')]).toEqual([0, 0])
    expect(await agree(id)).toBe(true)
    expect(await stateOf(id)).toEqual({
      kind: 'imported',
      summary: {
        kind: 'participants',
        people: { added: 2, changed: 0, unchanged: 0 },
        appointments: { added: 2, changed: 0, left: 0 },
      },
      at: start.toJSDate(),
    })
    expect([await countOf('participants'), await countOf('appointments'), await countOf('import_pieces')]).toEqual([2, 2, 0])
    const facts = { file: 'participants', sha256: createHash('sha256').update(file(ada, bea)).digest('hex'), peopleAdded: 2 }
    expect(await noted(id)).toMatchObject([
      { action: 'import.checked', account_name: 'Ann', details: facts },
      { action: 'import.done', account_name: 'Ann', details: facts },
    ])
    expect(await imports.pending.lately()).toMatchObject([{ id, by: 'Ann', kind: 'participants' }])
  })

  test('say what was and what will be, and whose appointment moves', async () => {
    await agree(await look(file(ada)))
    const id = await look(file('DEM100001,Ada Othername,1962-07-08,,C1,09:20'))
    expect(await stateOf(id)).toMatchObject({
      preview: {
        summary: { people: { added: 0, changed: 1, unchanged: 0 } },
        sorts: [
          { total: 0 },
          {
            rows: [
              {
                line: 2,
                changes: [
                  { column: 'name', before: 'Ada Secretname', after: 'Ada Othername' },
                  { column: 'mobile', before: '+447700900101' },
                ],
              },
            ],
          },
          {
            total: 1,
            rows: [
              {
                changes: [
                  { column: 'appointment_time', before: expect.any(String), after: 'C1, 09:20' },
                  { column: 'appointment_status', before: 'booked', after: 'booked' },
                ],
              },
            ],
          },
        ],
      },
    })
    expect((await noted(id))[0]?.details).toMatchObject({ peopleShown: 1 })
    expect(await agree(id)).toBe(true)
  })

  test('of clinics say what becomes of their slots', async () => {
    const id = await look(
      'site,site_name,site_kind,step_free,clinic,date,sessions,slot_minutes,kept\nVAN,Van,van,yes,C1,2027-01-11,09:00-09:40,10,09:10\n,,,,,,,,\nVAN,,,,C2,2027-01-12,09:00-10:00,10,all\n',
      'clinics',
    )
    expect(await stateOf(id)).toMatchObject({
      preview: {
        summary: { sites: { changed: 1 }, clinics: { added: 1, changed: 1, unchanged: 0 } },
        sorts: [
          { rows: [{ name: 'VAN', changes: [{ column: 'step_free', before: 'no', after: 'yes' }] }] },
          { rows: [{ line: 4, name: 'C2', changes: [{}, { after: '2027-01-12' }, { column: 'slots' }, { column: 'kept' }] }] },
          {
            rows: [
              {
                name: 'C1',
                changes: [
                  { column: 'slots', before: '6, from 09:00 to 09:50, for 6 people', after: '4, from 09:00 to 09:30, for 4 people' },
                  { column: 'kept', after: '09:10' },
                ],
              },
            ],
          },
        ],
      },
    })
    expect(await countOf('slots')).toBe(6)
    await agree(id)
    expect(await countOf('slots')).toBe(10)
  })

  test('with faults say each, and cannot be imported', async () => {
    const id = await look(file('DEM100001,,1962-07-08,,C1,09:03', 'DEM100002,Bea,31/02/1970,,,'))
    expect(await stateOf(id)).toEqual({
      kind: 'checked',
      total: 2,
      preview: {
        kind: 'faults',
        faults: [
          { line: 2, column: 'name', reason: 'is missing' },
          { line: 3, column: 'date_of_birth', reason: expect.stringContaining('is not the date of birth') },
        ],
      },
    })
    for (const agreedTo of ['', 'x', 'undefined']) expect(await agree(id, agreedTo)).toBe(false)
    expect(await countOf('import_pieces')).toBe(0)
    expect((await noted(id)).map(({ action, details }) => [action, (details as { faults: number }).faults])).toEqual([
      ['import.checked', 2],
    ])
    const latin1 = await look(Buffer.from(file('DEM100001,Zo\xeb,1962-07-08,,,'), 'latin1'))
    expect(await stateOf(latin1)).toMatchObject({ preview: { faults: [{ line: 1, reason: expect.stringContaining('not UTF-8') }] } })
  })

  test('keep few of very many faults, and their number', async () => {
    const rows = Array.from({ length: 2_500 }, (_, n) => `DEM${200_000 + n},,1962-07-08,,,`)
    const state = await stateOf(await look(file(...rows)))
    expect(state).toMatchObject({ kind: 'checked', total: 2_500 })
    expect(state?.kind === 'checked' && state.preview.kind === 'faults' && state.preview.faults.length).toBe(2_000)
  })

  test('are not read any further when nearly everything is wrong', async () => {
    const rows = Array.from({ length: 15_000 }, () => ',,,,,').concat(Array.from({ length: 15_000 }, () => 'DEM,,,,,'))
    const state = await stateOf(await look(file(...rows)))
    expect(state).toMatchObject({ kind: 'checked', total: 20_002 })
  })

  test('are not imported when somebody has got the place since, and say so', async () => {
    const id = await look(file(ada, bea))
    await agree(await look(file('DEM100009,Cat Secretname,1962-07-08,,C1,09:10')))
    expect(await agree(id)).toBe(true)
    expect(await stateOf(id)).toMatchObject({
      kind: 'checked',
      why: 'changed',
      preview: { kind: 'faults', faults: [{ line: 3, column: 'appointment_time', reason: 'is that of a slot that is taken' }] },
    })
    expect([await countOf('participants'), await countOf('appointments')]).toEqual([1, 1])
  })

  test('are not imported when they would do something else than was shown, though without a fault', async () => {
    const id = await look(file(ada, bea))
    await agree(await look(file('DEM100001,Ada Another,1962-07-08,,,')))
    const agreedTo = await fingerprintOf(id)
    expect(await agree(id, agreedTo)).toBe(true)
    expect(await stateOf(id)).toMatchObject({
      why: 'changed',
      preview: { kind: 'ready', summary: { people: { added: 1, changed: 1, unchanged: 0 } } },
    })
    expect(await countOf('participants')).toBe(1)
    expect(await agree(id, agreedTo)).toBe(false)
    expect(await agree(id)).toBe(true)
    expect(await stateOf(id)).toMatchObject({ kind: 'imported' })
    expect(await countOf('participants')).toBe(2)
  })

  test('of clinics are not imported when a slot was stopped meanwhile, or somebody booked one that they take away', async () => {
    const shorter = 'site,clinic,date,sessions,slot_minutes\nVAN,C1,2027-01-11,09:00-09:30,10\n'
    const id = await look(shorter, 'clinics')
    await sql`update slots set stopped = true where id = (select min(id) from slots)`.execute(db)
    await agree(id)
    expect(await stateOf(id)).toMatchObject({ why: 'changed', preview: { kind: 'ready' } })
    await agree(await look(file('DEM100009,Cat Secretname,1962-07-08,,C1,09:50')))
    await agree(id)
    expect(await stateOf(id)).toMatchObject({
      why: 'changed',
      preview: { faults: [{ reason: expect.stringContaining('in C1 1 person') }] },
    })
    expect(await countOf('slots')).toBe(6)
  })

  test('are kept sealed, for the session that sent them, for half an hour', async () => {
    const id = await look(file(ada))
    expect(await imports.pending.find(id, 'the session of somebody else')).toBeUndefined()
    expect(await imports.work.importIt(id, { ...sender, sessionId: 'x' }, await fingerprintOf(id))).toBe(false)
    expect(await imports.pending.drop(id, 'x')).toBe(false)
    expect((await imports.pending.ofSession(sender.sessionId)).map((one) => one.id)).toEqual([id])
    expect(await imports.pending.ofSession('x')).toEqual([])
    const kept = await sql`select to_jsonb(i) as row from imports i union all select to_jsonb(p) from import_pieces p`.execute(db)
    const logged = await sql`select to_jsonb(a) as row from audit_log a where subject_id = ${id}`.execute(db)
    expect(withoutIds(JSON.stringify([kept.rows, logged.rows]))).not.toMatch(/Secretname|DEM100001|1962|900101|session of Ann/)
    now = start.plus({ minutes: 29 })
    await imports.pending.tidy()
    expect(await stateOf(id)).toMatchObject({ kind: 'checked' })
    now = start.plus({ minutes: 30 })
    expect(await stateOf(id)).toBeUndefined()
    expect(await agree(id, 'x')).toBe(false)
    await imports.pending.tidy()
    expect(await countOf('import_pieces')).toBe(0)
  })

  test('may be dropped, and then nothing is left of them', async () => {
    const id = await look(file(ada))
    expect(await imports.pending.drop(id, sender.sessionId)).toBe(true)
    expect(await stateOf(id)).toBeUndefined()
    expect(await countOf('import_pieces')).toBe(0)
    const done = await look(file(ada))
    await agree(done)
    expect(await imports.pending.drop(done, sender.sessionId)).toBe(false)
  })

  test('come out as they were sent, byte for byte, whatever they hold', async () => {
    const bytes = Buffer.alloc(1_200_000)
    for (let n = 0; n < bytes.length; n++) bytes[n] = (n * 7 + (n >> 8)) % 256
    const id = await imports.pending.keep('clinics', bytes, sender)
    expect((await bytesOf(id)).equals(bytes)).toBe(true)
  })

  test('of which a piece is lost are not looked at as though they were whole', async () => {
    const id = await keep(file(...Array.from({ length: 20_000 }, (_, n) => `DEM${200_000 + n},Ada Secretname,1962-07-08,,,`)))
    await sql`delete from import_pieces where import_id = ${id} and nth = 1`.execute(db)
    await expect(bytesOf(id)).rejects.toThrow('not the one that was sent')
    expect(await imports.work.check(id, sender)).toBe(true)
    await imports.work.idle()
    expect(await stateOf(id)).toEqual({ kind: 'brokenOff' })
  })

  test('that are agreed to twice are imported once', async () => {
    const id = await look(file(ada, bea))
    const fingerprint = await fingerprintOf(id)
    const begun = await Promise.all([1, 2, 3].map(() => imports.work.importIt(id, sender, fingerprint)))
    await imports.work.idle()
    expect(begun.filter(Boolean)).toHaveLength(1)
    expect((await noted(id)).map(({ action }) => action)).toEqual(['import.checked', 'import.done'])
    expect(await countOf('appointments')).toBe(2)
  })

  test('of which nothing is heard are broken off; what their process still does comes to nothing', async () => {
    const id = await look(file(ada))
    const fingerprint = await fingerprintOf(id)
    // What another process did not finish: begun, and silent since.
    const silent = createPostgresPendingImports({ db, sealer, clock, here: new Map() })
    const begun = await silent.begin(id, sender.sessionId, 'importing', fingerprint)
    expect(await stateOf(id)).toMatchObject({ kind: 'importing' })
    now = start.plus({ seconds: 15 })
    await silent.beat(id, begun?.id ?? '', { step: 'writing', done: 3, of: 5 })
    now = start.plus({ seconds: 30 })
    expect(await stateOf(id)).toEqual({ kind: 'importing', progress: { step: 'writing', done: 3, of: 5 } })
    expect(await imports.work.check(id, sender)).toBe(false)
    expect(await imports.pending.drop(id, sender.sessionId)).toBe(false)
    now = start.plus({ seconds: 36 })
    expect(await stateOf(id)).toEqual({ kind: 'brokenOff' })
    const summary = {
      kind: 'participants',
      people: { added: 9, changed: 9, unchanged: 9 },
      appointments: { added: 9, changed: 9, left: 9 },
    } as const
    expect(await silent.settle(id, begun?.id ?? '', { kind: 'imported', summary })).toBe(false)
    await silent.beat(id, begun?.id ?? '', { step: 'writing', done: 4, of: 5 })
    expect(await stateOf(id)).toEqual({ kind: 'brokenOff' })
    expect(await imports.work.check(id, sender)).toBe(true)
    await imports.work.idle()
    expect(await agree(id)).toBe(true)
    expect(await stateOf(id)).toMatchObject({ kind: 'imported' })
  })

  if (name === 'PostgreSQL') {
    test('are not imported while another import is at work, and may be tried again', async () => {
      const id = await look(file(ada))
      await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(7240401::bigint)`.execute(trx)
        await agree(id)
      })
      expect(await stateOf(id)).toMatchObject({ why: 'busy', preview: { kind: 'ready' } })
      expect(await countOf('participants')).toBe(0)
      await agree(id)
      expect(await stateOf(id)).toMatchObject({ kind: 'imported' })
    })

    test('whose work was given up by another process are not imported by a process that was only slow', async () => {
      const id = await look(file(ada))
      const fingerprint = await fingerprintOf(id)
      const other = another()
      await db.transaction().execute(async (trx) => {
        // It reads, but cannot write yet.
        await sql`lock table participants in share mode`.execute(trx)
        expect(await imports.work.importIt(id, sender, fingerprint)).toBe(true)
        await wait(300)
        now = start.plus({ seconds: 30 })
        expect((await other.pending.find(id, sender.sessionId))?.state).toEqual({ kind: 'brokenOff' })
      })
      await imports.work.idle()
      expect(await countOf('participants')).toBe(0)
      expect((await noted(id)).map(({ action }) => action)).toEqual(['import.checked'])
      expect(await stateOf(id)).toEqual({ kind: 'brokenOff' })
    })

    test('keep nobody waiting while somebody looks at what they would change', async () => {
      await look(file(ada))
      await look('site,clinic,date,sessions,slot_minutes\nVAN,C1,2027-01-11,09:00-09:30,10\n', 'clinics')
      const { rows } = await sql`
        select from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where a.datname = current_database() and a.pid <> pg_backend_pid() and l.mode not in ('AccessShareLock', 'ExclusiveLock')`.execute(
        db,
      )
      expect(rows).toEqual([])
    })

    test('lose a place to whoever books at the same moment, or give it: one person has it', async () => {
      const diary = createPostgresDiary({ db, clock })
      for (let round = 0; round < 12; round++) {
        await sql`truncate participants cascade`.execute(db)
        await sql`update places set taken = false`.execute(db)
        await agree(await look(file('DEM100009,Cat Secretname,1962-07-08,,,')))
        const { id: cat } = await db.selectFrom('participants').select('id').executeTakeFirstOrThrow()
        const id = await look(file(ada))
        const place = await db.selectFrom('places').orderBy('starts_at').select('id').executeTakeFirstOrThrow()
        const fingerprint = await fingerprintOf(id)
        const act = { key: randomUUID(), author: { kind: 'patient' }, at: now.toJSDate() } as const
        const booking = { ...act, participantId: cat, programme: 'breast', placeId: place.id, needs: [], asked: false }
        const [, booked] = await Promise.all([agree(id, fingerprint), wait(round * 4).then(() => diary.book(booking))])
        const state = await stateOf(id)
        expect(await countOf('appointments')).toBe(1)
        expect([state?.kind, booked.kind]).toEqual(booked.kind === 'booked' ? ['checked', 'booked'] : ['imported', 'placeTaken'])
      }
    })

    test('leave nothing half written when their process dies, and say so', async () => {
      const rows: string[] = []
      for (let n = 0; rows.length < 12_000; n++) {
        const nine = `999${String(n).padStart(6, '0')}`
        const check = nhsCheckDigit(nine)
        if (check !== undefined) rows.push(`${nine}${check},Person ${n} Example,1962-07-08`)
      }
      const id = await look(`nhs_number,name,date_of_birth\n${rows.join('\n')}\n`)
      const { rows: url } = await sql<{ name: string }>`select current_database() as name`.execute(db)
      const what: ImportToKill = { key, now: start.toISO() ?? '', id, sender, fingerprint: await fingerprintOf(id) }
      const address = new URL(process.env.TEST_POSTGRES_URL ?? '')
      address.pathname = `/${url[0]?.name}`
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../support/importingProcess.ts'), address.href, JSON.stringify(what)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      const [said] = await once(child.stdout, 'data')
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(String(said)).toBe('writing\n')
      expect(await stateOf(id)).toMatchObject({ kind: 'importing' })
      now = start.plus({ seconds: 21 })
      expect(await stateOf(id)).toEqual({ kind: 'brokenOff' })
      expect(await countOf('participants')).toBe(0)
      expect(await imports.work.check(id, sender)).toBe(true)
      await imports.work.idle()
      await agree(id)
      expect(await countOf('participants')).toBe(12_000)
    }, 120_000)
  }
})
