import { type Finding, fault, ok, warning } from './finding.ts'

/** What Meta knows of our page token. Times in seconds since 1970, 0 for never. */
export type TokenFacts = { appId: string; isValid: boolean; scopes: string[]; expiresAt: number; dataAccessExpiresAt: number }

const NEEDED = ['pages_messaging', 'pages_manage_metadata']
export const expiryWarningSeconds = 14 * 24 * 3600

const what = 'Page token'
const anew = 'Generate a new token for the page in the app dashboard, set MESSENGER_PAGE_TOKEN, and restart every process.'

/** `now` in seconds since 1970. */
export function judgeToken(
  { appId, isValid, scopes, expiresAt, dataAccessExpiresAt }: TokenFacts,
  ourAppId: string,
  now: number,
): Finding[] {
  if (!isValid) return [fault(what, 'Meta says that MESSENGER_PAGE_TOKEN is not valid any more.', anew)]
  const missing = NEEDED.filter((scope) => !scopes.includes(scope))
  const findings = [
    ...(appId === ourAppId
      ? []
      : [
          fault(
            what,
            'MESSENGER_PAGE_TOKEN is of another app than MESSENGER_APP_ID.',
            'Generate the token in the app of MESSENGER_APP_ID.',
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          fault(
            what,
            `The token lacks ${missing.join(' and ')}.`,
            `Generate it anew and grant ${missing.join(' and ')}; for patients to be answered, App Review must have approved pages_messaging.`,
          ),
        ]),
    ...judgeExpiry('The token', expiresAt, now, anew),
    ...judgeExpiry(
      "The token's access to data",
      dataAccessExpiresAt,
      now,
      'Somebody who manages the page must sign in to the app again. Then generate the token anew.',
    ),
  ]
  return findings.length > 0 ? findings : [ok(what, `Has ${NEEDED.join(' and ')}, and does not end soon.`)]
}

function judgeExpiry(thing: string, at: number, now: number, advice: string): Finding[] {
  if (at === 0 || at - now > expiryWarningSeconds) return []
  if (at <= now) return [fault(what, `${thing} has ended.`, advice)]
  const days = Math.floor((at - now) / 86_400)
  return [warning(what, `${thing} ends ${days === 0 ? 'within a day' : days === 1 ? 'in a day' : `in ${days} days`}.`, advice)]
}
