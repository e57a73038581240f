import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Audit } from '../../audit/audit.ts'
import type { AuditFilter, AuditReading, AuditRow } from '../../audit/auditReading.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { filterQuery, keyOf, readFilter, readKey, type TypedFilter } from './auditFilter.ts'
import { actionWords, detailWords, kindWords, pageOf } from './auditWords.ts'

type Deps = {
  routes: ConsoleRoutes
  reading: AuditReading
  /** All that a filter finds, piece by piece. */
  csv: (filter: AuditFilter) => AsyncIterable<string>
  audit: Audit
  zone: () => Promise<string>
  clock: Clock
}

const PAGE = 50

/** `/admin/audit`: who did or read what, of whom and why. That it was read is noted too. */
export function auditRoutes({ routes, reading, csv, audit, zone, clock }: Deps) {
  const note = ({ account }: Visit, action: 'audit.read' | 'audit.exported', typed: TypedFilter) =>
    audit.note({ account, action, subject: { kind: 'audit', id: 'all' }, details: lookedFor(typed) })

  async function show(visit: Visit): Promise<void> {
    const { typed, filter, faults } = readFilter(visit, await zone())
    const before = readKey(query(visit, 'before'))
    const choices = await reading.choices()
    const { rows, more } = faults.length > 0 ? { rows: [], more: false } : await reading.page(filter, PAGE, before)
    if (faults.length === 0) await note(visit, 'audit.read', typed)
    const last = rows.at(-1)
    const values = {
      typed,
      choices: shownChoices(choices),
      rows: rows.map((row) => shownRow(row, visit.account.roles)),
      newest: before && `/admin/audit?${filterQuery(typed)}`,
      older: more && last && `/admin/audit?${filterQuery(typed, { before: keyOf(last) })}`,
      download: rows.length > 0 && `/admin/audit/export?${filterQuery(typed)}`,
      isFiltered: Object.values(typed).some(Boolean),
      ...shownFaults(faults),
    }
    await visit.page('audit.njk', values, faults.length > 0 ? 400 : 200)
  }

  async function download(visit: Visit): Promise<void> {
    const { typed, filter, faults } = readFilter(visit, await zone())
    if (faults.length > 0) throw new AppError('INVALID_REQUEST', 'the filter is none')
    await note(visit, 'audit.exported', typed)
    const { res } = visit
    res.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-log-${clock.now().toFormat('yyyy-MM-dd')}.csv"`,
      'Cache-Control': 'no-store',
    })
    // Whoever breaks off is gone; what breaks off here must not look like a whole file, so the connection is cut.
    await pipeline(Readable.from(csv(filter)), res).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    })
  }

  const all = [routes.get('/admin/audit', 'admin', show), routes.get('/admin/audit/export', 'admin', download)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const lookedFor = (typed: TypedFilter): Record<string, string> => Object.fromEntries(Object.entries(typed).filter(([, value]) => value))

function shownChoices({ accounts, actions, kinds }: Awaited<ReturnType<AuditReading['choices']>>) {
  const isShared = (firstName: string) => accounts.filter((account) => account.firstName === firstName).length > 1
  return {
    accounts: accounts.map(({ id, firstName, email }) => ({
      value: id,
      text: isShared(firstName) ? `${firstName} (${email})` : firstName,
    })),
    actions: actions.map((action) => ({ value: action, text: actionWords(action) })),
    kinds: kinds.map((kind) => ({ value: kind, text: kindWords(kind) })),
  }
}

const shownRow = (row: AuditRow, roles: readonly string[]) => ({
  ...row,
  actionWords: actionWords(row.action),
  kindWords: kindWords(row.subject.kind),
  details: detailWords(row.details),
  page: pageOf(row.subject, roles),
  sameSubject: `/admin/audit?${new URLSearchParams({ kind: row.subject.kind, id: row.subject.id })}`,
})
