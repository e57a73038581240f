import type { WordsEditing, WordsFile } from '../../content/wordsEditing.ts'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { type Fields, fieldsOfForm, languagePlaces, typedIn, wasIn } from './textsForm.ts'
import { conflictFaults, draftWords, filled, isOverdue, notices } from './textsWords.ts'

/** What is known of a language before anybody has written its words. */
export type NewLanguage = { code: string; name: string; englishName: string; rightToLeft: boolean }

type Deps = {
  routes: ConsoleRoutes
  languages: WordsEditing
  /** The languages that the bot tells, by their names in English. */
  told: NewLanguage[]
  /** The safety texts with a version in the language, by its code: what the gate says in it. */
  safetyTexts: (code: string) => Promise<{ id: string; title: string }[]>
  /** The service's facts that words may name. */
  names: () => Promise<Record<string, string>>
  labelOf: (place: string) => string
  /** As an ISO date in the service's zone. */
  today: () => Promise<string>
}

type Shown = { was: Fields; typed: Fields; faults?: Fault[]; status?: number; notice?: string | undefined }

const home = '/admin/languages'

/** `/admin/languages`: the fixed words for who writes in another language. */
export function languagesRoutes({ routes, languages, told, safetyTexts, names, labelOf, today }: Deps) {
  async function list(visit: Visit): Promise<void> {
    const [files, day] = await Promise.all([languages.list(), today()])
    const rows = files.map((file) => ({ ...file, changed: draftWords(file), isOverdue: isOverdue(file.fields, day) }))
    rows.sort((a, b) => (a.fields.englishName ?? '').localeCompare(b.fields.englishName ?? ''))
    await visit.page('languages.njk', { rows, notice: notices[query(visit, 'done')] })
  }

  async function show(
    visit: Visit,
    id: string,
    file: WordsFile | undefined,
    { was, typed, faults = [], status = 200, notice }: Shown,
  ): Promise<void> {
    const facts = await names()
    const values = {
      id,
      file,
      fields: typed,
      was: JSON.stringify(was),
      names: JSON.stringify(facts),
      rightToLeft: (file?.fields ?? typed).rightToLeft === 'yes',
      preview: filled(typed.text ?? '', facts),
      safetyTexts: await safetyTexts(id),
      changed: file && draftWords(file),
      notice,
    }
    await visit.page('language.njk', { ...values, ...shownFaults(faults) }, status)
  }

  async function open(visit: Visit): Promise<void> {
    const file = await found(visit)
    const was = fieldsOfForm(file.fields, languagePlaces)
    await show(visit, file.id, file, { was, typed: was, notice: notices[query(visit, 'done')] })
  }

  async function save(visit: Visit): Promise<void> {
    await keep(visit, await found(visit), wasIn(visit.form), typedIn(visit.form, languagePlaces))
  }

  async function keep(visit: Visit, file: WordsFile, began: Fields, typed: Fields): Promise<void> {
    const outcome = await languages.keep(visit.account, file.id, began, typed)
    switch (outcome.kind) {
      case 'gone':
        throw new AppError('NOT_FOUND')
      case 'faults': {
        const faults = outcome.faults.map((one) => fault(one.field, one.text))
        return show(visit, file.id, file, { was: fieldsOfForm(outcome.now, languagePlaces), typed: outcome.fields, faults, status: 400 })
      }
      case 'conflict': {
        const was = fieldsOfForm(outcome.now, languagePlaces)
        return show(visit, file.id, file, { was, typed: outcome.fields, faults: conflictFaults(outcome, labelOf), status: 409 })
      }
      default:
        visit.seeOther(`${home}/${file.id}?done=${outcome.kind === 'kept' && outcome.reopened ? 'reopened' : outcome.kind}`)
    }
  }

  /** Of those that the bot tells, the ones without words. */
  async function withoutWords(): Promise<NewLanguage[]> {
    const files = await languages.list()
    return told.filter(({ code }) => !files.some(({ id }) => id === code))
  }

  async function begin(visit: Visit): Promise<void> {
    const choices = await withoutWords()
    const chosen = choices.find(({ code }) => code === query(visit, 'code'))
    if (!chosen) return visit.page('languageNew.njk', { choices })
    await show(visit, chosen.code, undefined, { was: {}, typed: { ...beginningOf(chosen, await today()) } })
  }

  async function add(visit: Visit): Promise<void> {
    const chosen = told.find(({ code }) => code === visit.form.get('language'))
    if (!chosen) throw new AppError('INVALID_REQUEST', 'no language that the bot tells')
    const { code, rightToLeft } = chosen
    const typed: Fields = { ...typedIn(visit.form, languagePlaces), language: code, ...(rightToLeft && { rightToLeft: 'yes' }) }
    const outcome = await languages.add(visit.account, code, typed)
    const theirs = outcome.kind === 'exists' && (await languages.read(code))
    if (theirs) return keep(visit, theirs, {}, typed)
    if (outcome.kind !== 'faults') return visit.seeOther(`${home}?done=added`)
    await show(visit, code, undefined, { was: {}, typed, faults: outcome.faults.map((one) => fault(one.field, one.text)), status: 400 })
  }

  async function found(visit: Visit): Promise<WordsFile> {
    const file = await languages.read(visit.param('id'))
    if (!file) throw new AppError('NOT_FOUND')
    return file
  }

  const all = [
    routes.get(home, 'admin', list),
    routes.get(`${home}/new`, 'admin', begin),
    routes.post(home, 'admin', add),
    routes.get(`${home}/:id`, 'admin', open),
    routes.post(`${home}/:id`, 'admin', save),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

/** A year from its writing it is to be looked at again. */
function beginningOf({ name, englishName, rightToLeft }: NewLanguage, today: string): Fields {
  const next = `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('02-29', '02-28')}`
  return { name, englishName, nativeCheck: 'awaiting', reviewed: today, reviewBy: next, ...(rightToLeft && { rightToLeft: 'yes' }) }
}
