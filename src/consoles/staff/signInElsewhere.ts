import type { Response } from 'restify'
import type { Organisation, OrganisationVisit } from '../../accounts/organisation.ts'
import type { ShortMemory } from '../../accounts/shortMemory.ts'
import type { StaffCookies } from './signInCookies.ts'

/** `connect`: the account that is to be connected, where she was signed in already. */
export type VisitElsewhere = OrganisationVisit & { next: string; connect?: string }

/** The organisation's own sign-in, and who has left for it. */
export type Elsewhere = {
  /** As people call it. */
  name: string
  organisation: Organisation
  visits: ShortMemory<VisitElsewhere>
  /** For how long she may be away. */
  minutes: number
  /** Where people reach the service. */
  address: { url: string }
}

/** Where to send her, in this browser, and nobody else can come back for her. Rejects when the provider does not answer. */
export async function leaveFor(
  { organisation, visits, minutes, address }: Elsewhere,
  cookies: StaffCookies,
  res: Response,
  more: Pick<VisitElsewhere, 'next' | 'connect'>,
): Promise<string> {
  const { address: there, visit } = await organisation.begin(`${address.url}/staff/sign-in/oidc/callback`)
  cookies.elsewhere.set(res, await visits.keep({ ...visit, ...more }), minutes)
  return there
}
