import type { Trouble } from './finding.ts'

export const newerDatabase: Trouble = {
  says: 'The database is newer than this version of the service.',
  advice:
    'Run the version that the database was last used with, or a newer one. There is no way back but a back-up: docs/deploy.md, "Upgrading and rolling back".',
}

const refusedUser: Trouble = {
  says: 'The database refuses the user or the password in DATABASE_URL.',
  advice: 'Check both. Special letters in a password must be percent-encoded in the address.',
}

export const noRights: Trouble = {
  says: 'The user in DATABASE_URL lacks the right to make or use tables in this database.',
  advice: 'Let the user own the database: alter database NAME owner to USER. Tables of another owner: reassign owned by OTHER to USER.',
}

export const readOnlyDatabase: Trouble = {
  says: 'The database is read-only.',
  advice: 'DATABASE_URL must name the primary, not a replica. If it does, look at default_transaction_read_only.',
}

const away: Trouble = {
  says: 'The database cannot be reached.',
  advice: 'Check host and port in DATABASE_URL, that PostgreSQL runs and listens there, and that no firewall stands in between.',
}

const untrusted: Trouble = {
  says: "The database's TLS certificate is not trusted.",
  advice:
    'Add sslrootcert=/path/ca.pem to DATABASE_URL where the certificate is of your own authority, and use the name that stands in the certificate.',
}

/** By PostgreSQL's codes and Node's. */
const troubles: Record<string, Trouble> = {
  '28P01': refusedUser,
  '28000': refusedUser,
  '3D000': {
    says: 'The database that DATABASE_URL names does not exist on that server.',
    advice: 'Create it (createdb --owner=USER NAME), or correct the name at the end of DATABASE_URL.',
  },
  '42501': noRights,
  '3F000': noRights,
  '53300': {
    says: 'The database has no connection left.',
    advice: 'Each process needs 21. Raise max_connections, or stop what holds the others.',
  },
  '57P03': { says: 'The database is starting, stopping or recovering.', advice: 'Wait until it is up, and try again.' },
  '57P01': { says: 'The database was shut down meanwhile.', advice: 'Start it, and try again.' },
  '53100': { says: "The database's disk is full.", advice: 'Make room on the disk of PostgreSQL. Never delete files in its folder.' },
  '25006': readOnlyDatabase,
  ECONNREFUSED: { ...away, says: 'Nothing answers where DATABASE_URL says that the database is.' },
  ENOTFOUND: { ...away, says: 'The host in DATABASE_URL has no address: the name is not known here.' },
  EAI_AGAIN: { ...away, says: 'The host in DATABASE_URL has no address: the name could not be looked up.' },
  ETIMEDOUT: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  ECONNRESET: { ...away, says: 'The database closed the connection.' },
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  CERT_HAS_EXPIRED: untrusted,
}

/** What the drivers say in words only. */
const byMessage: [RegExp, Trouble][] = [
  [/previously executed migration .* is missing/, newerDatabase],
  [/timeout exceeded when trying to connect|connection timeout|timeout expired/i, away],
  [/Connection terminated unexpectedly/, { ...away, says: 'The database closed the connection.' }],
  [/password must be a string/, refusedUser],
  [
    /does not support SSL/,
    {
      says: 'DATABASE_URL asks for TLS, which the database does not offer.',
      advice: 'Turn TLS on in PostgreSQL, or take sslmode out of DATABASE_URL.',
    },
  ],
]

/** Why the database does not serve, in plain words; undefined for an error that is not of the database's kind. */
export function databaseTrouble(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as NodeJS.ErrnoException
  if (code === '28000' && /no encryption|SSL off/.test(error.message))
    return { says: 'The database takes only connections with TLS.', advice: 'Add ?sslmode=verify-full to DATABASE_URL.' }
  return (code === undefined ? undefined : troubles[code]) ?? byMessage.find(([pattern]) => pattern.test(error.message))?.[1]
}
