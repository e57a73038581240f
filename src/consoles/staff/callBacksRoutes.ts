import { randomUUID } from 'node:crypto'
import type { Audit } from '../../audit/audit.ts'
import type { CallBack, CallBackMove, CallBacks } from '../../handoff/callBack.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { callBackFaults, dueByOf, dueFaults, typedCallBack, usualDue } from './callBacksForm.ts'
import { callBackOutcomes, callBackState } from './callBacksWords.ts'
import { type Fault, field, formKey, idIn, isId, oneOf, query, shownFaults } from './personFields.ts'
import type { PersonFile } from './personFile.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  callBacks: CallBacks
  file: Pick<PersonFile, 'brief'>
  /** Whether there is such a conversation. */
  isConversation: (id: string) => Promise<boolean>
  audit: Audit
  clock: Clock
  zone: () => Promise<string>
}

const SHOWN = 200
const DONE = 30

/** `/staff/call-backs`: people who are to be rung, until they were. */
export function callBacksRoutes({ routes, callBacks, file, isConversation, audit, clock, zone }: Deps) {
  const now = () => clock.now().toJSDate()
  const withState = (one: CallBack) => ({ ...one, state: callBackState(one, now()) })

  async function list(visit: Visit): Promise<void> {
    const [open, done] = await Promise.all([callBacks.list('open', SHOWN), callBacks.list('done', DONE)])
    const details = { count: open.length + done.length }
    await audit.note({
      account: visit.account,
      action: 'callBacks.listed',
      subject: { kind: 'callBack', id: 'list' },
      why: 'call-backs',
      details,
    })
    await visit.page('callBacks.njk', { open: open.map(withState), done: done.map(withState), told: query(visit, 'done') })
  }

  /** Whom the form is about, as the address or the form itself says; NOT_FOUND for nobody. */
  async function about(told: (name: string) => string) {
    const [personId, conversationId] = [told('person'), told('conversation')]
    const person = isId(personId) ? await file.brief(personId) : undefined
    if ((personId && !person) || (conversationId && !(isId(conversationId) && (await isConversation(conversationId)))))
      throw new AppError('NOT_FOUND')
    return { ...(person && { person }), ...(conversationId && { conversationId }) }
  }

  async function fillIn(visit: Visit): Promise<void> {
    const whom = await about((name) => query(visit, name))
    const { person } = whom
    if (person)
      await audit.note({
        account: visit.account,
        action: 'participant.read',
        subject: { kind: 'participant', id: person.id },
        why: 'call-back',
      })
    const typed = {
      name: person?.details.name ?? '',
      phone: person?.details.mobile ?? '',
      about: '',
      ...usualDue(clock.now(), await zone()),
    }
    await visit.page('callBackNew.njk', { ...whom, typed, key: randomUUID() })
  }

  async function add(visit: Visit): Promise<void> {
    const { account: by, form } = visit
    const key = formKey(form)
    const { person, conversationId } = await about((name) => field(form, name))
    const typed = typedCallBack(form)
    const dueBy = dueByOf(typed, await zone())
    const faults = callBackFaults(typed, dueBy, now())
    if (!dueBy || faults.length > 0)
      return visit.page('callBackNew.njk', { person, conversationId, typed, ...shownFaults(faults), key }, 400)
    const { name, phone, about: what } = typed
    const whom = { ...(person && { participantId: person.id }), ...(conversationId && { conversationId }) }
    const id = await callBacks.add({ key: `${by.id}:${key}`, details: { name, phone, about: what }, dueBy, ...whom }, by)
    await audit.note({ account: by, action: 'callBack.made', subject: { kind: 'callBack', id }, why: 'call-back', details: whom })
    visit.seeOther('/staff/call-backs?done=made')
  }

  async function read(visit: Visit): Promise<CallBack> {
    const found = await callBacks.get(idIn(visit))
    if (!found) throw new AppError('NOT_FOUND')
    return found
  }

  async function show(visit: Visit, known?: CallBack, faults: Fault[] = [], trouble?: string): Promise<void> {
    const callBack = known ?? (await read(visit))
    const { id } = callBack
    await audit.note({ account: visit.account, action: 'callBack.read', subject: { kind: 'callBack', id }, why: 'call-back' })
    const later = faults.length > 0 ? typedCallBack(visit.form) : usualDue(clock.now(), await zone())
    const isMine = callBack.taken?.accountId === visit.account.id
    const values = { callBack: withState(callBack), later, isMine, ...shownFaults(faults), trouble, key: randomUUID() }
    await visit.page('callBack.njk', { ...values, outcomes: callBackOutcomes }, faults.length > 0 ? 400 : trouble ? 409 : 200)
  }

  async function take(visit: Visit): Promise<void> {
    const from = visit.form.get('from')
    const move = await callBacks.take(idIn(visit), visit.account, isId(from) ? from : undefined)
    await settle(visit, move, 'taken', `/staff/call-backs/${idIn(visit)}`)
  }

  async function rang(visit: Visit): Promise<void> {
    const { account: by, form } = visit
    const callBack = await read(visit)
    const outcome = oneOf(form.get('outcome'), ['reached', 'noAnswer', 'wrongNumber', 'tryAgain'] as const)
    if (!outcome) return show(visit, callBack, [{ href: '#outcome', text: 'Say how it went' }])
    if (outcome !== 'tryAgain') return settle(visit, await callBacks.finish(callBack.id, by, outcome), outcome)
    const dueBy = dueByOf(typedCallBack(form), await zone())
    const faults = dueFaults(dueBy, now())
    if (!dueBy || faults.length > 0) return show(visit, callBack, faults)
    await settle(visit, await callBacks.tried(callBack.id, by, formKey(form), dueBy), 'tried')
  }

  async function settle(visit: Visit, move: CallBackMove, done: string, to = `/staff/call-backs?done=${done}`): Promise<void> {
    if (move.kind === 'unknown') throw new AppError('NOT_FOUND')
    if (move.kind === 'elsewhere')
      return show(visit, move.callBack, [], `${callBackState(move.callBack, now()).words}. What you sent changed nothing.`)
    await audit.note({
      account: visit.account,
      action: `callBack.${done}`,
      subject: { kind: 'callBack', id: idIn(visit) },
      why: 'call-back',
    })
    visit.seeOther(to)
  }

  const all = [
    routes.get('/staff/call-backs', 'staff', list),
    routes.get('/staff/call-backs/new', 'staff', fillIn),
    routes.post('/staff/call-backs', 'staff', add),
    routes.get('/staff/call-backs/:id', 'staff', (visit) => show(visit)),
    routes.post('/staff/call-backs/:id/take', 'staff', take),
    routes.post('/staff/call-backs/:id/rang', 'staff', rang),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
