import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openTestPostgres } from '../support/databases.ts'
import { type OfficeBench, startOffice } from '../support/officeBench.ts'
import { withoutIds } from '../support/withoutIds.ts'

type Colleague = Awaited<ReturnType<OfficeBench['colleague']>>

let office: OfficeBench
let close: () => Promise<void>
let priya: Colleague
let admin: Colleague
/** What stands in the addresses below: somebody, an appointment of hers, a clinic, and so on, that are there. */
const there: Record<string, string> = {}

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  office = await startOffice(opened.database)
  ;[priya, admin] = await Promise.all([office.colleague('Priya'), office.colleague('Ann', ['admin'])])
  const queenie = await office.personBy('DEM100018')
  const [appointment] = await office.diary.of(queenie.id, 'breast')
  const clinic = await office.db
    .selectFrom('clinics')
    .where('status', '=', 'open')
    .orderBy('day', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  const place = await office.db
    .selectFrom('places')
    .where('offered', '=', true)
    .where('taken', '=', false)
    .orderBy('id', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  await office.requests.add({ key: 'need', kind: 'need', participantId: queenie.id, details: 'A chair' })
  const request = await office.db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
  Object.assign(there, {
    person: queenie.id,
    appointment: appointment?.id,
    clinic: clinic.id,
    place: String(place.id),
    request: request.id,
  })
  const callBack = await post(priya, '/staff/call-backs', {
    key: randomUUID(),
    name: 'June',
    phone: '01632 960 001',
    about: 'x',
    day: '2026-11-30',
    time: '10:00',
  })
  expect(callBack.status).toBe(303)
  there.callBack = (await office.db.selectFrom('call_backs').select('id').executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  await office.stop()
  await close()
})

const cookie = (of?: Colleague) => (of ? { cookie: `as=${of.id}` } : {})
const get = (of: Colleague | undefined, path: string) =>
  fetch(`${office.url}${path}`, { headers: { accept: 'text/html', ...cookie(of) }, redirect: 'manual' })
const post = (of: Colleague | undefined, path: string, fields: Record<string, string> = {}, mark = of?.mark) =>
  fetch(`${office.url}${path}`, {
    method: 'POST',
    headers: cookie(of),
    body: new URLSearchParams({ ...(mark && { mark }), ...fields }),
    redirect: 'manual',
  })
const filled = (path: string, ids: Record<string, string> = there) => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')

const pages = [
  '/staff/people',
  '/staff/people/{person}',
  '/staff/people/{person}/book',
  '/staff/people/{person}/book/{place}',
  '/staff/people/{person}/cancel/{appointment}',
  '/staff/requests',
  '/staff/requests/{request}',
  '/staff/letters',
  '/staff/letters/{letter}',
  '/staff/call-backs',
  '/staff/call-backs/new',
  '/staff/call-backs/{callBack}',
  '/staff/clinics',
  '/staff/clinics/{clinic}',
  '/staff/clinics/{clinic}/cancel',
  '/staff/clinics/{clinic}/affected',
]
const forms = [
  '/staff/people',
  '/staff/people/{person}/why',
  '/staff/people/{person}/book/{place}',
  '/staff/people/{person}/cancel/{appointment}',
  '/staff/requests/{request}',
  '/staff/letters/{letter}/posted',
  '/staff/call-backs',
  '/staff/call-backs/{callBack}/take',
  '/staff/call-backs/{callBack}/rang',
  '/staff/clinics/{clinic}/slots',
  '/staff/clinics/{clinic}/cancel',
  '/staff/clinics/{clinic}/offer',
]
const withIds = (all: string[]) => all.filter((path) => path.includes('{'))

/** What an attempt that is refused must leave as it is. */
const state = async () =>
  JSON.stringify(
    await Promise.all([
      office.db.selectFrom('appointments').select(['id', 'status']).orderBy('id').execute(),
      office.db.selectFrom('requests').select(['id', 'status']).execute(),
      office.db.selectFrom('call_backs').select(['id', 'taken_by', 'done_at']).execute(),
      office.db.selectFrom('clinics').select(['id', 'status']).orderBy('id').execute(),
      office.db.selectFrom('slots').select(['id', 'released', 'stopped']).orderBy('id').execute(),
    ]),
  )

describe('the office’s pages', () => {
  test.each(pages)('%s is shown to nobody who is not signed in, nor to who has not the role', async (path) => {
    const outside = await get(undefined, filled(path))
    expect([outside.status, outside.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/staff\/sign-in\?next=/)])
    expect((await get(admin, filled(path))).status).toBe(403)
  })

  test.each(forms)(
    '%s takes nothing without a session, with the wrong role, without a mark, with a forged or another’s mark, from another site',
    async (path) => {
      const before = await state()
      const fields = {
        key: randomUUID(),
        to: 'done',
        outcome: 'reached',
        reason: 'van',
        state: 'stopped',
        why: 'phone',
        number: '9990000018',
      }
      expect((await post(undefined, filled(path), fields, 'forged')).status).toBe(401)
      expect((await post(admin, filled(path), fields)).status).toBe(403)
      for (const mark of ['', 'forged', admin.mark]) expect((await post(priya, filled(path), fields, mark)).status).toBe(403)
      const elsewhere = await fetch(`${office.url}${filled(path)}`, {
        method: 'POST',
        headers: { ...cookie(priya), 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ ...fields, mark: priya.mark }),
      })
      expect(elsewhere.status).toBe(403)
      expect(await state()).toBe(before)
    },
  )

  const unknown = {
    person: randomUUID(),
    appointment: randomUUID(),
    clinic: randomUUID(),
    place: '999999999',
    request: randomUUID(),
    letter: randomUUID(),
    callBack: randomUUID(),
  }
  const malformed = { person: 'x', appointment: "'--", clinic: '1', place: 'NaN', request: '%00', letter: 'x', callBack: '-' }
  test.each([...withIds(pages)])('%s with an id that nobody has, or that is none, is not found', async (path) => {
    for (const ids of [unknown, malformed]) expect((await get(priya, filled(path, ids))).status).toBe(404)
  })
  test.each(withIds(forms))('%s with an id that nobody has, or that is none, changes nothing', async (path) => {
    const before = await state()
    const fields = {
      key: randomUUID(),
      to: 'done',
      outcome: 'reached',
      reason: 'van',
      state: 'stopped',
      why: 'phone',
      number: '9990000018',
    }
    for (const ids of [unknown, malformed]) expect((await post(priya, filled(path, ids), fields)).status).toBe(404)
    expect(await state()).toBe(before)
  })

  test('another’s appointment is not cancelled on somebody’s page, nor another clinic’s slot changed', async () => {
    const rose = await office.personBy('DEM100019')
    const before = await state()
    const path = `/staff/people/${rose.id}/cancel/${there.appointment}?why=phone`
    expect((await get(priya, path)).status).toBe(404)
    expect((await post(priya, path, { key: randomUUID(), reason: 'sheAsked' })).status).toBe(404)
    const other = await office.db
      .selectFrom('slots')
      .where('clinic_id', '!=', there.clinic ?? '')
      .select('id')
      .executeTakeFirstOrThrow()
    const answer = await post(priya, `/staff/clinics/${there.clinic}/slots`, { slot: String(other.id), state: 'stopped' })
    expect(answer.headers.get('location')).toMatch(/changed=0$/)
    expect(await state()).toBe(before)
  })

  test('nothing of somebody is shown, booked or cancelled before a reason is given, and what is done is in the audit log', async () => {
    const ada = await office.personBy('DEM100001')
    const before = await state()
    for (const path of ['', '/book', `/book/${there.place}`]) {
      const page = await get(priya, `/staff/people/${ada.id}${path}`)
      expect(withoutIds(await page.text())).not.toMatch(/Ada|1976/)
    }
    await post(priya, `/staff/people/${ada.id}/book/${there.place}`, { key: randomUUID() })
    expect(await state()).toBe(before)
    expect(await office.audited(ada.id)).toEqual([])
    await post(priya, `/staff/people/${ada.id}/why`, { why: 'phone', next: 'https://elsewhere.example' }).then(({ headers }) =>
      expect(headers.get('location')).toBe(`/staff/people/${ada.id}`),
    )
    const [live] = await office.diary.of(ada.id, 'breast')
    const key = randomUUID()
    const fields = { key, needs: 'stepFree', replacing: live?.id ?? '', reason: 'officeMoved' }
    for (const _ of [1, 2]) {
      const answer = await post(priya, `/staff/people/${ada.id}/book/${there.place}`, fields)
      expect(answer.headers.get('location')).toBe(`/staff/people/${ada.id}?done=changed`)
    }
    const [booked, ...others] = await office.diary.of(ada.id, 'breast')
    expect(booked).toMatchObject({ status: 'booked', placeId: Number(there.place), needs: ['stepFree'] })
    expect(others.filter(({ status }) => status !== 'cancelled')).toEqual([])
    expect((await office.audited(booked?.id ?? ''))[0]).toEqual({ action: 'appointment.booked', account_name: 'Priya', why: 'officeMoved' })
  })

  test('how much waits is counted', async () => {
    expect(await office.waiting()).toEqual({ callBacks: 1, requests: 1, letters: expect.any(Number) })
  })
})
