import { type DateTime, IANAZone } from 'luxon'
import { type Cells, createCells } from './cells.ts'
import { type ClinicRow, practicalColumns, type Session, type SiteCells, siteColumns } from './clinicRow.ts'
import type { Fault } from './importOutcome.ts'
import { programmes } from './programmes.ts'
import type { CsvRow } from './readCsv.ts'
import { readTime } from './readTime.ts'

const MOST_PEOPLE = 20
const code = /^[\w.-]{1,60}$/
const outcode = /^[A-Z]{1,2}\d[A-Z\d]?$/

/** What a row says, or everything that is wrong with it. */
export function readClinicRow(row: CsvRow, now: DateTime): ClinicRow | Fault[] {
  const faults: Fault[] = []
  const report = (reason: string, column?: string) => void faults.push({ line: row.line, ...(column && { column }), reason })
  const cells = createCells(row, report)
  const { values } = row
  for (const column of ['site', 'clinic', 'date', 'slot_minutes'] as const) cells.text(column, { required: true })
  if (!values.sessions && !values.times) report('is missing, and times too: one of them is needed', 'sessions')
  if (values.sessions && values.times) report('is there, and sessions too: only one of them may be', 'times')

  const read: ClinicRow = {
    line: row.line,
    siteCode: readCode(cells, 'site'),
    siteCells: readSiteCells(cells, now),
    siteColumns: siteColumns.filter((column) => column in values),
    clinic: readCode(cells, 'clinic'),
    day: cells.day('date', now) ?? '',
    slotMinutes: cells.number('slot_minutes', 3, 120) ?? 0,
    sessions: cells.read('sessions', readSessions, 'is not hours such as 09:00-12:00;13:00-16:30, in order') ?? [],
    times: justTimes(cells, 'times', report),
    capacity: cells.number('capacity', 1, MOST_PEOPLE) ?? 1,
    overbook: justTimes(cells, 'overbook', report),
    doubles: justTimes(cells, 'doubles', report),
    kept: cells.times('kept'),
    stopped: cells.times('stopped'),
    status: cells.oneOf('status', ['open', 'cancelled']) ?? 'open',
  }
  if (read.overbook.length > 0 && read.capacity === MOST_PEOPLE) report(`would take more than ${MOST_PEOPLE} people`, 'overbook')
  return faults.length > 0 ? faults : read
}

function readCode(cells: Cells, column: string): string {
  return (
    cells.read(column, (value) => (code.test(value) ? value : undefined), 'is not a code: letters, digits, dots, dashes, no spaces') ?? ''
  )
}

function readSiteCells(cells: Cells, now: DateTime): SiteCells {
  const outcodes = cells.list('outcodes').map((value) => value.toUpperCase())
  const given = {
    programme: cells.oneOf('programme', programmes),
    time_zone: cells.read(
      'time_zone',
      (zone) => (IANAZone.isValidZone(zone) ? zone : undefined),
      'is not a time zone such as Europe/London',
    ),
    site_name: cells.text('site_name'),
    site_kind: cells.oneOf('site_kind', ['static', 'van']),
    site_first_day: cells.day('site_first_day', now),
    site_last_day: cells.day('site_last_day', now),
    step_free: cells.yesNo('step_free'),
    implants: cells.yesNo('implants'),
    devices: cells.yesNo('devices'),
    outcodes: cells.read(
      'outcodes',
      () => (outcodes.every((value) => outcode.test(value)) ? outcodes : undefined),
      'is not first halves of postcodes such as ST4;ST5',
    ),
    ...Object.fromEntries(Object.keys(practicalColumns).map((column) => [column, cells.text(column, { longest: 500 })])),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function justTimes(cells: Cells, column: string, report: (reason: string, column: string) => void): number[] {
  const times = cells.times(column)
  if (times !== 'all') return times
  report('cannot be all: name the times', column)
  return []
}

function readSessions(text: string): Session[] | undefined {
  const sessions = text
    .split(';')
    .filter((part) => part.trim())
    .map((part) => {
      const [from = '', to = '', ...more] = part.split(/[-\u2013]/).map((time) => time.trim())
      return more.length > 0 ? { from: undefined, to: undefined } : { from: readTime(from), to: readTime(to) }
    })
  const isInOrder = sessions.every(({ from, to }, index) => {
    const before = sessions[index - 1]?.to ?? 0
    return from !== undefined && to !== undefined && from < to && before <= from
  })
  return isInOrder ? (sessions as Session[]) : undefined
}
