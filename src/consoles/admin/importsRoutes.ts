import type { ImportKind } from '../../booking/import/importPreview.ts'
import type { PendingImports, Sender } from '../../booking/import/pendingImport.ts'
import type { NoCsv } from '../../booking/import/whatFile.ts'
import type { SentFile } from '../../http/readFileForm.ts'
import { type Fault, fault, oneOf, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { countRows, kindWords, noCsvWords } from './importsWords.ts'

/** The columns of a file; of each list in `required` it needs one. */
type Columns = { columns: readonly string[]; required: readonly (readonly string[])[] }

type Deps = {
  routes: ConsoleRoutes
  pending: Pick<PendingImports, 'keep' | 'ofSession' | 'lately' | 'tidy'>
  /** Begins to look at a file. Resolves when that is done, or after a moment where it takes longer. */
  check: (id: string, sender: Sender) => Promise<void>
  whatFile: (bytes: Uint8Array) => NoCsv | undefined
  columns: Record<ImportKind, Columns>
}

/** Bytes: 100,000 people with everything that can be said of them have room in it. */
export const LONGEST_FILE = 32 * 1024 * 1024

const kinds = Object.keys(kindWords) as ImportKind[]
const tooLarge = `The file is larger than ${LONGEST_FILE / 1024 / 1024} MB. Divide it into several`

/** `/admin/imports`: a file is chosen and sent; what was sent is looked at on a page of its own. */
export function importsRoutes({ routes, pending, check, whatFile, columns }: Deps) {
  async function show(visit: Visit, faults: Fault[] = [], status = 200): Promise<void> {
    await pending.tidy()
    const [waiting, lately] = await Promise.all([pending.ofSession(visit.sessionId), pending.lately()])
    const values = {
      kinds: kinds.map((kind) => ({ kind, words: kindWords[kind], columns: namedColumns(columns[kind]) })),
      chosen: visit.form.get('kind'),
      waiting: waiting.map((one) => ({ ...one, words: kindWords[one.kind] })),
      lately: lately.map((one) => ({ ...one, words: kindWords[one.kind], counts: countRows(one.summary) })),
      megabytes: LONGEST_FILE / 1024 / 1024,
      dropped: query(visit, 'done') === 'dropped',
      ...shownFaults(faults),
    }
    await visit.page('imports.njk', values, status)
  }

  async function take(visit: Visit, file: SentFile | undefined): Promise<void> {
    const kind = oneOf(visit.form.get('kind'), kinds)
    const noCsv = file && whatFile(file.bytes)
    const faults = [
      ...(kind ? [] : [fault('kind-participants', 'Say what the file holds')]),
      ...(file ? [] : [fault('file', 'Choose a file')]),
      ...(noCsv ? [fault('file', noCsvWords[noCsv])] : []),
    ]
    if (!kind || !file || faults.length > 0) return show(visit, faults, 400)
    const sender = { account: visit.account, sessionId: visit.sessionId }
    const id = await pending.keep(kind, file.bytes, sender)
    await check(id, sender)
    visit.seeOther(`/admin/imports/${id}`)
  }

  const all = [
    routes.get('/admin/imports', 'admin', (visit) => show(visit)),
    routes.postFile('/admin/imports', 'admin', {
      longest: LONGEST_FILE,
      tooLarge: (visit) => show(visit, [fault('file', tooLarge)], 413),
      answer: take,
    }),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

function namedColumns({ columns, required }: Columns): { name: string; need?: string }[] {
  return columns.map((name) => {
    const choice = required.find((some) => some.includes(name))
    if (!choice) return { name }
    const others = choice.filter((other) => other !== name)
    return { name, need: others.length > 0 ? `this or ${others.join(' or ')} is needed` : 'needed' }
  })
}
