import type { Audit } from '../../audit/audit.ts'
import type { Affected, Clinic, Clinics } from '../../booking/clinic.ts'
import type { OfferOthers } from '../../booking/offerOthers.ts'
import type { PeopleNames } from '../../booking/peopleNames.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { clinicOf, dayWords } from './clinicsRoutes.ts'
import { affectedState, clinicReasons, noticeWordsOf } from './clinicsWords.ts'
import { type Fault, fault, field, oneOf, query, shownFaults } from './personFields.ts'
import { statusWords } from './personWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  clinics: Pick<Clinics, 'get' | 'cancel' | 'affected'>
  names: PeopleNames
  offerOthers: OfferOthers
  /** What is told outside the chat is planned anew. */
  appointmentChanged: () => Promise<void>
  audit: Audit
  clock: Clock
  /** Whether anybody can be told in the chat. */
  inChat: boolean
}

const order = ['notReached', 'onTheWay', 'told', 'rebooked']

/** Cancelling a clinic, and following who was reached: nobody loses an appointment silently. */
export function clinicsCancelRoutes({ routes, clinics, names, offerOthers, appointmentChanged, audit, clock, inChat }: Deps) {
  const now = () => clock.now().toJSDate()

  async function ask(visit: Visit, known?: Clinic, faults: Fault[] = []): Promise<void> {
    const clinic = known ?? (await clinicOf(visit, clinics))
    if (clinic.status === 'cancelled') return visit.seeOther(`/staff/clinics/${clinic.id}/affected`)
    const people = clinic.slots.flatMap((slot) => slot.people.map((one) => ({ ...one, startsAt: slot.startsAt })))
    const namesOf = await names(people.map(({ participantId }) => participantId))
    const subject = { kind: 'clinic', id: clinic.id } as const
    await audit.note({ account: visit.account, action: 'clinic.read', subject, why: 'to cancel it', details: { people: people.length } })
    const listed = people.map((one) => ({ ...one, name: namesOf.get(one.participantId)?.name, statusWords: statusWords[one.status] }))
    const typed = { reason: visit.form.get('reason') ?? '', words: field(visit.form, 'words') }
    await visit.page(
      'clinicCancel.njk',
      {
        clinic,
        day: dayWords(clinic.day),
        coming: listed.filter(({ startsAt }) => startsAt > now()),
        begun: listed.filter(({ startsAt }) => startsAt <= now()),
        reasons: clinicReasons,
        typed,
        ...shownFaults(faults),
      },
      faults.length > 0 ? 400 : 200,
    )
  }

  async function cancel(visit: Visit): Promise<void> {
    const { account, form } = visit
    const clinic = await clinicOf(visit, clinics)
    const reason = oneOf(form.get('reason'), Object.keys(clinicReasons) as (keyof typeof clinicReasons)[])
    const words = field(form, 'words')
    if (clinic.status === 'open' && !reason) return ask(visit, clinic, [fault('reason', 'Say why the clinic is cancelled')])
    if (clinic.status === 'open' && reason === 'other' && !words) return ask(visit, clinic, [fault('words', 'Say in a few words why')])
    const why = [reason ?? 'other', words].filter(Boolean).join(': ')
    const author = { kind: 'staff', name: account.firstName } as const
    const outcome = await clinics.cancel(clinic.id, why, { id: account.id, author }, now())
    if (outcome.kind === 'unknown') throw new AppError('NOT_FOUND')
    if (outcome.kind === 'cancelled') {
      const subject = { kind: 'clinic', id: clinic.id } as const
      const ended = outcome.appointments.map((id) => ({
        account,
        action: 'appointment.cancelled',
        subject: { kind: 'appointment', id } as const,
        why: 'clinicCancelled',
      }))
      await audit.note({ account, action: 'clinic.cancelled', subject, why, details: { appointments: ended.length } }, ...ended)
      await appointmentChanged()
    }
    visit.seeOther(`/staff/clinics/${clinic.id}/affected?done=${outcome.kind}`)
  }

  async function follow(visit: Visit): Promise<void> {
    const clinic = await clinicOf(visit, clinics)
    const all = await clinics.affected(clinic.id, now())
    const known = await names(all.map(({ participantId }) => participantId))
    const subject = { kind: 'clinic', id: clinic.id } as const
    await audit.note({ account: visit.account, action: 'clinic.read', subject, why: 'clinicCancelled', details: { people: all.length } })
    const people = all.map((one) => ({ ...one, ...known.get(one.participantId), notice: noticeWordsOf(one), state: affectedState(one) }))
    const count = (key: string) => people.filter(({ state }) => state.key === key).length
    await visit.page('clinicAffected.njk', {
      clinic,
      day: dayWords(clinic.day),
      people: people.sort((a, b) => order.indexOf(a.state.key) - order.indexOf(b.state.key)),
      states: { rebooked: count('rebooked'), told: count('told'), onTheWay: count('onTheWay'), notReached: count('notReached') },
      toOffer: all.filter(canBeOffered).length,
      reason: clinic.cancelled?.reason && reasonWords(clinic.cancelled.reason),
      inChat,
      done: query(visit, 'done'),
      told: query(visit, 'told', 4),
      notInChat: query(visit, 'notInChat', 4),
    })
  }

  async function offer(visit: Visit): Promise<void> {
    const { account } = visit
    const clinic = await clinicOf(visit, clinics)
    const { told, notInChat } = await offerOthers(clinic.id, account)
    const subject = { kind: 'clinic', id: clinic.id } as const
    await audit.note({ account, action: 'clinic.othersOffered', subject, why: 'clinicCancelled', details: { told, notInChat } })
    visit.seeOther(`/staff/clinics/${clinic.id}/affected?done=offered&told=${told}&notInChat=${notInChat}`)
  }

  const all = [
    routes.get('/staff/clinics/:id/cancel', 'staff', (visit) => ask(visit)),
    routes.post('/staff/clinics/:id/cancel', 'staff', cancel),
    routes.get('/staff/clinics/:id/affected', 'staff', follow),
    routes.post('/staff/clinics/:id/offer', 'staff', offer),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const canBeOffered = ({ rebooked, offer }: Affected): boolean => !rebooked && offer?.via !== 'chat'

/** "The van or a machine does not work: brakes". */
function reasonWords(reason: string): string {
  const [code = '', ...words] = reason.split(': ')
  return [clinicReasons[code as keyof typeof clinicReasons] ?? code, ...words].filter(Boolean).join(': ')
}
