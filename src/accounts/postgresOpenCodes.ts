import { type RawBuilder, sql } from 'kysely'
import type { Sealer } from '../kernel/sealer.ts'
import { readInvitationCode } from './invitationCode.ts'
import { INVITATION_HOURS } from './lifetimes.ts'

/** How one-time codes stand in the table `invitations`: by keyed digests, for so many hours. */
export function postgresOpenCodes(sealer: Sealer) {
  function digests(typed: string): string[] {
    const code = readInvitationCode(typed)
    return code === undefined ? [] : sealer.digests(code, 'staff-invitation')
  }

  return {
    digest: (code: string): string => sealer.digest(code, 'staff-invitation'),
    endOf: (now: Date): Date => new Date(now.getTime() + INVITATION_HOURS * 3_600_000),
    /** Of a row: that it is this code's, which nobody has used, and is not too old. */
    isOpen: (typed: string, now: Date): RawBuilder<boolean> =>
      sql<boolean>`code_digest = any(${digests(typed)}::text[]) and used_at is null and expires_at > ${now}::timestamptz`,
  }
}
