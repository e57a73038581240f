import { randomUUID } from 'node:crypto'
import type { Audit } from '../../audit/audit.ts'
import type { Appointment } from '../../booking/appointment.ts'
import type { Participant } from '../../booking/participant.ts'
import type { StaffBooking } from '../../booking/staffBooking.ts'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, field, formKey, idIn, oneOf, shownFaults } from './personFields.ts'
import type { PersonFile } from './personFile.ts'
import { cancelReasons } from './personWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = { routes: ConsoleRoutes; file: PersonFile; booking: StaffBooking; audit: Audit }

/** `/staff/people/:id/cancel/:appointment`: one of her appointments ends, for a reason. */
export function personCancelRoutes({ routes, file, booking, audit }: Deps) {
  /** One of hers; NOT_FOUND for anybody else's. */
  async function hers(visit: Visit, person: Participant): Promise<Appointment> {
    const id = idIn(visit, 'appointment')
    const found = (await file.appointmentsOf(person)).all.find((one) => one.id === id)
    if (!found) throw new AppError('NOT_FOUND')
    return found
  }

  async function ask(visit: Visit): Promise<void> {
    const person = await file.admit(visit)
    if (person) await form(visit, person, await hers(visit, person), randomUUID())
  }

  const form = (visit: Visit, person: Participant, appointment: Appointment, key: string, faults: Fault[] = []) => {
    if (!['asked', 'booked', 'confirmed'].includes(appointment.status)) return over(visit, person)
    const typed = { reason: visit.form.get('reason') ?? '', words: field(visit.form, 'words') }
    const values = { person, appointment, key, reasons: cancelReasons, typed, ...shownFaults(faults) }
    return visit.page('personCancel.njk', values, faults.length > 0 ? 400 : 200)
  }

  const over = (visit: Visit, person: Participant) =>
    visit.page('personEnd.njk', { person, heading: 'It is cancelled already', text: 'Somebody else has cancelled or changed it.' }, 409)

  async function cancel(visit: Visit): Promise<void> {
    const person = await file.admit(visit)
    if (!person) return
    const appointment = await hers(visit, person)
    const { account: by, form: sent } = visit
    const key = formKey(sent)
    const reason = oneOf(sent.get('reason'), Object.keys(cancelReasons) as (keyof typeof cancelReasons)[])
    const words = field(sent, 'words')
    if (!reason) return form(visit, person, appointment, key, [fault('reason', 'Say why it is cancelled')])
    if (reason === 'other' && !words) return form(visit, person, appointment, key, [fault('words', 'Say in a few words why')])
    const outcome = await booking.cancel({ by, key }, person.id, appointment.id, reason)
    if (outcome.kind === 'notLive') return over(visit, person)
    const subject = { kind: 'appointment', id: appointment.id } as const
    const why = reason === 'other' ? words : reason
    await audit.note({ account: by, action: 'appointment.cancelled', subject, why, details: { participant: person.id } })
    visit.seeOther(`/staff/people/${person.id}?done=cancelled`)
  }

  const path = '/staff/people/:id/cancel/:appointment'
  const all = [routes.get(path, 'staff', ask), routes.post(path, 'staff', cancel)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
