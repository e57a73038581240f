import { DateTime } from 'luxon'
import type { Clinic, ClinicSlot, ClinicSummary, Clinics, SlotState } from '../../booking/clinic.ts'
import type { SlotChange, SlotDesk } from '../../booking/slotDesk.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { clinicOf, dayWords } from '../staff/clinicsRoutes.ts'
import { type Fault, fault, oneOf, query, shownFaults } from '../staff/personFields.ts'
import { staffFilters } from '../staff/staffFilters.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'

type Deps = {
  routes: ConsoleRoutes
  clinics: Pick<Clinics, 'from' | 'get'>
  slots: SlotDesk
  clock: Clock
  zone: () => Promise<string>
}

const DAYS = 14
const changes: readonly SlotChange[] = ['release', 'takeBack', 'stop', 'run']
const changedWords: Record<SlotChange, string> = {
  release: 'free to the assistant',
  takeBack: 'kept by the office',
  stop: 'stopped',
  run: 'running again',
}

/** `/admin/clinics`: the clinics to come by day and site, and what may be done with the slots of each. Nobody is named here. */
export function slotsRoutes({ routes, clinics, slots, clock, zone }: Deps) {
  async function list(visit: Visit): Promise<void> {
    const timeZone = await zone()
    const today = clock.now().setZone(timeZone).startOf('day')
    const told = DateTime.fromISO(query(visit, 'from'), { zone: timeZone })
    const from = told.isValid && told > today ? told.startOf('day') : today
    const all = await clinics.from(from.toFormat('yyyy-MM-dd'), DAYS)
    const sites = [...new Set(all.map(({ siteName }) => siteName))].sort()
    const site = oneOf(query(visit, 'site', 200), sites)
    const days = Map.groupBy(
      all.filter(({ siteName }) => !site || siteName === site),
      ({ day }) => day,
    )
    await visit.page('slots.njk', {
      days: [...days].map(([day, some]) => ({ words: dayWords(day), clinics: some })),
      sites: sites.length > 1 ? sites : [],
      site,
      first: dayWords(from.toFormat('yyyy-MM-dd')),
      from: from.toFormat('yyyy-MM-dd'),
      later: from.plus({ days: DAYS }).toFormat('yyyy-MM-dd'),
      earlier: from > today ? DateTime.max(today, from.minus({ days: DAYS })).toFormat('yyyy-MM-dd') : undefined,
    })
  }

  async function show(visit: Visit, clinic: Clinic, faults: Fault[] = [], taken = false): Promise<void> {
    const now = clock.now().toJSDate()
    const chosen = new Set(visit.form.getAll('slot'))
    const shown = clinic.slots.map((slot) => ({
      ...slot,
      words: wordsOf(slot),
      mark: slot.people.length > 0 ? 'had' : slot.state,
      over: slot.startsAt <= now,
      chosen: chosen.has(String(slot.id)),
    }))
    const toCome = shown.filter(({ over }) => !over)
    const values = {
      clinic: { ...clinic, slots: shown },
      day: dayWords(clinic.day),
      open: clinic.status === 'open' && toCome.length > 0,
      kept: toCome.filter(({ state }) => state === 'kept').length,
      released: toCome.filter(({ state }) => state === 'released').length,
      done: doneWords(visit, clinic),
      taken,
      ...shownFaults(faults),
    }
    await visit.page('slotsClinic.njk', values, faults.length > 0 ? 400 : 200)
  }

  async function change(visit: Visit): Promise<void> {
    const { form, account } = visit
    const clinic = await clinicOf(visit, clinics)
    const what = oneOf(form.get('change'), changes)
    if (!what) throw new AppError('INVALID_REQUEST', 'the change is none')
    const isWhole = form.get('whole') === 'yes' && (what === 'release' || what === 'takeBack')
    const own = clinic.slots.map(({ id }) => id)
    const ids = form.getAll('slot').map(Number)
    const chosen = own.filter((id) => ids.includes(id))
    if (!isWhole && chosen.length === 0) return show(visit, clinic, [fault(`slot-${own[0] ?? ''}`, 'Choose at least one slot')])
    const outcome = await slots.change(clinic.id, isWhole ? 'all' : chosen, what, account)
    if (outcome.kind === 'unknown') throw new AppError('NOT_FOUND')
    if (outcome.kind === 'taken') {
      const faults = outcome.slots.map(({ id, startsAt, people }) =>
        fault(
          `slot-${id}`,
          `${staffFilters.clock(startsAt, clinic.timeZone)}: ${people} ${people === 1 ? 'person has' : 'people have'} it`,
        ),
      )
      return show(visit, await clinicOf(visit, clinics), faults, true)
    }
    const slotsChanged = outcome.kind === 'changed' ? outcome.slots : 0
    visit.seeOther(`/admin/clinics/${clinic.id}?changed=${slotsChanged}&to=${what}`)
  }

  const all = [
    routes.get('/admin/clinics', 'admin', list),
    routes.get('/admin/clinics/:id', 'admin', async (visit) => show(visit, await clinicOf(visit, clinics))),
    routes.post('/admin/clinics/:id/slots', 'admin', change),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const stateWords: Record<SlotState, string> = { released: 'Free', kept: 'Kept', stopped: 'Stopped' }

/** "Kept, 1 of 2 booked". */
function wordsOf({ state, people, capacity }: ClinicSlot): string {
  const booked = capacity > 1 ? `${people.length} of ${capacity} booked` : 'booked'
  if (people.length === 0) return capacity > 1 ? `${stateWords[state]}, for ${capacity}` : stateWords[state]
  return state === 'released' ? booked.charAt(0).toUpperCase() + booked.slice(1) : `${stateWords[state]}, ${booked}`
}

/** What was just done, by the address that it led to. */
function doneWords(visit: Visit, { status }: ClinicSummary): string | undefined {
  const [changed, ended] = [query(visit, 'changed', 4), query(visit, 'ended', 5)]
  if (/^\d+$/.test(ended) && status === 'cancelled')
    return ended === '0'
      ? 'The clinic is cancelled. Nobody had an appointment in it that was still to come.'
      : cancelledWords(Number(ended))
  const to = oneOf(query(visit, 'to'), changes)
  if (!/^\d+$/.test(changed) || !to) return undefined
  if (changed === '0') return 'Nothing was changed: the slots were so already.'
  return changed === '1' ? `1 slot is now ${changedWords[to]}.` : `${changed} slots are now ${changedWords[to]}.`
}

const cancelledWords = (ended: number): string =>
  `The clinic is cancelled. ${ended === 1 ? '1 appointment has ended, and she is' : `${ended} appointments have ended, and everybody is`} being told.`
