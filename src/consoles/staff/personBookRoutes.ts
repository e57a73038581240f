import { randomUUID } from 'node:crypto'
import type { Audit } from '../../audit/audit.ts'
import type { Place } from '../../booking/appointment.ts'
import type { BookOutcome, Diary } from '../../booking/diary.ts'
import type { LookAtPlace, SeenPlace } from '../../booking/lookAtPlace.ts'
import type { Need } from '../../booking/need.ts'
import type { Participant } from '../../booking/participant.ts'
import type { StaffBooking } from '../../booking/staffBooking.ts'
import { AppError } from '../../kernel/errors.ts'
import { field, formKey, isId, oneOf, shownFaults } from './personFields.ts'
import type { PersonFile } from './personFile.ts'
import { createPersonPlaces, type Reading } from './personPlaces.ts'
import { needsAmong, needWords, staffOnlyWords } from './personWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  file: PersonFile
  booking: StaffBooking
  diary: Pick<Diary, 'sites'>
  lookAtPlace: LookAtPlace
  audit: Audit
  now: () => Date
} & Reading

/** `/staff/people/:id/book`: a place is looked for, looked at, and booked for somebody. */
export function personBookRoutes({ routes, file, booking, diary, lookAtPlace, audit, now, readWish, describeWish }: Deps) {
  const places = createPersonPlaces({ booking, diary, now, reading: { readWish, describeWish } })

  /** Admitted, and with her it may be booked; undefined: a page was sent. */
  async function admitted(visit: Visit): Promise<Participant | undefined> {
    const person = await file.admit(visit)
    if (person?.staffOnly !== 'deceased') return person
    await visit.page('personEnd.njk', { person, heading: 'Nothing can be booked for her', text: staffOnlyWords.deceased }, 409)
    return undefined
  }

  async function look(visit: Visit): Promise<void> {
    const person = await admitted(visit)
    if (!person) return
    const conversationId = await file.currentConversation(person.id)
    const { live, asked } = await file.appointmentsOf(person)
    const { faults, ...found } = await places.look(visit.req.query, person, conversationId)
    const warning = person.staffOnly && staffOnlyWords[person.staffOnly]
    await visit.page(
      'personBook.njk',
      { person, live, asked, warning, needWords, ...found, ...shownFaults(faults) },
      faults.length > 0 ? 400 : 200,
    )
  }

  async function seen(visit: Visit, conversationId: string | undefined): Promise<SeenPlace> {
    const id = visit.param('place')
    const found = /^\d{1,15}$/.test(id) ? await lookAtPlace(Number(id), conversationId, now()) : undefined
    if (!found) throw new AppError('NOT_FOUND')
    return found
  }

  async function ask(visit: Visit): Promise<void> {
    const person = await admitted(visit)
    if (!person) return
    const conversationId = await file.currentConversation(person.id)
    const { place, state } = await seen(visit, conversationId)
    const needs = needsAmong(String(visit.req.query?.needs ?? '').split(','))
    if (state === 'gone') return taken(visit, person, place, needs)
    const { live, asked } = await file.appointmentsOf(person)
    const warning = person.staffOnly && staffOnlyWords[person.staffOnly]
    await visit.page('personBookAsk.njk', { person, place, state, needs, needWords, live, asked, warning, key: randomUUID() })
  }

  async function book(visit: Visit): Promise<void> {
    const person = await admitted(visit)
    if (!person) return
    const { account: by, form } = visit
    const key = formKey(form)
    const conversationId = await file.currentConversation(person.id)
    const { place } = await seen(visit, conversationId)
    const needs = needsAmong(form.getAll('needs'))
    const replaced = form.get('replacing')
    const reason = oneOf(form.get('reason'), ['sheAsked', 'officeMoved'] as const) ?? 'sheAsked'
    const outcome = await booking.book({ by, key }, person, {
      placeId: place.placeId,
      needs,
      ...(conversationId && { conversationId }),
      ...(isId(replaced) && { replacing: { id: replaced, reason } }),
    })
    await answer(visit, person, place, needs, outcome)
  }

  async function answer(visit: Visit, person: Participant, place: Place, needs: Need[], outcome: BookOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'booked': {
        const { appointment, replaced } = outcome
        const subject = { kind: 'appointment', id: appointment.id } as const
        const details = { participant: person.id, ...(replaced && { replaced: replaced.id }) }
        await audit.note({
          account: visit.account,
          action: 'appointment.booked',
          subject,
          why: field(visit.form, 'reason') || 'for her',
          details,
        })
        return visit.seeOther(`/staff/people/${person.id}?done=${replaced ? 'changed' : 'booked'}`)
      }
      case 'placeTaken':
        return taken(visit, person, place, needs)
      case 'hasAppointment': {
        const text =
          'She has got another appointment meanwhile. Nothing was changed. Look at it, and change that one if it should be changed.'
        const heading = 'She has an appointment already'
        return visit.page('personEnd.njk', { person, heading, text, appointment: outcome.appointment }, 409)
      }
    }
  }

  /** Others on the same day at the same site, else wherever there are any. */
  async function taken(visit: Visit, person: Participant, place: Place, needs: Need[]): Promise<void> {
    const others = await places.near(place, person, needs)
    await visit.page('personTaken.njk', { person, place, others, needs }, 409)
  }

  const all = [
    routes.get('/staff/people/:id/book', 'staff', look),
    routes.get('/staff/people/:id/book/:place', 'staff', ask),
    routes.post('/staff/people/:id/book/:place', 'staff', book),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
