import type { Trouble } from './finding.ts'

const where = 'Check host and port in REDIS_URL, that Redis runs and listens there, and that no firewall stands in between.'
const meanwhile = ' Meanwhile the service takes messages in and answers none.'
const untrusted: Trouble = {
  says: "Redis's TLS certificate is not trusted.",
  advice: "Set Node's own variable NODE_EXTRA_CA_CERTS to the file of your authority, and use the name that stands in the certificate.",
}
const refusedUser: Trouble = {
  says: 'Redis refuses the user or the password in REDIS_URL.',
  advice: 'Check both: redis://USER:PASSWORD@host:6379. Special letters must be percent-encoded.',
}

/** By what an error's code or words begin with. */
const troubles: [RegExp, Trouble][] = [
  [/^ECONNREFUSED/, { says: 'Nothing answers where REDIS_URL says that Redis is.', advice: where + meanwhile }],
  [/^(?:ENOTFOUND|EAI_AGAIN)/, { says: 'The host in REDIS_URL has no address: the name is not known here.', advice: where }],
  [/^(?:WRONGPASS|NOAUTH|ERR AUTH|ERR invalid password)/, refusedUser],
  [
    /^ERR (?:DB index|invalid DB)/,
    { says: 'Redis has no database of the number at the end of REDIS_URL.', advice: 'Leave the number out, or take a smaller one.' },
  ],
  [/^(?:DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|CERT_)/, untrusted],
  [
    /^(?:ERR_SSL|EPROTO)/,
    { says: 'REDIS_URL begins with rediss:, but Redis does not speak TLS there.', advice: 'Use redis:, or turn TLS on in Redis.' },
  ],
  [/^LOADING/, { says: 'Redis is still loading its data.', advice: 'Wait until it has, and try again.' }],
]

/** Why Redis does not answer, in plain words. */
export function troubleOfRedis(error: unknown): Trouble {
  const { code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  const known = troubles.find(([pattern]) => pattern.test(code) || pattern.test(message))
  return known?.[1] ?? { says: 'Redis cannot be reached.', advice: where + meanwhile }
}
