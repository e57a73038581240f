import type { Settings } from '../config/settings.ts'
import { type Finding, fault, warning } from './finding.ts'

/** Words that stand in the place of a secret in examples. */
const EXAMPLE =
  /change.?me|example|your[-_ ]|^secret|password|only the tests use|test-verify-token|0123456789abcdef|^(?:x|\*)+$|^verify(?:[-_]?token)?$/i
/** Passwords that everybody tries first. */
const FIRST_TRIED = /^(?:postgres|password|passw0rd|secret|screening|admin|root|redis|test|changeme|123456.*)$/i

type Named = [name: string, value: string | undefined]

/** Secrets that anybody can guess or read in an example, and values that are not what their name asks for. Names only are said. */
export function judgeSecrets({ databaseUrl, redisUrls = [], secretKeys, messenger, botFramework }: Settings): Finding[] {
  const [key, ...olderKeys] = secretKeys ?? []
  const secrets: Named[] = [
    ['SECRET_KEY', key],
    ['MESSENGER_PAGE_TOKEN', messenger?.pageToken],
    ['MESSENGER_APP_SECRET', messenger?.appSecret],
    ['MESSENGER_VERIFY_TOKEN', messenger?.verifyToken],
    ['MicrosoftAppPassword', botFramework?.appPassword],
  ]
  return [
    ...secrets.flatMap(([name, value]) => (value && isExample(value) ? [exampleFault(name)] : [])),
    ...(key && !isExample(key) && isDull(key) ? [dull('SECRET_KEY')] : []),
    ...olderKeys.flatMap((older) => (isExample(older) || isDull(older) ? [weakOlderKey] : [])),
    ...judgePassword('DATABASE_URL', databaseUrl),
    ...redisUrls.slice(0, 1).flatMap((url) => judgePassword('REDIS_URL', url)),
    ...judgeShapes(messenger),
  ]
}

const isExample = (value: string): boolean => EXAMPLE.test(value)
const isDull = (key: string): boolean => new Set(key).size < 10

/** What it sealed opens by nothing else, so it has to stay. */
const weakOlderKey = warning(
  'Secrets',
  'SECRET_KEY (an older one) can be guessed.',
  'Nothing more to change here; what it sealed needs it still. Treat old back-ups as readable.',
)

function exampleFault(name: string): Finding {
  return fault('Secrets', `${name} is an example that anybody can read or guess.`, adviceFor(name))
}

function dull(name: string): Finding {
  return fault('Secrets', `${name} repeats a few characters, so that it can be guessed.`, adviceFor(name))
}

function adviceFor(name: string): string {
  if (name === 'SECRET_KEY')
    return 'Make a key with: openssl rand -base64 32. If messages are kept already, write the new key, a comma, and this one.'
  if (name === 'MESSENGER_VERIFY_TOKEN') return 'Invent another word of at least 16 letters and digits, and enter it at Meta too.'
  return `Put the real value into ${name}.`
}

/** Without a password the server may know the user by another way. */
function judgePassword(name: string, address: string | undefined): Finding[] {
  const password = address && decodeURIComponent(new URL(address).password)
  if (!password || !FIRST_TRIED.test(password)) return []
  return [
    warning(
      'Secrets',
      `The password in ${name} is one that everybody tries first.`,
      'Give that user another password: openssl rand -hex 24.',
    ),
  ]
}

function judgeShapes(messenger: Settings['messenger']): Finding[] {
  if (!messenger) return []
  const { appSecret, pageToken } = messenger
  const findings: Finding[] = []
  if (!/^[0-9a-f]{32}$/.test(appSecret))
    findings.push(
      warning(
        'Secrets',
        'MESSENGER_APP_SECRET does not look like an app secret, which is 32 digits and letters a to f.',
        'Copy it anew from App settings, Basic.',
      ),
    )
  if (!pageToken.startsWith('EAA'))
    findings.push(
      warning(
        'Secrets',
        'MESSENGER_PAGE_TOKEN does not look like a token of Meta, which begins with EAA.',
        'Generate it anew under Messenger in the app dashboard.',
      ),
    )
  return findings
}
