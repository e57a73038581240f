import type { Subject } from './accounts.ts'

/** Who somebody is, as her organisation's own sign-in says. */
export type OrganisationIdentity = Subject & { email?: string; emailVerified: boolean }

/** What has to be known again when she comes back. */
export type OrganisationVisit = { state: string; nonce: string; verifier: string }

/** Signing in at the organisation (OpenID Connect). */
export type Organisation = {
  /** Where to send her. Rejects when the organisation's provider does not answer. */
  begin(returnTo: string): Promise<{ address: string; visit: OrganisationVisit }>
  /** What she came back with, checked. Rejects when any of it is not what was asked for. */
  finish(cameBackTo: string, visit: OrganisationVisit): Promise<OrganisationIdentity>
}
