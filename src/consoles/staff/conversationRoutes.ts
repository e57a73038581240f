import type { Audit } from '../../audit/audit.ts'
import type { ConversationHeader } from '../../handoff/conversationView.ts'
import { AppError } from '../../kernel/errors.ts'
import type { ConversationPage } from './conversationPage.ts'
import type { MayRead } from './mayRead.ts'
import type { NoteReading } from './noteReading.ts'
import { type TalkView, talkName, talkPath } from './talkView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  talkView: TalkView
  mayRead: MayRead
  noteReading: NoteReading
  showPage: ConversationPage
  audit: Audit
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const LONGEST_WHY = 200

/** The conversation that an address names; NOT_FOUND when there is none. */
export async function conversationOf(visit: Visit, talkView: Pick<TalkView, 'header'>): Promise<ConversationHeader> {
  const id = visit.param('id')
  const header = uuid.test(id) ? await talkView.header(id) : undefined
  if (!header) throw new AppError('NOT_FOUND')
  return header
}

/** GET `/staff/conversations/:id`: reading one is noted, with why; who has no reason yet is asked for it first. */
export function conversationRoutes({ routes, talkView, mayRead, noteReading, showPage, audit }: Deps) {
  function askWhy(visit: Visit, header: ConversationHeader, fault?: string): Promise<void> {
    return visit.page('whyPage.njk', { path: talkPath(header.id), name: talkName(header), fault, faults: fault }, fault ? 400 : 200)
  }

  async function read(visit: Visit): Promise<void> {
    const header = await conversationOf(visit, talkView)
    if ((await noteReading(visit.account, header)) === undefined) return askWhy(visit, header)
    return showPage(visit, header)
  }

  async function sayWhy(visit: Visit): Promise<void> {
    const header = await conversationOf(visit, talkView)
    const why = (visit.form.get('why') ?? '').trim().slice(0, LONGEST_WHY)
    if (why.length < 3) return askWhy(visit, header, 'Say in a few words why you need to look')
    await audit.note({ account: visit.account, action: 'conversation.read', subject: { kind: 'conversation', id: header.id }, why })
    visit.seeOther(talkPath(header.id))
  }

  async function seen(visit: Visit): Promise<void> {
    const header = await conversationOf(visit, talkView)
    const seq = Number(visit.form.get('seq'))
    if (Number.isInteger(seq) && seq > 0 && (await mayRead(visit.account, header)))
      await talkView.markRead(header.id, Math.min(seq, 2 ** 31 - 1))
    visit.res.sendRaw(204, '')
  }

  return [
    routes.get('/staff/conversations/:id', 'staff', read),
    routes.post('/staff/conversations/:id/why', 'staff', sayWhy),
    routes.post('/staff/conversations/:id/seen', 'staff', seen),
  ]
}
