import type { Audit } from '../../audit/audit.ts'
import type { Diary } from '../../booking/diary.ts'
import type { PeopleNames } from '../../booking/peopleNames.ts'
import type { RequestKind } from '../../booking/request.ts'
import type { OfficeRequest, RequestDesk, RequestFilter, RequestStatus } from '../../booking/requestDesk.ts'
import type { StaffBooking } from '../../booking/staffBooking.ts'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, field, idIn, oneOf, query, shownFaults } from './personFields.ts'
import { ageWords, confirmTrouble, requestKindWords, requestStatusWords, requestToDo, toldWords } from './requestsWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  desk: RequestDesk
  booking: Pick<StaffBooking, 'confirm'>
  diary: Pick<Diary, 'get'>
  names: PeopleNames
  audit: Audit
  now: () => Date
}

const PAGE = 50
const kinds = Object.keys(requestKindWords) as RequestKind[]
const steps = ['done', 'confirmed', 'withdrawn'] as const
const told = Object.keys(toldWords) as (keyof typeof toldWords)[]

/** `/staff/requests`: what people asked the office for, until it is done and they have heard of it. */
export function requestsRoutes({ routes, desk, booking, diary, names, audit, now }: Deps) {
  async function list(visit: Visit): Promise<void> {
    const status = oneOf(query(visit, 'status'), ['open', 'asked', 'done', 'confirmed', 'withdrawn', 'all'] as const) ?? 'open'
    const kind = oneOf(query(visit, 'kind'), kinds)
    const filter: RequestFilter = { ...(status !== 'all' && { status }), ...(kind && { kind }) }
    const page = Math.max(1, Number.parseInt(query(visit, 'page'), 10) || 1)
    const found = await desk.list(filter, PAGE + 1, (page - 1) * PAGE)
    const shown = found.slice(0, PAGE)
    const known = await names(shown.flatMap(({ participantId }) => participantId ?? []))
    await audit.note({
      account: visit.account,
      action: 'requests.listed',
      subject: { kind: 'request', id: 'list' },
      why: 'requests',
      details: { count: shown.length },
    })
    const requests = shown.map((request) => ({
      ...request,
      name: request.participantId && known.get(request.participantId)?.name,
      kindWords: requestKindWords[request.kind],
      statusWords: requestStatusWords[request.status],
      age: ageWords(request.createdAt, now()),
    }))
    const more = found.length > PAGE
    await visit.page('requests.njk', { requests, status, kind, kinds: requestKindWords, page, more })
  }

  async function read(visit: Visit): Promise<OfficeRequest> {
    const request = await desk.get(idIn(visit))
    if (!request) throw new AppError('NOT_FOUND')
    return request
  }

  async function show(visit: Visit, known?: OfficeRequest, faults: Fault[] = [], trouble?: string): Promise<void> {
    const request = known ?? (await read(visit))
    const { id, participantId, appointmentId } = request
    await audit.note({ account: visit.account, action: 'request.read', subject: { kind: 'request', id }, why: 'requests' })
    const typed = {
      told: visit.form.get('told') ?? (request.kind === 'confirmAppointment' ? 'notice' : ''),
      comment: field(visit.form, 'comment', 1000),
    }
    const values = {
      request,
      participantName: participantId && (await names([participantId])).get(participantId)?.name,
      appointment: appointmentId && (await diary.get(appointmentId)),
      kindWords: requestKindWords[request.kind],
      toDo: requestToDo[request.kind],
      statuses: requestStatusWords,
      told: toldWords,
      trouble,
      ...shownFaults(faults),
      typed,
      done: query(visit, 'done'),
    }
    await visit.page('request.njk', values, faults.length > 0 ? 400 : trouble ? 409 : 200)
  }

  async function step(visit: Visit): Promise<void> {
    const { account: by, form } = visit
    const request = await read(visit)
    const to = oneOf(form.get('to'), steps)
    if (!to) throw new AppError('INVALID_REQUEST', 'the step is none')
    const way = oneOf(form.get('told'), told)
    const comment = field(form, 'comment', 1000)
    if (to === 'confirmed' && !way) return show(visit, request, [fault('told', 'Say how she was told')])
    const trouble = to === 'done' ? await confirm(visit, request) : undefined
    if (trouble) return show(visit, await read(visit), [], trouble)
    const outcome = await desk.step(request.id, to, by, { ...(to === 'confirmed' && way && { told: way }), ...(comment && { comment }) })
    if (outcome.kind === 'unknown') throw new AppError('NOT_FOUND')
    if (outcome.kind === 'elsewhere') return show(visit, outcome.request, [], fasterWords(outcome.request, by.firstName))
    const details = { kind: request.kind, ...(way && to === 'confirmed' && { told: way }) }
    await audit.note({ account: by, action: `request.${to}`, subject: { kind: 'request', id: request.id }, why: 'requests', details })
    visit.seeOther(`/staff/requests/${request.id}?done=${to}`)
  }

  /** Of an appointment she chose: it becomes final as soon as the office has it. Told twice it changes nothing. */
  async function confirm({ account: by }: Visit, { id, kind, status, appointmentId }: OfficeRequest): Promise<string | undefined> {
    if (kind !== 'confirmAppointment' || !appointmentId || status !== 'asked') return undefined
    const outcome = await booking.confirm(by, id, appointmentId)
    if (outcome.kind === 'booked')
      await audit.note({
        account: by,
        action: 'appointment.confirmed',
        subject: { kind: 'appointment', id: appointmentId },
        why: 'request',
      })
    return confirmTrouble(outcome)
  }

  const all = [
    routes.get('/staff/requests', 'staff', list),
    routes.get('/staff/requests/:id', 'staff', (visit) => show(visit)),
    routes.post('/staff/requests/:id', 'staff', step),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

/** What somebody is told who was not the first. */
function fasterWords({ status, steps: taken }: OfficeRequest, me: string): string {
  const last = taken.find((one) => one.status === status)
  const words: Record<RequestStatus, string> = {
    asked: 'It has yet to be done before she is told.',
    done: 'It is done already',
    confirmed: 'She has been told already',
    withdrawn: 'It is withdrawn already',
  }
  if (status === 'asked') return words.asked
  return `${words[status]}${last ? ` (by ${last.by === me ? `${me}, perhaps you` : last.by})` : ''}. What you sent changed nothing.`
}
