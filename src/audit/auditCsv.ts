import type { AuditFilter, AuditKey, AuditReading, AuditRow } from './auditReading.ts'

const columns = ['at', 'account_id', 'first_name', 'action', 'subject_kind', 'subject_id', 'why', 'details']

/** Says to spreadsheets that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Rows that are held at a time. */
const AT_ONCE = 1_000

/** All that the filter finds as CSV (RFC 4180; times in UTC), newest first, a piece at a time: the log may be longer than memory. */
export async function* auditCsv(reading: Pick<AuditReading, 'page'>, filter: AuditFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns)
  for (let before: AuditKey | undefined, more = true; more; ) {
    const page = await reading.page(filter, AT_ONCE, before)
    if (page.rows.length > 0) yield page.rows.map((row) => csvLine(valuesOf(row))).join('')
    before = page.rows.at(-1)
    more = page.more
  }
}

const valuesOf = ({ at, account, action, subject, why, details }: AuditRow): string[] => [
  at.toISOString(),
  account?.id ?? '',
  account?.firstName ?? '',
  action,
  subject.kind,
  subject.id,
  why ?? '',
  JSON.stringify(details),
]

const csvLine = (values: readonly string[]): string => `${values.map(csvValue).join(',')}\r\n`

/** What a spreadsheet would take for a formula is marked as text: somebody may have written one as her name or reason. */
function csvValue(value: string): string {
  const text = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
