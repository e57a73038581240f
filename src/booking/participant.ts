import type { Need } from './need.ts'

/** Why a bot must not book for somebody; staff do, or nobody. */
export type StaffOnly =
  | 'veryHighRisk'
  | 'neverMammogram'
  | 'recentMammogram'
  | 'bothBreastsRemoved'
  | 'deceased'
  | 'ceased'
  | 'notInvited'
  | 'other'

/** What is sealed of an invited person. `dateOfBirth`: ISO date. */
export type ParticipantDetails = {
  name: string
  dateOfBirth: string
  nhsNumber?: string
  sxNumber?: string
  mobile?: string
  email?: string
  address?: string
  postcode?: string
}

/** An invited person of a programme. Days are ISO dates. */
export type Participant = {
  id: string
  programme: string
  details: ParticipantDetails
  /** The first half of the postcode. */
  outcode?: string
  practice?: string
  round?: string
  invitedOn?: string
  dueOn?: string
  lastScreenedOn?: string
  lastSiteCode?: string
  needs: Need[]
  language?: string
  staffOnly?: StaffOnly
}

export type Participants = {
  get(id: string): Promise<Participant | undefined>
  /** By a number from her letter, plain and normalised: an NHS number of ten digits, or an SX number in capitals without spaces. */
  find(programme: string, number: { nhs: string } | { sx: string }): Promise<Participant | undefined>
}
