import type { ShownSort } from '../../booking/import/importPreview.ts'
import type { Checked, PendingImport, PendingImports, Sender } from '../../booking/import/pendingImport.ts'
import { idIn, query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { countRows, kindWords, progressWords, shownValue, sortWords } from './importsWords.ts'

type Deps = {
  routes: ConsoleRoutes
  pending: Pick<PendingImports, 'find' | 'drop'>
  /** Both begin the work, and resolve when it is done, or after a moment where it takes longer. */
  check: (id: string, sender: Sender) => Promise<void>
  importIt: (id: string, sender: Sender, agreedTo: string) => Promise<void>
}

const A_PAGE = 100

/** `/admin/imports/:id`: what a file would do, how far the work with it is, and what it did. */
export function importsOneRoutes({ routes, pending, check, importIt }: Deps) {
  async function show(visit: Visit): Promise<void> {
    const found = await pending.find(idIn(visit), visit.sessionId)
    if (!found) return visit.page('importsGone.njk', {}, 404)
    await visit.page('importsOne.njk', { one: { ...found, words: kindWords[found.kind] }, ...valuesOf(found, visit) })
  }

  /** Does something with a file, which its page then shows. */
  const act = (what: (id: string, sender: Sender, visit: Visit) => Promise<unknown>) => async (visit: Visit) => {
    const id = idIn(visit)
    if (!(await pending.find(id, visit.sessionId))) return visit.page('importsGone.njk', {}, 404)
    await what(id, { account: visit.account, sessionId: visit.sessionId }, visit)
    visit.seeOther(`/admin/imports/${id}`)
  }

  async function drop(visit: Visit): Promise<void> {
    const id = idIn(visit)
    if (await pending.drop(id, visit.sessionId)) return visit.seeOther('/admin/imports?done=dropped')
    await show(visit)
  }

  const all = [
    routes.get('/admin/imports/:id', 'admin', show),
    routes.post(
      '/admin/imports/:id/import',
      'admin',
      act((id, sender, { form }) => importIt(id, sender, form.get('fingerprint') ?? '')),
    ),
    routes.post('/admin/imports/:id/check', 'admin', act(check)),
    routes.post('/admin/imports/:id/drop', 'admin', drop),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

function valuesOf({ state }: PendingImport, visit: Visit): object {
  if (state.kind === 'checking' || state.kind === 'importing') return { progress: progressWords(state) }
  if (state.kind === 'imported') return { counts: countRows(state.summary) }
  return state.kind === 'checked' ? checkedValues(state, visit) : {}
}

function checkedValues({ preview, total, why }: Checked, visit: Visit): object {
  if (preview.kind === 'faults') {
    const pages = Math.ceil(preview.faults.length / A_PAGE)
    const page = Math.min(Math.max(Number.parseInt(query(visit, 'page', 4), 10) || 1, 1), pages)
    const all = total ?? preview.faults.length
    const faultRows = preview.faults.slice((page - 1) * A_PAGE, page * A_PAGE)
    return { faultRows, all, kept: preview.faults.length, page, pages, why }
  }
  const changesNothing = preview.sorts.every((sort) => sort.total === 0)
  return {
    counts: countRows(preview.summary),
    sorts: preview.sorts.flatMap(shownSort),
    fingerprint: preview.fingerprint,
    changesNothing,
    why,
  }
}

function shownSort(sort: ShownSort) {
  if (sort.total === 0) return []
  const isNew = sort.what === 'peopleAdded' || sort.what === 'clinicsAdded'
  const rows = sort.rows.map(({ changes, ...row }) => ({
    ...row,
    isNew: isNew || (sort.what === 'sites' && changes.every(({ before }) => before === undefined)),
    changes: changes.map(({ column, before, after }) => ({
      column,
      ...(before !== undefined && { before: shownValue(before) }),
      ...(after !== undefined && { after: shownValue(after) }),
    })),
  }))
  return [{ ...sort, rows, words: sortWords[sort.what] }]
}
