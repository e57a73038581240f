import { randomUUID } from 'node:crypto'
import type { CannedReplyEditing, CannedWords } from '../../handoff/cannedReplies.ts'
import type { CannedReply } from '../../handoff/desk.ts'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, field, formKey, idIn, oneOf, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'

type Deps = { routes: ConsoleRoutes; replies: CannedReplyEditing }

const LONGEST_TITLE = 60
/** What a message may be long, in UTF-16 units, as the channels count. */
const LONGEST_TEXT = 2000

const home = '/admin/canned-replies'

const notices: Record<string, string> = {
  added: 'Added. Colleagues see it when they next open a conversation.',
  changed: 'Saved. Colleagues see it when they next open a conversation.',
  same: 'Nothing was changed.',
  moved: 'Moved.',
  removed: 'Deleted.',
}

type Shown = { typed: CannedWords; faults?: Fault[]; status?: number }

/** `/admin/canned-replies`: texts that colleagues put into their replies. */
export function cannedRoutes({ routes, replies }: Deps) {
  async function list(visit: Visit, trouble?: string): Promise<void> {
    const values = { replies: await replies.list(), notice: notices[query(visit, 'done')], trouble }
    await visit.page('cannedReplies.njk', values, trouble ? 404 : 200)
  }

  const gone = (visit: Visit) => list(visit, 'It is not there any more: somebody has deleted it.')

  const showNew = (visit: Visit, key: string, { typed, faults = [], status = 200 }: Shown) =>
    visit.page('cannedReply.njk', { typed, key, action: home, longestTitle: LONGEST_TITLE, ...shownFaults(faults) }, status)

  /** `was`: what the form begins with. */
  const showOne = (visit: Visit, id: string, was: CannedWords, { typed, faults = [], status = 200 }: Shown) =>
    visit.page('cannedReply.njk', { id, was, typed, action: `${home}/${id}`, longestTitle: LONGEST_TITLE, ...shownFaults(faults) }, status)

  async function add(visit: Visit): Promise<void> {
    const key = formKey(visit.form)
    const typed = wordsIn(visit.form)
    const faults = faultsOf(
      typed,
      (await replies.list()).filter(({ id }) => id !== key),
    )
    if (faults.length > 0) return showNew(visit, key, { typed, faults, status: 400 })
    await replies.add(visit.account, key, typed)
    visit.seeOther(`${home}?done=added`)
  }

  async function change(visit: Visit): Promise<void> {
    const { form, account } = visit
    const id = idIn(visit)
    const [typed, was] = [wordsIn(form), wordsIn(form, 'was-')]
    const faults = faultsOf(
      typed,
      (await replies.list()).filter((one) => one.id !== id),
    )
    if (faults.length > 0) return showOne(visit, id, was, { typed, faults, status: 400 })
    const outcome = await replies.change(account, id, was, typed)
    if (outcome.kind === 'gone') {
      const faults = [fault('title', 'Somebody has deleted this reply since. If you save, yours is added')]
      return showNew(visit, randomUUID(), { typed, faults, status: 404 })
    }
    if (outcome.kind !== 'conflict') return visit.seeOther(`${home}?done=${outcome.kind === 'done' ? 'changed' : 'same'}`)
    const { now, by = 'Somebody' } = outcome
    const both = (['title', 'text'] as const).filter((name) => ![was[name], now[name]].includes(typed[name]) && now[name] !== was[name])
    const mine = (name: 'title' | 'text') => (typed[name] === was[name] ? now[name] : typed[name])
    return showOne(visit, id, now, {
      typed: { title: mine('title'), text: mine('text') },
      faults: both.map((name) => fault(name, `${by} has saved “${now[name]}” since. If you save again, yours is kept`)),
      status: 409,
    })
  }

  async function move(visit: Visit): Promise<void> {
    const to = oneOf(visit.form.get('to'), ['up', 'down'] as const)
    if (!to) throw new AppError('INVALID_REQUEST', 'up or down')
    const outcome = await replies.move(visit.account, idIn(visit), to)
    if (outcome === 'gone') return gone(visit)
    visit.seeOther(`${home}?done=${outcome === 'done' ? 'moved' : 'same'}`)
  }

  async function found(visit: Visit): Promise<CannedReply> {
    const id = idIn(visit)
    const reply = (await replies.list()).find((one) => one.id === id)
    if (!reply) throw new AppError('NOT_FOUND')
    return reply
  }

  const all = [
    routes.get(home, 'admin', (visit) => list(visit)),
    routes.get(`${home}/new`, 'admin', (visit) => showNew(visit, randomUUID(), { typed: { title: '', text: '' } })),
    routes.post(home, 'admin', add),
    routes.get(`${home}/:id`, 'admin', async (visit) => {
      const reply = await found(visit)
      await showOne(visit, reply.id, reply, { typed: reply })
    }),
    routes.post(`${home}/:id`, 'admin', change),
    routes.post(`${home}/:id/move`, 'admin', move),
    routes.get(`${home}/:id/delete`, 'admin', async (visit) => visit.page('cannedReplyDelete.njk', { reply: await found(visit) })),
    routes.post(`${home}/:id/delete`, 'admin', async (visit) => {
      if ((await replies.remove(visit.account, idIn(visit))) === 'gone') return gone(visit)
      visit.seeOther(`${home}?done=removed`)
    }),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const wordsIn = (form: URLSearchParams, prefix = ''): CannedWords => ({
  title: field(form, `${prefix}title`, 2 * LONGEST_TITLE),
  text: field(form, `${prefix}text`, 2 * LONGEST_TEXT).replaceAll('\r\n', '\n'),
})

function faultsOf({ title, text }: CannedWords, others: readonly CannedReply[]): Fault[] {
  const isTaken = others.some((other) => other.title.toLowerCase() === title.toLowerCase())
  return [
    ...(title ? [] : [fault('title', 'Enter a title')]),
    ...(title.length > LONGEST_TITLE ? [fault('title', `The title can have at most ${LONGEST_TITLE} characters`)] : []),
    ...(isTaken ? [fault('title', 'There is a reply of this title already')] : []),
    ...(text ? [] : [fault('text', 'Enter the text')]),
    ...(text.length > LONGEST_TEXT
      ? [fault('text', `The text has ${text.length} characters. A message can have at most ${LONGEST_TEXT}`)]
      : []),
    ...(/\{\{|\}\}/.test(text) ? [fault('text', 'Write it without double braces, which would be sent as they are')] : []),
  ]
}
