import type { Audit } from '../../audit/audit.ts'
import type { ConversationHeader } from '../../handoff/conversationView.ts'
import type { CloseEscalation, Colleagues } from '../../handoff/desk.ts'
import type { Owner, PassedOut, Takeover } from '../../handoff/takeover.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { ConversationPage } from './conversationPage.ts'
import { conversationOf } from './conversationRoutes.ts'
import { ownerWords, timeWords } from './deskWords.ts'
import type { NoteReading } from './noteReading.ts'
import { type TalkView, talkPath } from './talkView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  talkView: TalkView
  takeover: Pick<Takeover, 'take' | 'release' | 'pass' | 'passToInbox' | 'handBack'>
  closeEscalation: CloseEscalation
  colleagues: Colleagues
  noteReading: NoteReading
  showPage: ConversationPage
  audit: Audit
  timeZone: () => Promise<string>
  clock: Clock
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const stillSending = 'What you wrote is still on its way. Try again in a moment.'

/** POSTs under `/staff/conversations/:id` that change who has it, and what it was needed for. Each is noted when it was done. */
export function ownershipRoutes(deps: Deps) {
  const { routes, talkView, takeover, closeEscalation, colleagues, noteReading, showPage, audit, timeZone, clock } = deps

  async function note({ account }: Visit, id: string, action: string, details: Record<string, string> = {}): Promise<void> {
    await audit.note({ account, action: `conversation.${action}`, subject: { kind: 'conversation', id }, details })
  }

  async function take(visit: Visit): Promise<void> {
    const header = await conversationOf(visit, talkView)
    const from = visit.form.get('from')
    const taken = await takeover.take(header.id, visit.account, from && uuid.test(from) ? from : undefined)
    switch (taken.kind) {
      case 'taken':
        await note(visit, header.id, 'taken', from ? { from } : {})
        return afterTaking(visit, header)
      case 'mine':
        return afterTaking(visit, header)
      case 'held':
        return askToTakeFrom(visit, header, taken.owner)
      case 'refused':
        return showAgain(visit, `Messenger did not give the conversation to us (${taken.code}). Whoever has it there has to let it go.`)
      case 'unknown':
        throw new AppError('NOT_FOUND')
    }
  }

  /** What she had written before she took it is still there. */
  async function afterTaking(visit: Visit, header: ConversationHeader): Promise<void> {
    const words = visit.form.get('text')
    if (!words) return visit.seeOther(talkPath(header.id))
    await audit.note({ account: visit.account, action: 'conversation.read', subject: { kind: 'conversation', id: header.id }, why: 'mine' })
    return showPage(visit, await conversationOf(visit, talkView), { status: 200, unsent: { words, fault: '' } })
  }

  async function askToTakeFrom(visit: Visit, { id }: ConversationHeader, owner: Owner): Promise<void> {
    const isColleague = owner.kind === 'colleague'
    const since = isColleague ? `Since ${timeWords(owner.since, clock.now().toJSDate(), await timeZone())}.` : `${ownerWords(owner)}.`
    const holder = isColleague ? owner.firstName : 'Somebody else'
    const words = visit.form.get('text')
    await visit.page('takeFromPage.njk', { path: talkPath(id), holder, since, from: isColleague ? owner.id : undefined, words }, 409)
  }

  async function letGo(visit: Visit, action: string, done: PassedOut, details = {}): Promise<void> {
    switch (done.kind) {
      case 'done':
        await note(visit, visit.param('id'), action, details)
        return visit.seeOther('/staff')
      case 'notMine':
        return showAgain(visit, `Nothing was done, for it is not yours any more: ${ownerWords(done.owner)}.`)
      case 'refused':
        return showAgain(visit, done.code === 'STILL_SENDING' ? stillSending : `Messenger refused that (${done.code}). You still have it.`)
      case 'unknown':
        throw new AppError('NOT_FOUND')
    }
  }

  /** What went wrong: on the conversation's page for those who may read it, otherwise with nothing of it but her own words. */
  async function showAgain(visit: Visit, problem: string): Promise<void> {
    const header = await conversationOf(visit, talkView)
    const words = visit.form.get('text')
    if ((await noteReading(visit.account, header)) === undefined)
      return visit.page('notDonePage.njk', { heading: 'Nothing was done', fault: problem, words, path: talkPath(header.id) }, 409)
    return showPage(visit, header, { status: 409, problem, ...(words ? { unsent: { words, fault: '' } } : {}) })
  }

  async function pass(visit: Visit): Promise<void> {
    const { id } = await conversationOf(visit, talkView)
    const to = (await colleagues.list()).find((colleague) => colleague.id === visit.form.get('to'))
    if (!to) return showAgain(visit, 'Choose whom to pass it to.')
    return letGo(visit, 'passed', await takeover.pass(id, visit.account, { id: to.id, firstName: to.firstName }), { to: to.id })
  }

  async function release(visit: Visit): Promise<void> {
    const { id } = await conversationOf(visit, talkView)
    return letGo(visit, 'released', await takeover.release(id, visit.account))
  }

  async function handBack(visit: Visit): Promise<void> {
    const { id } = await conversationOf(visit, talkView)
    return letGo(visit, 'handedBack', await takeover.handBack(id, visit.account))
  }

  async function toInbox(visit: Visit): Promise<void> {
    const { id, channel } = await conversationOf(visit, talkView)
    if (channel !== 'messenger') throw new AppError('NOT_FOUND')
    return letGo(visit, 'passedToInbox', await takeover.passToInbox(id, visit.account))
  }

  async function close(visit: Visit): Promise<void> {
    const { id } = await conversationOf(visit, talkView)
    const escalationId = visit.param('escalation')
    if (!uuid.test(escalationId)) throw new AppError('NOT_FOUND')
    const closed = await closeEscalation(id, escalationId, visit.account)
    if (closed === 'closed') await note(visit, id, 'escalationClosed', { escalation: escalationId })
    visit.seeOther(talkPath(id))
  }

  const at = (path: string) => `/staff/conversations/:id/${path}`
  return [
    routes.post(at('take'), 'staff', take),
    routes.post(at('release'), 'staff', release),
    routes.post(at('pass'), 'staff', pass),
    routes.post(at('hand-back'), 'staff', handBack),
    routes.post(at('inbox'), 'staff', toInbox),
    routes.post(at('escalations/:escalation/close'), 'staff', close),
  ]
}
