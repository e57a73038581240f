import type { Server } from 'restify'
import type { BothChanged, IntentEditing, IntentPage, SaveIntent } from '../../content/intentEditing.ts'
import type { IntentFault } from '../../content/intentFaults.ts'
import type { IntentFields } from '../../content/intentForm.ts'
import { AppError } from '../../kernel/errors.ts'
import { query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { adviceView, languagesView } from './intentsAdviceView.ts'
import { shownConflicts } from './intentsConflict.ts'
import { formChoices, shownIntentFaults, typedIn } from './intentsForm.ts'
import type { PreviewAnswer } from './intentsPreview.ts'
import { doneOf, notices } from './intentsWords.ts'

type Deps = {
  routes: ConsoleRoutes
  editing: IntentEditing
  preview: PreviewAnswer
  programmes: readonly string[]
  limits: Readonly<Record<string, { most: number }>>
  /** Today, as an ISO date in the service's zone. */
  today: () => Promise<string>
}

const home = '/admin/intents'

type Shown = { fields: IntentFields; was: string; faults?: readonly IntentFault[]; status?: number; notice?: string; trouble?: string }

/** `/admin/intents/ID` and `/admin/intents/new`: an intent is edited, with advice beside the form. */
export function intentsEditRoutes({ routes, editing, preview, programmes, limits, today }: Deps) {
  /** `page`: undefined for a new intent. */
  async function show(visit: Visit, id: string | undefined, shown: Shown): Promise<void> {
    const { fields, was, faults = [], status = 200, notice, trouble } = shown
    const page: Partial<IntentPage> & Pick<IntentPage, 'others' | 'languages'> =
      (id && (await editing.open(id))) || (await editing.openNew())
    const isEmpty = !fields.utterances && !fields.text
    const advised = isEmpty ? undefined : await editing.advise({ id, was, fields })
    const values = {
      id,
      page,
      fields,
      was,
      limits,
      action: id ? `${home}/${id}` : `${home}/new`,
      ...formChoices(fields, { programmes, others: page.others }),
      versions: languagesView(page.languages, fields),
      ...(advised && (await adviceView(advised, preview))),
      notice,
      trouble,
      ...shownIntentFaults(faults),
    }
    await visit.page('intentsEdit.njk', values, status)
  }

  async function open(visit: Visit): Promise<void> {
    const page = await found(visit, editing)
    const notice = notices[query(visit, 'done')]
    if (page.state === 'takenOut') return visit.page('intentsTakenOut.njk', { page, notice })
    await show(visit, page.id, { fields: page.fields, was: page.was, ...(notice && { notice }) })
  }

  async function openNew(visit: Visit): Promise<void> {
    const { fields, was } = await editing.openNew()
    const day = await today()
    await show(visit, undefined, { fields: { ...fields, reviewed: day }, was })
  }

  async function save(visit: Visit, id: string | undefined): Promise<void> {
    const typed = typedIn(visit, id)
    if (visit.form.get('act') === 'check') {
      const advised = await editing.advise(typed)
      return show(visit, id, { ...typed, faults: advised?.advice.faults ?? [] })
    }
    await answer(visit, id, await editing.save(visit.account, typed))
  }

  async function answer(visit: Visit, id: string | undefined, outcome: SaveIntent): Promise<void> {
    switch (outcome.kind) {
      case 'kept':
      case 'same':
        return visit.seeOther(`${home}/${outcome.id}?done=${doneOf(outcome)}`)
      case 'faults':
        return show(visit, id, { ...outcome, status: 400 })
      case 'takenOut':
        return show(visit, id, {
          ...outcome,
          status: 409,
          trouble: 'Somebody else has taken it out meanwhile. What you wrote is still here: save it again to put it back.',
        })
      case 'bothChanged':
        return choose(visit, id ?? '', outcome)
      case 'unknown':
        throw new AppError('NOT_FOUND')
    }
  }

  async function choose(
    visit: Visit,
    id: string,
    { fields, both, was, by }: { fields: IntentFields; both: BothChanged[]; was: string; by: string[] },
  ) {
    const { others } = await editing.openNew()
    const values = { id, was, by: by.join(' and ') || 'Somebody else', action: `${home}/${id}`, ...shownConflicts(fields, both, others) }
    await visit.page('intentsConflict.njk', { ...values, title: fields.title }, 409)
  }

  /** Beside the form, while somebody types. */
  async function advise(visit: Visit, id: string | undefined): Promise<void> {
    const typed = typedIn(visit, id)
    const advised = await editing.advise(typed)
    if (!advised) throw new AppError('NOT_FOUND')
    visit.fragment('_intentsAdvice.njk', await adviceView(advised, preview))
  }

  async function change(visit: Visit, what: 'takeOut' | 'discard'): Promise<void> {
    const id = visit.param('id')
    const outcome = await editing[what](visit.account, id, visit.form.get('was') ?? '')
    if (outcome === 'unknown') throw new AppError('NOT_FOUND')
    if (outcome === 'refused') throw new AppError('NOT_ALLOWED')
    if (outcome === 'changedMeanwhile') return visit.seeOther(`${home}/${id}?done=changedMeanwhile`)
    const isThere = await editing.open(id)
    visit.seeOther(`${isThere ? `${home}/${id}` : home}?done=${what === 'takeOut' ? 'takenOut' : 'discarded'}`)
  }

  const all = [
    routes.get(`${home}/new`, 'admin', openNew),
    routes.post(`${home}/new`, 'admin', (visit) => save(visit, undefined)),
    routes.post(`${home}/new/advice`, 'admin', (visit) => advise(visit, undefined)),
    routes.get(`${home}/:id`, 'admin', open),
    routes.post(`${home}/:id`, 'admin', (visit) => save(visit, visit.param('id'))),
    routes.post(`${home}/:id/advice`, 'admin', (visit) => advise(visit, visit.param('id'))),
    routes.get(`${home}/:id/take-out`, 'admin', async (visit) => {
      const page = await found(visit, editing)
      if (page.isSafety || page.state === 'takenOut') return visit.seeOther(`${home}/${page.id}`)
      await visit.page('intentsTakeOut.njk', { page })
    }),
    routes.post(`${home}/:id/take-out`, 'admin', (visit) => change(visit, 'takeOut')),
    routes.post(`${home}/:id/discard`, 'admin', (visit) => change(visit, 'discard')),
  ]
  return (server: Server) => {
    for (const route of all) route(server)
  }
}

async function found(visit: Visit, editing: IntentEditing): Promise<IntentPage> {
  const page = await editing.open(visit.param('id'))
  if (!page) throw new AppError('NOT_FOUND')
  return page
}
