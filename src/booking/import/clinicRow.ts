import type { Site } from '../site.ts'

/** What a row says of its site, by column; absent: the cell is blank, or the column is not there. */
export type SiteCells = {
  programme?: string
  time_zone?: string
  site_name?: string
  site_kind?: Site['kind']
  site_first_day?: string
  site_last_day?: string
  step_free?: boolean
  implants?: boolean
  devices?: boolean
  outcodes?: string[]
} & { [column in PracticalColumn]?: string }

/** A stretch of a day in minutes after midnight. */
export type Session = { from: number; to: number }

/** A row of the clinics file, read. Times are minutes after midnight where the site is. */
export type ClinicRow = {
  line: number
  siteCode: string
  siteCells: SiteCells
  /** Site columns that the file has: a blank one clears what is known of a site whose name is given. */
  siteColumns: SiteColumn[]
  clinic: string
  day: string
  slotMinutes: number
  sessions: Session[]
  /** In place of sessions. */
  times: number[]
  capacity: number
  /** Slots that take one person more. */
  overbook: number[]
  doubles: number[]
  kept: number[] | 'all'
  stopped: number[] | 'all'
  status: 'open' | 'cancelled'
}

/** Sentences for visitors, and what they are called in `Practicals`. */
export const practicalColumns = {
  door: 'door',
  address: 'address',
  access: 'access',
  parking: 'parking',
  blue_badge: 'blueBadge',
  bus: 'bus',
  toilets: 'toilets',
  waiting: 'waiting',
  gown: 'gown',
} as const
export type PracticalColumn = keyof typeof practicalColumns

export const siteColumns = [
  'programme',
  'time_zone',
  'site_name',
  'site_kind',
  'site_first_day',
  'site_last_day',
  'step_free',
  'implants',
  'devices',
  'outcodes',
  ...(Object.keys(practicalColumns) as PracticalColumn[]),
] as const
export type SiteColumn = (typeof siteColumns)[number]

export const clinicColumns = [
  'site',
  ...siteColumns,
  'clinic',
  'date',
  'sessions',
  'times',
  'slot_minutes',
  'capacity',
  'overbook',
  'doubles',
  'kept',
  'stopped',
  'status',
] as const

export const clinicsShape = {
  columns: clinicColumns,
  required: [['site'], ['clinic'], ['date'], ['sessions', 'times'], ['slot_minutes']],
} as const
