/** What only the office can do for somebody, and staff see until it is done. */
export type RequestKind =
  | 'bookedByOffice'
  | 'confirmAppointment'
  | 'optOutOnce'
  | 'optOutForGood'
  | 'selfReferral'
  | 'checkInvitation'
  | 'runningLate'
  | 'moved'
  | 'otherPerson'
  | 'need'

export type NewRequest = {
  /** Names what was asked, and for which event: asking again changes nothing. */
  key: string
  kind: RequestKind
  conversationId?: string
  participantId?: string
  appointmentId?: string
  /** In the bot's words; sealed. */
  details?: string
}

export type Requests = {
  /** False when it was there already. */
  add(request: NewRequest): Promise<boolean>
  /** Of appointments that are no longer asked for, nothing is left to confirm. */
  withdrawStale(participantId: string): Promise<void>
}
