import type { Participant } from '../participant.ts'
import type { participantColumns } from './participantRow.ts'

type Column = (typeof participantColumns)[number]

/** What a file says of somebody, by column, without her appointment; a blank column is left out. */
export function participantCells({ details, ...one }: Omit<Participant, 'id'>): Partial<Record<Column, string>> {
  const cells: Partial<Record<Column, string | undefined>> = {
    nhs_number: details.nhsNumber,
    sx_number: details.sxNumber,
    name: details.name,
    date_of_birth: details.dateOfBirth,
    mobile: details.mobile,
    email: details.email,
    address: details.address,
    postcode: details.postcode,
    practice: one.practice,
    round: one.round,
    invited_on: one.invitedOn,
    due_on: one.dueOn,
    last_screened_on: one.lastScreenedOn,
    last_site: one.lastSiteCode,
    needs: one.needs.join(';'),
    language: one.language,
    staff_only: one.staffOnly,
  }
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value))
}
