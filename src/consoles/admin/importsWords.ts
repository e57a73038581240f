import type { ImportKind, ImportSummary, ShownSort } from '../../booking/import/importPreview.ts'
import type { ImportState } from '../../booking/import/pendingImport.ts'
import type { NoCsv } from '../../booking/import/whatFile.ts'
import { staffFilters } from '../staff/staffFilters.ts'

export const kindWords: Record<ImportKind, string> = { participants: 'Participants', clinics: 'Clinics' }

/** What is not a CSV file, and what to do. */
export const noCsvWords: Record<NoCsv, string> = {
  empty: 'The file is empty. Choose one whose first line names the columns',
  workbook: 'This is a workbook, not a CSV file. In Excel choose File, Save as, and “CSV UTF-8 (Comma delimited)”',
  pdf: 'This is a PDF. Choose the CSV file that the table was made from',
  utf16: 'The file is saved as Unicode text (UTF-16). In Excel save it as “CSV UTF-8 (Comma delimited)”',
  binary: 'This is not a text file. Choose a CSV file in UTF-8',
  longLine: 'A line of the file is longer than any row. Choose a CSV file with a line for each row',
  manyLines: 'The file has more than 250,000 lines. Divide it into several',
}

export const sortWords: Record<ShownSort['what'], { title: string; who: string; what: string }> = {
  peopleAdded: { title: 'New people', who: 'Who', what: 'As the file was read' },
  peopleChanged: { title: 'People who change', who: 'Who', what: 'What changes' },
  appointments: { title: 'Appointments', who: 'Whose', what: 'What changes' },
  sites: { title: 'Sites that are new or change', who: 'Site', what: 'What changes' },
  clinicsAdded: { title: 'New clinics', who: 'Clinic', what: 'As the file was read' },
  clinicsChanged: { title: 'Clinics that change', who: 'Clinic', what: 'What changes' },
}

type CountRow = { what: string; cells: { how: string; count: number }[] }

/** A line for each thing that is counted. */
export function countRows(summary: ImportSummary): CountRow[] {
  const row = (what: string, ...cells: [string, number][]): CountRow => ({ what, cells: cells.map(([how, count]) => ({ how, count })) })
  const counts = (what: string, { added, changed, unchanged }: { added: number; changed: number; unchanged: number }) =>
    row(what, ['new', added], ['changed', changed], ['unchanged', unchanged])
  if (summary.kind === 'clinics') return [counts('Sites', summary.sites), counts('Clinics', summary.clinics)]
  const { added, changed, left } = summary.appointments
  const appointments = row('Appointments', ['new', added], ['changed', changed], ['ended here since, and left so', left])
  return [counts('People', summary.people), appointments]
}

/** Days as people write them: a day that was taken for a month is seen at once. */
export const shownValue = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? staffFilters.isoDay(value) : value)

const stepWords = { reading: 'Reading the file', checking: 'Comparing with what is here', writing: 'Writing' } as const

/** How far the work is. */
export function progressWords(state: Extract<ImportState, { kind: 'checking' | 'importing' }>): {
  words: string
  done?: number
  of?: number
} {
  const { progress } = state
  if (!progress) return { words: 'It begins in a moment' }
  const { step, done, of } = progress
  const rows = of === undefined ? `${grouped(done)} rows` : `${grouped(done)} of ${grouped(of)}`
  return { words: `${stepWords[step]}: ${rows}`, ...(of !== undefined && { done, of }) }
}

/** 100,000 */
export const grouped = (count: number): string => count.toLocaleString('en-GB')
