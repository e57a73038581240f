import type { Audit } from '../../audit/audit.ts'
import type { Notes } from '../../handoff/desk.ts'
import type { Said, Takeover } from '../../handoff/takeover.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { ConversationPage } from './conversationPage.ts'
import { conversationOf } from './conversationRoutes.ts'
import { ownerWords, timeWords } from './deskWords.ts'
import type { MayRead } from './mayRead.ts'
import type { NoteReading } from './noteReading.ts'
import { LONGEST_REPLY, type TalkView, talkPath } from './talkView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  talkView: TalkView
  takeover: Pick<Takeover, 'say' | 'attend'>
  notes: Notes
  mayRead: MayRead
  noteReading: NoteReading
  showPage: ConversationPage
  /** Shows the others that she writes. */
  writes: (accountId: string, conversationId: string) => void
  audit: Audit
  timeZone: () => Promise<string>
  clock: Clock
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const LONGEST_NOTE = 4000

/**
 * POSTs under `/staff/conversations/:id` with words: to the patient, and to colleagues. Words that were not taken come back in their
 * box. The pages' script asks for JSON: `{ kind: 'done' }`, or what is wrong in `fault`.
 */
export function sayingRoutes(deps: Deps) {
  const { routes, talkView, takeover, notes, mayRead, noteReading, showPage, writes, audit, timeZone, clock } = deps

  async function reply(visit: Visit): Promise<void> {
    const { id } = await conversationOf(visit, talkView)
    const { key, text } = readWords(visit)
    const fault = faultOf(text, LONGEST_REPLY)
    if (fault) return refuse(visit, 400, fault, { words: text })
    const said = await takeover.say(id, visit.account, { key, text })
    if (said.kind === 'unknown') throw new AppError('NOT_FOUND')
    if (said.kind !== 'said') return refuse(visit, 409, await notSaid(said), { words: text })
    await audit.note({ account: visit.account, action: 'conversation.replied', subject: { kind: 'conversation', id }, details: { key } })
    return done(visit)
  }

  async function notSaid(said: Exclude<Said, { kind: 'said' | 'unknown' }>): Promise<string> {
    if (said.kind === 'notMine') return `Not sent, for you do not have it any more: ${ownerWords(said.owner)}. Your words are kept here.`
    const since = timeWords(said.since, clock.now().toJSDate(), await timeZone())
    return `Not sent: on this channel nothing can be sent since ${since}. Your words are kept here: ring, text or write instead.`
  }

  async function note(visit: Visit): Promise<void> {
    const header = await conversationOf(visit, talkView)
    if (!(await mayRead(visit.account, header))) throw new AppError('NOT_ALLOWED')
    const { key, text } = readWords(visit)
    const fault = faultOf(text, LONGEST_NOTE)
    if (fault) return refuse(visit, 400, fault, { note: text })
    await notes.add(header.id, visit.account, { key, text })
    await takeover.attend(header.id, visit.account)
    await audit.note({
      account: visit.account,
      action: 'conversation.noted',
      subject: { kind: 'conversation', id: header.id },
      details: { key },
    })
    return done(visit)
  }

  async function attend(visit: Visit): Promise<void> {
    const { id } = await conversationOf(visit, talkView)
    await takeover.attend(id, visit.account)
    writes(visit.account.id, id)
    visit.res.sendRaw(204, '')
  }

  /** Who may not read the conversation gets her own words back, and nothing of it. */
  async function refuse(visit: Visit, status: number, fault: string, kept: { words?: string; note?: string }): Promise<void> {
    if (wantsJson(visit)) return void visit.res.sendRaw(status, JSON.stringify({ kind: 'refused', fault }), json)
    const header = await conversationOf(visit, talkView)
    if ((await noteReading(visit.account, header)) === undefined) {
      const words = kept.words ?? kept.note
      return visit.page('notDonePage.njk', { heading: 'Nothing was sent', fault, words, path: talkPath(header.id) }, status)
    }
    const unsent = kept.words === undefined ? {} : { unsent: { words: kept.words, fault } }
    await showPage(visit, header, { status, problem: fault, ...unsent, ...(kept.note === undefined ? {} : { note: kept.note }) })
  }

  return [
    routes.post('/staff/conversations/:id/reply', 'staff', reply),
    routes.post('/staff/conversations/:id/note', 'staff', note),
    routes.post('/staff/conversations/:id/attend', 'staff', attend),
  ]
}

const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }

const wantsJson = ({ req }: Visit): boolean => (req.headers.accept ?? '').includes('application/json')

function done(visit: Visit): void {
  if (wantsJson(visit)) visit.res.sendRaw(200, JSON.stringify({ kind: 'done' }), json)
  else visit.seeOther(talkPath(visit.param('id')))
}

/** Throws INVALID_REQUEST without a key: the form is not ours then. */
function readWords({ form }: Visit): { key: string; text: string } {
  const key = form.get('key') ?? ''
  if (!uuid.test(key)) throw new AppError('INVALID_REQUEST', 'key')
  return { key, text: (form.get('text') ?? '').replaceAll('\r\n', '\n').trim() }
}

function faultOf(text: string, longest: number): string | undefined {
  if (text === '') return 'Write something first.'
  return text.length > longest ? `That is ${text.length - longest} characters too long. Shorten it, or send it in parts.` : undefined
}
