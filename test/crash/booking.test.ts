import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import type { BookOutcome } from '../../src/booking/diary.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { migrate } from '../../src/storage/postgres/migrate.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import type { Change } from '../support/bookingCrash.ts'
import { type BookingDesk, bookingDesk } from '../support/bookingDesk.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

/** Where the database is made to wait inside of a change: a trigger, and what has been written by then. */
const steps: [string, string][] = [
  ['before update on appointments', 'nothing is written'],
  ['before insert on appointments', 'the old appointment has ended and there is no new one'],
  ['before insert on appointment_changes', 'there is a new one and no history'],
  ['after insert on appointment_changes', 'all is written but not committed'],
]
const PAUSE = 4711

describe('a change of an appointment whose process is killed', () => {
  let own: TestDatabase
  let database: Database
  let desk: BookingDesk
  let keeper: pg.Client
  beforeAll(async () => {
    own = await createTestDatabase()
    database = await openPostgres(own.url, silentLog)
    await migrate(database.db)
    desk = bookingDesk(database.db)
    keeper = new pg.Client({ connectionString: own.url })
    await keeper.connect()
    await keeper.query(`create function pause() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${PAUSE}); return new; end $$`)
  })
  afterAll(async () => {
    await keeper.end()
    await database.close()
    await own.drop()
  })

  let anna: string
  let places: number[]
  let old: string
  beforeEach(async () => {
    const clinic = await desk.clinic(await desk.site())
    places = await Promise.all((await desk.slots(clinic, '09:00', '09:08')).map(desk.placeOf))
    anna = await desk.person()
    old = idOf(await desk.diary.book(desk.booking(anna, places[0] ?? 0)))
  })
  afterEach(async () => {
    await keeper.query('drop trigger if exists pause on appointments; drop trigger if exists pause on appointment_changes')
    await keeper.query('select pg_advisory_unlock_all()')
  })

  const begin = (change: Change, url = own.url) => {
    const program = join(import.meta.dirname, '../support/bookingCrash.ts')
    const child = spawn(process.execPath, [program, url, JSON.stringify(change)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    return { child, exited: once(child, 'exit'), said: once(createInterface(child.stdout), 'line').then(([line]) => line as string) }
  }
  const change = (rest: Partial<Change> = {}): Change => ({
    booking: desk.booking(anna, places[1] ?? 0),
    replacing: old,
    now: desk.now().toISOString(),
    ...rest,
  })
  const standing = async () => (await desk.standing(anna)).map(({ id }) => id)
  const kill = async ({ child, exited }: ReturnType<typeof begin>) => {
    child.kill('SIGKILL')
    await exited
  }
  async function until(question: string, isSo: (rows: { n: number }[]) => boolean): Promise<void> {
    const deadline = Date.now() + 20_000
    while (!isSo((await keeper.query(question)).rows)) {
      if (Date.now() > deadline) throw new Error(`Waited in vain for: ${question}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = ${PAUSE} and not granted`
  const working = `select count(*)::int as n from pg_stat_activity where datname = current_database() and query like '%hers%'
    and query not like '%pg_stat_activity%' and state = 'active'`

  /** Doing it again under the same key gives the new appointment, and the old one has ended. */
  async function again(plan: Change) {
    const outcome = await (plan.confirm ? desk.diary.confirm(plan.confirm, revived(plan)) : desk.diary.book(revived(plan), plan.replacing))
    expect(outcome).toMatchObject({ kind: 'booked', appointment: { placeId: places[1], replaces: old }, replaced: { id: old } })
    expect(await standing()).toEqual([idOf(outcome)])
    const taken = await desk.db.selectFrom('places').select(['id', 'taken']).where('id', 'in', places).orderBy('id').execute()
    expect(taken.map((place) => place.taken)).toEqual([false, true])
    expect(await desk.history(old)).toHaveLength(2)
  }

  test('before it asked the database: the old one is there', async () => {
    const plan = change({ stopAt: 'before' })
    const process = begin(plan)
    expect(await process.said).toBe('before')
    await kill(process)
    expect(await standing()).toEqual([old])
    await again(plan)
  })

  test('after the database has answered: the new one is there', async () => {
    const plan = change({ stopAt: 'after' })
    const process = begin(plan)
    expect(await process.said).toBe('after')
    await kill(process)
    expect(await standing()).toHaveLength(1)
    expect(await standing()).not.toContain(old)
    await again(plan)
  })

  describe.each([
    // PostgreSQL looks after its client only when it is asked to: then all is rolled back. Otherwise it goes on and commits.
    ['and PostgreSQL notices', 'client_connection_check_interval=50', true],
    ['and PostgreSQL does not notice', 'client_connection_check_interval=0', false],
  ])('inside of the transaction, %s', (_how, setting, isNoticed) => {
    const url = () => `${own.url}?options=${encodeURIComponent(`-c ${setting}`)}`

    test.each(steps)('%s: %s', async (when) => {
      await keeper.query(`create trigger pause ${when} for each row execute function pause()`)
      await keeper.query('select pg_advisory_lock($1)', [PAUSE])
      const plan = change()
      const process = begin(plan, url())
      await until(waiting, ([row]) => row?.n === 1)
      expect(await standing()).toEqual([old])
      await kill(process)
      if (isNoticed) await until(waiting, ([row]) => row?.n === 0)
      expect(await standing()).toEqual([old])
      await keeper.query('select pg_advisory_unlock($1)', [PAUSE])
      await until(working, ([row]) => row?.n === 0)
      const left = await standing()
      expect(left).toHaveLength(1)
      expect(left[0] === old).toBe(isNoticed)
      await again(plan)
    })

    test.each(steps.filter(([when]) => when !== 'before insert on appointments'))(
      '%s, of a confirmation: the old one lives until the new one does',
      async (when) => {
        const asked = idOf(await desk.diary.book(desk.booking(anna, places[1] ?? 0, { asked: true }), old))
        await keeper.query(`create trigger pause ${when} for each row execute function pause()`)
        await keeper.query('select pg_advisory_lock($1)', [PAUSE])
        const plan = change({ confirm: asked })
        const process = begin(plan, url())
        await until(waiting, ([row]) => row?.n === 1)
        await kill(process)
        expect((await standing()).sort()).toEqual([old, asked].sort())
        await keeper.query('select pg_advisory_unlock($1)', [PAUSE])
        await until(working, ([row]) => row?.n === 0)
        await again(plan)
      },
    )
  })
})

function idOf(outcome: BookOutcome): string {
  if (outcome.kind !== 'booked') throw new Error(outcome.kind)
  return outcome.appointment.id
}

/** What went through JSON and back. */
const revived = ({ booking }: Change) => ({ ...booking, at: new Date(booking.at) })
