import { DateTime } from 'luxon'
import type { Audit } from '../../audit/audit.ts'
import type { Clinic, Clinics } from '../../booking/clinic.ts'
import type { PeopleNames } from '../../booking/peopleNames.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { slotWords } from './clinicsWords.ts'
import { idIn, oneOf, query } from './personFields.ts'
import { statusWords } from './personWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  clinics: Pick<Clinics, 'from' | 'get' | 'setSlots'>
  names: PeopleNames
  audit: Audit
  clock: Clock
  zone: () => Promise<string>
}

const DAYS = 14

/** `/staff/clinics`: the clinics to come, and the slots of each. */
export function clinicsRoutes({ routes, clinics, names, audit, clock, zone }: Deps) {
  async function list(visit: Visit): Promise<void> {
    const timeZone = await zone()
    const today = clock.now().setZone(timeZone).startOf('day')
    const told = DateTime.fromISO(query(visit, 'from'), { zone: timeZone })
    const from = told.isValid && told > today ? told.startOf('day') : today
    const found = await clinics.from(from.toFormat('yyyy-MM-dd'), DAYS)
    const days = Object.values(Object.groupBy(found, ({ day }) => day)).flatMap((some = []) =>
      some[0] ? [{ day: some[0].day, clinics: some }] : [],
    )
    await visit.page('clinics.njk', {
      days: days.map((one) => ({ ...one, words: dayWords(one.day) })),
      first: dayWords(from.toFormat('yyyy-MM-dd')),
      from: from.toFormat('yyyy-MM-dd'),
      later: from.plus({ days: DAYS }).toFormat('yyyy-MM-dd'),
      earlier: from > today ? DateTime.max(today, from.minus({ days: DAYS })).toFormat('yyyy-MM-dd') : undefined,
    })
  }

  async function show(visit: Visit): Promise<void> {
    const clinic = await clinicOf(visit, clinics)
    const people = clinic.slots.flatMap((slot) => slot.people)
    const known = await names(people.map(({ participantId }) => participantId))
    const details = { people: people.length }
    await audit.note({
      account: visit.account,
      action: 'clinic.read',
      subject: { kind: 'clinic', id: clinic.id },
      why: 'clinicList',
      details,
    })
    const now = clock.now().toJSDate()
    const slots = clinic.slots.map((slot) => ({
      ...slot,
      stateWords: slotWords[slot.state],
      over: slot.startsAt <= now,
      people: slot.people.map((one) => ({ ...one, name: known.get(one.participantId)?.name, statusWords: statusWords[one.status] })),
    }))
    await visit.page('clinic.njk', {
      clinic: { ...clinic, slots },
      day: dayWords(clinic.day),
      slotWords,
      changed: /^\d{1,4}$/.test(query(visit, 'changed')) ? Number(query(visit, 'changed')) : undefined,
      cancellable: clinic.status === 'open' && slots.some(({ over }) => !over),
    })
  }

  async function setSlots(visit: Visit): Promise<void> {
    const { form, account } = visit
    const clinic = await clinicOf(visit, clinics)
    const state = oneOf(form.get('state'), ['released', 'kept', 'stopped'] as const)
    if (!state) throw new AppError('INVALID_REQUEST', 'the state is none')
    const own = new Set(clinic.slots.map(({ id }) => id))
    const ids = form
      .getAll('slot')
      .map(Number)
      .filter((id) => own.has(id))
    const changed = clinic.status === 'open' ? await clinics.setSlots(clinic.id, ids, state) : 0
    const details = { state, slots: changed }
    if (changed > 0)
      await audit.note({ account, action: 'clinic.slotsSet', subject: { kind: 'clinic', id: clinic.id }, why: 'clinics', details })
    visit.seeOther(`/staff/clinics/${clinic.id}?changed=${changed}`)
  }

  const all = [
    routes.get('/staff/clinics', 'staff', list),
    routes.get('/staff/clinics/:id', 'staff', show),
    routes.post('/staff/clinics/:id/slots', 'staff', setSlots),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

/** The clinic in the address; NOT_FOUND for none. */
export async function clinicOf(visit: Visit, clinics: Pick<Clinics, 'get'>): Promise<Clinic> {
  const clinic = await clinics.get(idIn(visit))
  if (!clinic) throw new AppError('NOT_FOUND')
  return clinic
}

/** "Monday 7 December 2026". */
export const dayWords = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).setLocale('en-GB').toFormat('cccc d LLLL yyyy')
