import type { Audit } from '../../audit/audit.ts'
import type { Learner, LearningGroup, LearningInbox, LearningReason, Settled } from '../../content/learningInbox.ts'
import { type Fault, field, oneOf, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { type ExampleRules, type LearningAct, readAct, type TypedAct, typedAct } from './messagesForm.ts'
import { didWords, doneWords, hiddenWords, reasonTitles, takenWords } from './messagesWords.ts'

export type { LearningAct } from './messagesForm.ts'

type Deps = {
  routes: ConsoleRoutes
  list: LearningInbox['list']
  /** Does all that an act asks for, or nothing. */
  settle: (act: LearningAct, by: Learner) => Promise<Settled>
  rules: ExampleRules
  /** Intents to which examples can be added. */
  intents: () => Promise<Intents>
  audit: Audit
}

const GROUPS_A_PAGE = 10
const reasons = Object.keys(reasonTitles) as LearningReason[]

type Intents = { id: string; title: string }[]

/** What a form brought that was not done. */
type Refused = { typed: TypedAct; faults?: Fault[]; trouble?: string; status: number }

/** `/admin/messages`: real messages that the bot can learn from. */
export function messagesRoutes({ routes, list, settle, rules, intents, audit }: Deps) {
  /** Which of them are looked at, as the address or the form says. */
  const which = (told: (name: string) => string) => {
    const reason = oneOf(told('reason'), reasons)
    const page = /^[1-9]\d{0,3}$/.test(told('page')) ? Number(told('page')) : 1
    return { ...(reason && { reason }), page }
  }

  async function show(visit: Visit, looked: ReturnType<typeof which>, refused?: Refused): Promise<void> {
    const [found, known] = await Promise.all([list(looked), intents()])
    const pages = Math.max(1, Math.ceil(found.found.groups / GROUPS_A_PAGE))
    if (looked.page > pages && !refused) return visit.seeOther(addressOf({ ...looked, page: pages }))
    const { groups, messages } = found.found
    await audit.note({
      account: visit.account,
      action: 'messages.listed',
      subject: { kind: 'content', id: 'messages' },
      details: { groups, messages, page: looked.page, ...(looked.reason && { reason: looked.reason }) },
    })
    const sorted = known.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
    const titles = new Map(known.map(({ id, title }) => [id, title]))
    const titleOf = (id: string) => titles.get(id) ?? id
    const shown = found.groups.map((group) => presentGroup(group, sorted, titleOf, refused?.typed))
    const values = {
      ...looked,
      pages,
      groups: shown,
      found: found.found,
      filters: reasons.map((code) => ({
        code,
        title: reasonTitles[code],
        count: found.byReason[code],
        href: addressOf({ reason: code, page: 1 }),
      })),
      addressOf,
      ...shownFaults(refused?.faults ?? []),
      trouble: refused?.trouble,
      told: refused ? undefined : doneWords[query(visit, 'done')],
    }
    await visit.page('messages.njk', values, refused?.status)
  }

  async function act(visit: Visit): Promise<void> {
    const { account, form } = visit
    const looked = which((name) => field(form, name))
    const typed = typedAct(form)
    const known = new Set((await intents()).map(({ id }) => id))
    const read = readAct(form, Number(field(form, 'n')) || 1, rules, (id) => known.has(id))
    if ('faults' in read) return show(visit, looked, { typed, faults: read.faults, status: 400 })
    const settled = await settle(read.act, { id: account.id, firstName: account.firstName })
    switch (settled.kind) {
      case 'settled':
        return visit.seeOther(addressOf({ ...looked, done: read.act.as }))
      case 'refused':
        return show(visit, looked, { typed, trouble: settled.reasons.join(' '), status: 400 })
      case 'taken':
        return show(visit, looked, { typed, trouble: takenWords(settled.by, settled.as), status: 409 })
    }
  }

  const all = [
    routes.get('/admin/messages', 'admin', (visit) =>
      show(
        visit,
        which((name) => query(visit, name)),
      ),
    ),
    routes.post('/admin/messages', 'admin', act),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

function presentGroup(group: LearningGroup, intents: Intents, titleOf: (id: string) => string, typed: TypedAct | undefined) {
  const id = group.messages[0]?.id ?? ''
  const mine = typed?.group === id ? typed : undefined
  const likely = group.likely.flatMap((id) => intents.find((intent) => intent.id === id) ?? [])
  const isTyped = (messageId: string) => typed !== undefined && Object.hasOwn(typed.words, messageId)
  return {
    id,
    count: group.count,
    last: group.last,
    likely,
    others: intents.filter((intent) => !likely.includes(intent)),
    chosen: mine?.intent || likely[0]?.id,
    title: mine?.title ?? '',
    messages: group.messages.map((message) => ({
      ...message,
      ticked: !isTyped(message.id) || typed?.ticked.includes(message.id),
      words: typed?.words[message.id] ?? message.text,
      isChanged: isTyped(message.id) && typed?.words[message.id] !== message.text,
      why: message.reasons.map((reason) => reasonTitles[reason]),
      did: didWords(message.made, titleOf),
      hides: message.hidden.map((what) => hiddenWords[what]),
    })),
  }
}

function addressOf({ reason, page, done }: { reason?: LearningReason; page: number; done?: string }): string {
  const told = new URLSearchParams({ ...(reason && { reason }), ...(page > 1 && { page: String(page) }), ...(done && { done }) })
  return `/admin/messages${told.size > 0 ? `?${told}` : ''}`
}
