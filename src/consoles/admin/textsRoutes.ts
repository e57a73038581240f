import type { WordsEditing, WordsFile } from '../../content/wordsEditing.ts'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { type Fields, fieldsOfForm, textPlaces, typedIn, wasIn } from './textsForm.ts'
import { conflictFaults, draftWords, filled, isOverdue, notices } from './textsWords.ts'

/** A language in which a text may be said. */
export type TextLanguage = { code: string; name: string; rightToLeft: boolean; needed: boolean }

/** What is fixed about a text, whatever its words. */
export type TextAbout = {
  id: string
  isSafety: boolean
  languages: TextLanguage[]
  /** What it must say, each as the end of a sentence that begins with “It must”. */
  demands: string[]
  /** What it may name in double braces, and how that reads. */
  names: { name: string; reads: string }[]
}

type Deps = {
  routes: ConsoleRoutes
  texts: WordsEditing
  /** In the order in which they are listed. */
  abouts: () => Promise<TextAbout[]>
  labelOf: (place: string) => string
  /** As an ISO date in the service's zone. */
  today: () => Promise<string>
}

type Shown = { was: Fields; typed: Fields; faults?: Fault[]; status?: number; notice?: string | undefined }

const home = '/admin/texts'

/** `/admin/texts`: what the bot says by itself, in the service's words. */
export function textsRoutes({ routes, texts, abouts, labelOf, today }: Deps) {
  async function list(visit: Visit): Promise<void> {
    const [all, files, day] = await Promise.all([abouts(), texts.list(), today()])
    const rows = all.flatMap((about) => {
      const file = files.find(({ id }) => id === about.id)
      return file ? [rowOf(about, file, day)] : []
    })
    await visit.page('texts.njk', {
      groups: [{ isSafety: true }, { isSafety: false }].map(({ isSafety }) => ({
        isSafety,
        rows: rows.filter((row) => row.isSafety === isSafety),
      })),
    })
  }

  async function show(
    visit: Visit,
    about: TextAbout,
    file: WordsFile,
    { was, typed, faults = [], status = 200, notice }: Shown,
  ): Promise<void> {
    const names = Object.fromEntries(about.names.map(({ name, reads }) => [name, reads]))
    const versions = about.languages.map((language) => ({
      ...language,
      ...versionOf(typed, language.code),
      isThere: Boolean(was[`languages.${language.code}.text`]),
    }))
    await visit.page(
      'text.njk',
      {
        about,
        file,
        versions,
        fields: typed,
        was: JSON.stringify(was),
        names: JSON.stringify(names),
        preview: filled(typed.text ?? '', names),
        changed: draftWords(file),
        notice,
        ...shownFaults(faults),
      },
      status,
    )
  }

  async function open(visit: Visit): Promise<void> {
    const { about, file } = await found(visit)
    const was = fieldsOfForm(file.fields, placesOf(about))
    await show(visit, about, file, { was, typed: was, notice: notices[query(visit, 'done')] })
  }

  async function save(visit: Visit): Promise<void> {
    const { about, file } = await found(visit)
    const [was, typed] = [wasIn(visit.form), typedIn(visit.form, placesOf(about))]
    const outcome = await texts.keep(visit.account, about.id, was, typed)
    switch (outcome.kind) {
      case 'gone':
        throw new AppError('NOT_FOUND')
      case 'faults': {
        const faults = outcome.faults.map((one) => fault(one.field, one.text))
        return show(visit, about, file, { was: fieldsOfForm(outcome.now, placesOf(about)), typed: outcome.fields, faults, status: 400 })
      }
      case 'conflict': {
        const now = fieldsOfForm(outcome.now, placesOf(about))
        return show(visit, about, file, { was: now, typed: outcome.fields, faults: conflictFaults(outcome, labelOf), status: 409 })
      }
      default:
        visit.seeOther(`${home}/${about.id}?done=${outcome.kind === 'kept' && outcome.reopened ? 'reopened' : outcome.kind}`)
    }
  }

  async function found(visit: Visit): Promise<{ about: TextAbout; file: WordsFile }> {
    const id = visit.param('id')
    const about = (await abouts()).find((one) => one.id === id)
    const file = about && (await texts.read(id))
    if (!about || !file) throw new AppError('NOT_FOUND')
    return { about, file }
  }

  const all = [routes.get(home, 'admin', list), routes.get(`${home}/:id`, 'admin', open), routes.post(`${home}/:id`, 'admin', save)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const placesOf = ({ languages }: TextAbout): string[] => textPlaces(languages.map(({ code }) => code))

const versionOf = (fields: Fields, code: string) => ({
  text: fields[`languages.${code}.text`] ?? '',
  nativeCheck: fields[`languages.${code}.nativeCheck`] || 'awaiting',
  checkedBy: fields[`languages.${code}.checkedBy`] ?? '',
})

function rowOf({ id, isSafety, languages }: TextAbout, file: WordsFile, today: string) {
  const { fields } = file
  const versions = languages.filter(({ code }) => fields[`languages.${code}.text`])
  const awaiting = versions.filter(({ code }) => fields[`languages.${code}.nativeCheck`] !== 'done').length
  return { id, isSafety, fields, versions: versions.length, awaiting, isOverdue: isOverdue(fields, today), changed: draftWords(file) }
}
