import type { FileDifference } from '../../content/diffFiles.ts'
import type { VersionSummary } from '../../content/publisher.ts'
import type { Publishing } from '../../content/publishing.ts'
import { AppError } from '../../kernel/errors.ts'
import { field, query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { figureRows, folderWords, kindWords } from './draftWords.ts'

type Deps = { routes: ConsoleRoutes; publishing: Pick<Publishing, 'versions' | 'version' | 'takeBack'> }

const PAGE = 20
const LONGEST_NOTE = 500

const home = '/admin/versions'

const notices: Record<string, string> = {
  published: 'Published. Every process answers with it within seconds.',
  takenBack: 'Taken back. Every process answers with it within seconds.',
}

/** `/admin/versions`: what was published, by whom and why, and the way back. */
export function versionsRoutes({ routes, publishing }: Deps) {
  async function list(visit: Visit): Promise<void> {
    const before = numberIn(query(visit, 'before'))
    const found = await publishing.versions({ limit: PAGE + 1, ...(before !== undefined && { before }) })
    const [live] = await publishing.versions({ limit: 1 })
    const shown = found.slice(0, PAGE)
    await visit.page('versionsPage.njk', {
      versions: shown.map((version) => ({
        ...version,
        words: whatWords(version),
        isLive: version.id === live?.id,
        figure: mainFigure(version),
      })),
      older: found.length > PAGE ? shown.at(-1)?.id : undefined,
      isFirst: before === undefined,
      notice: notices[query(visit, 'done')],
    })
  }

  async function show(
    visit: Visit,
    { trouble, unreadable = [], note = '' }: { trouble?: string; unreadable?: string[]; note?: string } = {},
  ) {
    const id = numberIn(visit.param('id'))
    const [version, [live]] = await Promise.all([id === undefined ? undefined : publishing.version(id), publishing.versions({ limit: 1 })])
    if (!version) throw new AppError('NOT_FOUND')
    await visit.page(
      'versionPage.njk',
      {
        version,
        words: whatWords(version),
        liveVersion: live?.id,
        figures: figureRows({}, version.figures),
        differences: version.differences.map(named),
        takenBack: version.takenBack.map(named),
        note,
        longestNote: LONGEST_NOTE,
        trouble,
        unreadable,
        notice: notices[query(visit, 'done')],
      },
      trouble ? 409 : 200,
    )
  }

  async function takeBack(visit: Visit): Promise<void> {
    const { form, account } = visit
    const id = numberIn(visit.param('id'))
    const liveVersion = numberIn(form.get('liveVersion') ?? '')
    if (id === undefined) throw new AppError('NOT_FOUND')
    if (liveVersion === undefined) throw new AppError('INVALID_REQUEST', 'the form does not say what was live')
    const note = field(form, 'note', LONGEST_NOTE)
    const outcome = await publishing.takeBack(account, id, { liveVersion, note })
    if (outcome === 'unknown') throw new AppError('NOT_FOUND')
    if (outcome === 'changedMeanwhile')
      return show(visit, {
        trouble: 'Something else was published since you looked. Nothing was done. Look again at what is live now.',
        note,
      })
    if (outcome !== 'rolledBack')
      return show(visit, {
        trouble: 'This version cannot be read any more by this software. Nothing was done.',
        unreadable: outcome.faults,
        note,
      })
    visit.seeOther(`${home}?done=takenBack`)
  }

  const all = [
    routes.get(home, 'admin', list),
    routes.get(`${home}/:id`, 'admin', (visit) => show(visit)),
    routes.post(`${home}/:id/take-back`, 'admin', takeBack),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const named = (one: FileDifference) => ({ ...one, folderWords: folderWords(one.folder), kindWords: kindWords[one.kind] })

/** The number of a version; undefined for what is none. */
const numberIn = (text: string): number | undefined => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)

function whatWords({ kind, of }: VersionSummary): string {
  if (kind === 'installed') return 'Came with the software'
  return kind === 'published' ? 'Published' : `Taken back to version ${of}`
}

/** The first of its figures stands for it in a list. */
const mainFigure = ({ figures }: VersionSummary) => figureRows({}, figures)[0]
