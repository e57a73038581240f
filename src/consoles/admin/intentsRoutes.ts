import type { Server } from 'restify'
import type { IntentFilter, ListIntents } from '../../content/listIntents.ts'
import { query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { folderWords } from './draftWords.ts'
import { notices, stateChoices, tagsOf } from './intentsWords.ts'

type Deps = { routes: ConsoleRoutes; list: ListIntents; programmes: readonly string[] }

/** `/admin/intents`: what the bot understands and says, where `/admin` leads. */
export function intentsRoutes({ routes, list, programmes }: Deps) {
  async function show(visit: Visit): Promise<void> {
    const filter = filterIn(visit, programmes)
    const { rows, all, counts } = await list(filter)
    await visit.page('intents.njk', {
      filter,
      all,
      isFiltered: Boolean(filter.words || filter.programme || filter.state),
      groups: Array.from(
        Map.groupBy(rows, ({ programme }) => programme),
        ([programme, its]) => ({ title: folderWords(programme), rows: its.map((row) => ({ ...row, tags: tagsOf(row) })) }),
      ),
      shown: rows.length,
      isCounted: rows.some(({ used }) => used !== undefined),
      programmes: [{ value: '', text: 'All' }, ...programmes.map((value) => ({ value, text: folderWords(value) }))].map((choice) => ({
        ...choice,
        selected: choice.value === filter.programme,
      })),
      states: stateChoices.map(({ value, text }) => ({
        value,
        text: value ? `${text} (${counts[value] ?? 0})` : text,
        selected: value === filter.state,
      })),
      notice: notices[query(visit, 'done')],
    })
  }

  const all = [
    routes.get('/admin', 'admin', async (visit) => visit.seeOther('/admin/intents')),
    routes.get('/admin/intents', 'admin', show),
  ]
  return (server: Server) => {
    for (const route of all) route(server)
  }
}

function filterIn(visit: Visit, programmes: readonly string[]): IntentFilter {
  const programme = query(visit, 'programme')
  const state = stateChoices.find(({ value }) => value === query(visit, 'state'))?.value ?? ''
  return { words: query(visit, 'q'), programme: programmes.includes(programme) ? programme : '', state }
}
