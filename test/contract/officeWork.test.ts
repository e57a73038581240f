import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresReadReason } from '../../src/booking/postgresReadReason.ts'
import { createPostgresRebookingOffers } from '../../src/booking/postgresRebookingOffers.ts'
import { createPostgresRequestDesk } from '../../src/booking/postgresRequestDesk.ts'
import { createPostgresRequests } from '../../src/booking/postgresRequests.ts'
import { createStaffBooking } from '../../src/booking/staffBooking.ts'
import { createPostgresCallBacks } from '../../src/handoff/postgresCallBacks.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { createPostgresNotices } from '../../src/outreach/postgresNotices.ts'
import { type BookingDesk, bookingDesk, monday } from '../support/bookingDesk.ts'
import { databases } from '../support/databases.ts'
import { withoutIds } from '../support/withoutIds.ts'

describe.each(databases)('the office’s work on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let bench: BookingDesk
  let priya: { id: string; firstName: string }
  let sam: { id: string; firstName: string }
  const clock = { now: () => monday }
  const sealer = createSealer(['a key of tests, of 32 letters and more'])
  beforeAll(async () => {
    opened = await open()
    bench = bookingDesk(opened.database.db)
    const colleague = async (firstName: string) => {
      const values = { email: `${firstName}@example.org`.toLowerCase(), first_name: firstName, roles: ['staff'], created_at: bench.now() }
      const { id } = await bench.db.insertInto('accounts').values(values).returning('id').executeTakeFirstOrThrow()
      return { id, firstName }
    }
    priya = await colleague('Priya')
    sam = await colleague('Sam')
  })
  afterAll(() => opened.close())

  describe('requests', () => {
    const desk = () => createPostgresRequestDesk({ db: bench.db, sealer, clock })
    async function asked(details = 'In her words'): Promise<string> {
      const key = randomUUID()
      const participantId = await bench.person()
      await createPostgresRequests({ db: bench.db, sealer, clock }).add({ key, kind: 'moved', participantId, details })
      const [found] = await desk().list({ participantId }, 1)
      return found?.id ?? ''
    }

    test('go from asked to done to told, with who, when, how and a comment; what was said is sealed', async () => {
      const id = await asked()
      expect(await desk().step(id, 'confirmed', priya)).toMatchObject({ kind: 'elsewhere', request: { status: 'asked' } })
      expect(await desk().step(id, 'done', priya, { comment: 'In NBSS' })).toEqual({ kind: 'done' })
      expect(await desk().step(id, 'confirmed', sam, { told: 'phone' })).toEqual({ kind: 'done' })
      expect(await desk().get(id)).toMatchObject({
        status: 'confirmed',
        details: 'In her words',
        steps: [
          { status: 'done', by: 'Priya', at: bench.now(), comment: 'In NBSS' },
          { status: 'confirmed', by: 'Sam', told: 'phone' },
        ],
      })
      const [step] = await bench.db
        .selectFrom('request_steps')
        .where('request_id', '=', id)
        .where('status', '=', 'done')
        .selectAll()
        .execute()
      expect(step?.comment).not.toContain('NBSS')
    })

    test('of ten colleagues at once one does it, and the others hear who', async () => {
      const id = await asked()
      const by = (n: number) => (n % 2 === 0 ? priya : sam)
      const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => desk().step(id, 'done', by(n))))
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
      const winner = (await desk().get(id))?.steps[0]?.by
      for (const outcome of outcomes)
        if (outcome.kind === 'elsewhere') expect(outcome.request).toMatchObject({ status: 'done', steps: [{ by: winner }] })
    })

    test('that are withdrawn are withdrawn; an unknown one is unknown', async () => {
      const id = await asked()
      expect(await desk().step(id, 'withdrawn', priya)).toEqual({ kind: 'done' })
      expect((await desk().step(id, 'done', sam)).kind).toBe('elsewhere')
      expect(await desk().step(randomUUID(), 'done', sam)).toEqual({ kind: 'unknown' })
    })

    test('are listed by how they stand, and page by page', async () => {
      const [one, other] = [await asked(), await asked()]
      await desk().step(other, 'done', priya)
      const ids = async (...args: Parameters<ReturnType<typeof desk>['list']>) => (await desk().list(...args)).map(({ id }) => id)
      expect(await ids({ status: 'open' }, 100)).toEqual(expect.arrayContaining([one, other]))
      expect(await ids({ status: 'asked' }, 100)).not.toContain(other)
      expect(await ids({ status: 'open', kind: 'need' }, 100)).toEqual([])
      const all = await ids({}, 100)
      expect([...(await ids({}, 2)), ...(await ids({}, 100, 2))]).toEqual(all)
    })
  })

  describe('call-backs', () => {
    const callBacks = () => createPostgresCallBacks({ db: bench.db, sealer, clock })
    const details = { name: 'June', phone: '01632 960 001', about: 'Her pacemaker' }
    const planned = (key: string = randomUUID(), due = 60) => callBacks().add({ key, details, dueBy: bench.later(due) }, priya)

    test('are kept once for a form, sealed, and listed by when they are due', async () => {
      const key = randomUUID()
      const [late, soon] = [await planned(key, 90), await planned(randomUUID(), 30)]
      expect(await planned(key, 90)).toBe(late)
      const open = (await callBacks().list('open', 100)).map(({ id }) => id)
      expect(open.indexOf(soon)).toBeLessThan(open.indexOf(late))
      expect(await callBacks().get(late)).toMatchObject({ details, created: { by: 'Priya' }, tries: [] })
      const row = await bench.db.selectFrom('call_backs').where('id', '=', late).selectAll().executeTakeFirst()
      expect(withoutIds(JSON.stringify(row))).not.toMatch(/June|960|pacemaker/)
    })

    test('are taken by one of many, and taken over only knowingly', async () => {
      const id = await planned()
      const outcomes = await Promise.all([priya, sam, priya, sam].map((by) => callBacks().take(id, by)))
      const owner = (await callBacks().get(id))?.taken
      expect(new Set(outcomes.map(({ kind }, n) => `${kind} ${n % 2}`)).size).toBe(2)
      const [holder, other] = owner?.by === 'Priya' ? [priya, sam] : [sam, priya]
      expect((await callBacks().take(id, other)).kind).toBe('elsewhere')
      expect((await callBacks().finish(id, other, 'reached')).kind).toBe('elsewhere')
      expect((await callBacks().take(id, other, holder.id)).kind).toBe('moved')
      expect((await callBacks().finish(id, holder, 'reached')).kind).toBe('elsewhere')
      expect((await callBacks().finish(id, other, 'reached')).kind).toBe('moved')
      expect(await callBacks().get(id)).toMatchObject({ done: { by: other.firstName, outcome: 'reached' } })
      expect((await callBacks().finish(id, other, 'wrongNumber')).kind).toBe('elsewhere')
    })

    test('that nobody answered stay open, due again; the same form counts once', async () => {
      const id = await planned()
      const key = randomUUID()
      await callBacks().tried(id, priya, key, bench.later(120))
      await callBacks().tried(id, priya, key, bench.later(120))
      expect(await callBacks().get(id)).toMatchObject({ dueBy: bench.later(120), tries: [{ by: 'Priya' }] })
      expect(await callBacks().get(id)).not.toHaveProperty('taken')
      expect((await callBacks().tried(randomUUID(), priya, key, bench.later(120))).kind).toBe('unknown')
    })
  })

  test('what staff did because she asked for it, she did; what the office had to do, it did; of who has died nobody is told', async () => {
    const appointmentChanged = async () => undefined
    const requests = createPostgresRequests({ db: bench.db, sealer, clock })
    const booking = createStaffBooking({ diary: bench.diary, requests, appointmentChanged, now: bench.now })
    const notices = createPostgresNotices(bench.db)
    const clinic = await bench.clinic(await bench.site())
    const ended = async (at: string, reason: string) => {
      const [slot = 0] = await bench.slots(clinic, at)
      const person = { id: await bench.person(), programme: 'breast', details: { name: 'June', dateOfBirth: '1960-12-01' }, needs: [] }
      const what = { placeId: await bench.placeOf(slot), needs: [] }
      const acting = { by: priya, key: randomUUID() }
      const booked = await booking.book(acting, person, what)
      expect(await booking.book(acting, person, what)).toEqual(booked)
      const id = booked.kind === 'booked' ? booked.appointment.id : ''
      expect(await booking.cancel(acting, await bench.person(), id, reason)).toEqual({ kind: 'notLive' })
      expect((await booking.cancel(acting, person.id, id, reason)).kind).toBe('cancelled')
      const waits = (await notices.unplanned(bench.now(), 1_000)).some((one) => one.id === id)
      return [(await notices.appointment(id))?.by, waits]
    }
    expect(await ended('09:00', 'sheAsked')).toEqual(['patient', true])
    expect(await ended('09:08', 'notThisTime')).toEqual(['patient', true])
    expect(await ended('09:16', 'siteProblem')).toEqual(['staff', true])
    expect(await ended('09:24', 'died')).toEqual(['staff', false])
  })

  test('an offer of other times is made by one of two at once; what was begun and broke off is begun again', async () => {
    const offers = createPostgresRebookingOffers(bench.db)
    const [slot = 0] = await bench.slots(await bench.clinic(await bench.site()), '09:00')
    const place = await bench.placeOf(slot)
    const booked = await bench.diary.book(bench.booking(await bench.person(), place))
    const id = booked.kind === 'booked' ? booked.appointment.id : ''
    expect(await offers.begin(id, [place], priya, bench.now())).toBe(true)
    expect(await offers.begin(id, [place], sam, bench.now())).toBe(true)
    await offers.end(id, 'chat')
    expect(await offers.begin(id, [place], sam, bench.now())).toBe(false)
  })

  test('a reason to look at somebody holds for an hour, for the colleague who gave it, and looking makes it no longer', async () => {
    const reason = createPostgresReadReason(bench.db)
    const audit = createPostgresAudit(bench.db, clock)
    const person = await bench.person()
    const subject = { kind: 'participant', id: person } as const
    await audit.note({ account: priya, action: 'participant.found', subject, why: 'phone' })
    expect(await reason(priya.id, person, bench.later(59))).toBe('phone')
    expect(await reason(priya.id, person, bench.later(61))).toBeUndefined()
    expect(await reason(sam.id, person, bench.now())).toBeUndefined()
    await audit.note({ account: sam, action: 'participant.read', subject, why: 'phone' })
    expect(await reason(sam.id, person, bench.now())).toBeUndefined()
  })
})
