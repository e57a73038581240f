import type { DateTime } from 'luxon'
import { needs } from '../need.ts'
import { readNhsNumber } from '../nhsNumber.ts'
import type { ParticipantDetails, StaffOnly } from '../participant.ts'
import { readDateOfBirth } from '../readDateOfBirth.ts'
import { readSxNumber } from '../sxNumber.ts'
import { type Cells, createCells } from './cells.ts'
import type { Fault } from './importOutcome.ts'
import type { OfficeAppointment, ParticipantRow } from './participantRow.ts'
import { programmes } from './programmes.ts'
import type { CsvRow } from './readCsv.ts'
import { readMobile } from './readMobile.ts'
import { readPostcode } from './readPostcode.ts'

const staffOnly = Object.keys({
  veryHighRisk: true,
  neverMammogram: true,
  recentMammogram: true,
  bothBreastsRemoved: true,
  deceased: true,
  ceased: true,
  notInvited: true,
  other: true,
} satisfies Record<StaffOnly, true>) as StaffOnly[]

const statuses = ['booked', 'confirmed', 'attended', 'attendedNotScreened', 'didNotAttend', 'cancelled'] as const
const email = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]{2,}$/
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** What a row says, or everything that is wrong with it. */
export function readParticipantRow(row: CsvRow, now: DateTime): ParticipantRow | Fault[] {
  const faults: Fault[] = []
  const cells = createCells(row, (reason, column) => faults.push({ line: row.line, ...(column && { column }), reason }))
  const noteMissing = (column: string, reason: string) => faults.push({ line: row.line, column, reason })

  const details = readDetails(cells, now)
  if (!row.values.nhs_number && !row.values.sx_number) noteMissing('nhs_number', 'is missing, and sx_number too: one of them is needed')
  const appointment = readAppointment(cells, row, noteMissing)
  const outcode = details.postcode && readPostcode(details.postcode)?.outcode
  const participant = {
    programme: cells.oneOf('programme', programmes) ?? 'breast',
    details,
    needs: cells.someOf('needs', needs),
    ...defined({
      outcode,
      practice: cells.text('practice'),
      round: cells.text('round'),
      invitedOn: cells.day('invited_on', now),
      dueOn: cells.day('due_on', now),
      lastScreenedOn: cells.day('last_screened_on', now),
      lastSiteCode: cells.text('last_site', { longest: 60 }),
      language: cells.read('language', readLanguage, 'is not the ISO code of a language, such as ur'),
      staffOnly: cells.oneOf('staff_only', staffOnly),
    }),
  }
  if (participant.lastScreenedOn && participant.lastScreenedOn > now.toFormat('yyyy-MM-dd'))
    noteMissing('last_screened_on', 'lies in the future')
  return faults.length > 0 ? faults : { line: row.line, participant, ...(appointment && { appointment }) }
}

function readDetails(cells: Cells, now: DateTime): ParticipantDetails {
  const name = cells.text('name', { required: true }) ?? ''
  cells.text('date_of_birth', { required: true })
  const asDateOfBirth = (value: string) => readDateOfBirth(value, now)
  return {
    name,
    dateOfBirth:
      cells.read('date_of_birth', asDateOfBirth, 'is not the date of birth of somebody of 16 to 120 years, such as 1961-04-03') ?? '',
    ...defined({
      nhsNumber: cells.read('nhs_number', readNhsNumber, 'is not an NHS number: ten digits, of which the last checks the others'),
      sxNumber: cells.read('sx_number', readSxNumber, 'is not an SX number: two to four letters, then four to eight digits'),
      mobile: cells.read('mobile', readMobile, 'is not the number of a mobile phone; another country’s begins with +'),
      email: cells.read('email', (value) => (email.test(value) ? value : undefined), 'is not an email address'),
      address: cells.text('address', { longest: 500 }),
      postcode: cells.read('postcode', (value) => readPostcode(value)?.postcode, 'is not a postcode of the United Kingdom'),
    }),
  }
}

function readAppointment(cells: Cells, { values }: CsvRow, fault: (column: string, reason: string) => void): OfficeAppointment | undefined {
  const clinic = cells.text('appointment_clinic', { longest: 60 })
  const time = cells.time('appointment_time')
  const status = cells.oneOf('appointment_status', statuses)
  if (clinic && time !== undefined) return { clinic, time, status: status ?? 'booked' }
  if (clinic && !values.appointment_time) fault('appointment_time', 'is missing, but appointment_clinic is there')
  if (!clinic && values.appointment_time) fault('appointment_clinic', 'is missing, but appointment_time is there')
  if (!clinic && !values.appointment_time && values.appointment_status)
    fault('appointment_status', 'is there, but appointment_clinic and appointment_time are missing')
  return undefined
}

function readLanguage(text: string): string | undefined {
  const code = text.toLowerCase()
  return /^[a-z]{2,3}$/.test(code) && languages.of(code) ? code : undefined
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined | ''> }

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Defined<T>
}
