import { type RawBuilder, sql } from 'kysely'

/** What a session carries of its account: it changes when all of the account's sessions are ended. */
export const epochOf = (sessionsFrom: Date | null): string => sessionsFrom?.toISOString() ?? ''

/** Another value than it has, however the clocks of two processes differ. */
export const nextEpoch = (now: Date): RawBuilder<Date> => sql<Date>`greatest(${now}::timestamptz, sessions_from + interval '1 millisecond')`

/** What the secret of somebody's codes is sealed for. */
export const totpContext = (accountId: string): string => `totp:${accountId}`
