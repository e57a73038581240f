/** What a visitor has to know about a site, each a whole sentence; absent: not known. */
export type Practicals = {
  /** The exact door. */
  door?: string
  address?: string
  access?: string
  parking?: string
  blueBadge?: string
  bus?: string
  toilets?: string
  waiting?: string
  gown?: string
}

/** A place where people are screened: a building, or a van's stop, which exists on some days only (ISO dates, both included). */
export type Site = {
  id: string
  code: string
  /** The name that people use. */
  name: string
  kind: 'static' | 'van'
  timeZone: string
  firstDay?: string
  lastDay?: string
  stepFree: boolean
  implants: boolean
  devices: boolean
  outcodes: string[]
  practicals: Practicals
}
