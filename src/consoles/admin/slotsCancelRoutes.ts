import type { Audit } from '../../audit/audit.ts'
import type { Clinic, Clinics } from '../../booking/clinic.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { clinicOf, dayWords } from '../staff/clinicsRoutes.ts'
import { clinicReasons } from '../staff/clinicsWords.ts'
import { type Fault, fault, field, oneOf, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'

type Deps = {
  routes: ConsoleRoutes
  clinics: Pick<Clinics, 'get' | 'cancel'>
  /** What is told outside the chat is planned anew. */
  appointmentChanged: () => Promise<void>
  audit: Audit
  clock: Clock
}

/** Cancelling a clinic, for admins: as staff do it, without anybody's name. Who was reached is followed on the pages of staff. */
export function slotsCancelRoutes({ routes, clinics, appointmentChanged, audit, clock }: Deps) {
  const now = () => clock.now().toJSDate()

  async function ask(visit: Visit, known?: Clinic, faults: Fault[] = []): Promise<void> {
    const clinic = known ?? (await clinicOf(visit, clinics))
    if (clinic.status === 'cancelled') return visit.seeOther(`/admin/clinics/${clinic.id}`)
    const count = (slots: Clinic['slots']) => slots.reduce((sum, { people }) => sum + people.length, 0)
    const values = {
      clinic,
      day: dayWords(clinic.day),
      coming: count(clinic.slots.filter(({ startsAt }) => startsAt > now())),
      begun: count(clinic.slots.filter(({ startsAt }) => startsAt <= now())),
      reasons: clinicReasons,
      typed: { reason: visit.form.get('reason') ?? '', words: field(visit.form, 'words') },
      ...shownFaults(faults),
    }
    await visit.page('slotsCancel.njk', values, faults.length > 0 ? 400 : 200)
  }

  async function cancel(visit: Visit): Promise<void> {
    const { account, form } = visit
    const clinic = await clinicOf(visit, clinics)
    const reason = oneOf(form.get('reason'), Object.keys(clinicReasons) as (keyof typeof clinicReasons)[])
    const words = field(form, 'words')
    if (clinic.status === 'open' && !reason) return ask(visit, clinic, [fault('reason', 'Say why the clinic is cancelled')])
    if (clinic.status === 'open' && reason === 'other' && !words) return ask(visit, clinic, [fault('words', 'Say in a few words why')])
    const why = [reason ?? 'other', words].filter(Boolean).join(': ')
    const by = { id: account.id, author: { kind: 'staff', name: account.firstName } } as const
    const outcome = await clinics.cancel(clinic.id, why, by, now())
    if (outcome.kind === 'unknown') throw new AppError('NOT_FOUND')
    if (outcome.kind === 'cancelledBefore') return visit.seeOther(`/admin/clinics/${clinic.id}`)
    const details = { appointments: outcome.appointments.length }
    const ended = outcome.appointments.map((id) => ({
      account,
      action: 'appointment.cancelled',
      subject: { kind: 'appointment', id } as const,
      why: 'clinicCancelled',
    }))
    await audit.note({ account, action: 'clinic.cancelled', subject: { kind: 'clinic', id: clinic.id }, why, details }, ...ended)
    await appointmentChanged()
    visit.seeOther(`/admin/clinics/${clinic.id}?ended=${outcome.appointments.length}`)
  }

  const all = [
    routes.get('/admin/clinics/:id/cancel', 'admin', (visit) => ask(visit)),
    routes.post('/admin/clinics/:id/cancel', 'admin', cancel),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
