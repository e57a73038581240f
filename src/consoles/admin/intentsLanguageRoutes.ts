import type { Server } from 'restify'
import type { IntentEditing } from '../../content/intentEditing.ts'
import { AppError } from '../../kernel/errors.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { shownConflicts } from './intentsConflict.ts'
import { shownIntentFaults, typedIn } from './intentsForm.ts'
import { doneOf } from './intentsWords.ts'

type Deps = { routes: ConsoleRoutes; editing: IntentEditing; limits: Readonly<Record<string, { most: number }>> }

const home = '/admin/intents'

/** `/admin/intents/ID/languages/CODE`: an answer in another language. */
export function intentsLanguageRoutes({ routes, editing, limits }: Deps) {
  async function found(visit: Visit) {
    const page = await editing.open(visit.param('id'))
    const language = page?.languages.find(({ code }) => code === visit.param('code'))
    if (!page || !language || page.state === 'takenOut') throw new AppError('NOT_FOUND')
    return { page, language }
  }

  async function show(
    visit: Visit,
    typed?: { fields: Readonly<Record<string, string>>; was: string; shown: object; status: number },
  ): Promise<void> {
    const { page, language } = await found(visit)
    const fields = { ...page.fields, ...typed?.fields }
    const { code } = language
    const values = {
      page,
      language,
      english: page.fields.text,
      text: fields[`language.${code}`] ?? '',
      check: fields[`languageCheck.${code}`] || 'awaiting',
      was: typed?.was ?? page.was,
      most: limits.text?.most,
    }
    await visit.page('intentsLanguage.njk', { ...values, ...typed?.shown }, typed?.status ?? 200)
  }

  async function save(visit: Visit): Promise<void> {
    const { page, language } = await found(visit)
    const typed = typedIn(visit, page.id)
    const outcome = await editing.save(visit.account, typed)
    switch (outcome.kind) {
      case 'kept':
      case 'same':
        return visit.seeOther(`${home}/${page.id}?done=${doneOf(outcome)}`)
      case 'faults': {
        const own = outcome.faults.filter(({ field }) => field === `language.${language.code}`)
        const others = {
          field: `language.${language.code}`,
          text: 'Something else of this intent must be put right first, on its own page',
        }
        return show(visit, { ...outcome, shown: shownIntentFaults(own.length > 0 ? own : [others]), status: 400 })
      }
      case 'bothChanged': {
        const values = { id: page.id, was: outcome.was, by: outcome.by.join(' and ') || 'Somebody else', action: `${home}/${page.id}` }
        return visit.page(
          'intentsConflict.njk',
          { ...values, ...shownConflicts(outcome.fields, outcome.both, page.others), title: page.fields.title },
          409,
        )
      }
      default:
        throw new AppError('NOT_FOUND')
    }
  }

  const all = [
    routes.get(`${home}/:id/languages`, 'admin', async (visit) => {
      if (!(await editing.open(visit.param('id')))) throw new AppError('NOT_FOUND')
      const code = String(visit.req.query?.code ?? '')
      visit.seeOther(/^[a-z]{2,3}$/.test(code) ? `${home}/${visit.param('id')}/languages/${code}` : `${home}/${visit.param('id')}`)
    }),
    routes.get(`${home}/:id/languages/:code`, 'admin', (visit) => show(visit)),
    routes.post(`${home}/:id/languages/:code`, 'admin', save),
  ]
  return (server: Server) => {
    for (const route of all) route(server)
  }
}
