import type { DeliveryOutcome } from '../../conversation/channel.ts'
import { ConnectorFailure, type FailureFacts } from './connectorFailure.ts'

const minute = 60_000

/** What an operator should do when a connector lets nothing through. */
export const stopAdvice = {
  signIn:
    'The app could not sign in with MicrosoftAppId and MicrosoftAppPassword. Check both, MicrosoftAppType and MicrosoftAppTenantId at the app registration (a password expires), and start the service anew.',
  connector:
    "The channel's connector refuses this app. Check that MicrosoftAppId and MicrosoftAppPassword are those of the Azure Bot resource, and that the channel is on there; then start the service anew.",
  noAppId:
    'Messages for Azure channels are waiting, but MicrosoftAppId is not set. Set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppType, and start the service anew.',
} as const

/** With these a connector's 403 is about one person or conversation, not about the app. */
const aboutThePerson = new Set([
  'MessageWritesBlocked',
  'BotDisabledByUser',
  'ConversationBlockedByUser',
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
])

/**
 * What the channel's port is told about a delivery that failed. Codes read `403/MessageWritesBlocked`, `HTTP_502` or
 * `TIMEOUT`. Whatever is not a `ConnectorFailure` happened before anything was sent, and is a fault in the message.
 */
export function deliveryOutcome(error: unknown): DeliveryOutcome {
  if (!(error instanceof ConnectorFailure)) return { kind: 'refused', code: 'NOT_SENDABLE' }
  const { facts } = error
  switch (facts.kind) {
    case 'answered':
      return answerOutcome(facts)
    case 'signInRefused':
      return { kind: 'channelStopped', code: facts.code, advice: stopAdvice.signIn, retryMs: minute }
    case 'notSignedIn':
      return { kind: 'retry', code: facts.code }
    case 'noConnection':
      return { kind: 'retry', code: 'NO_CONNECTION' }
    case 'brokenOff':
      return { kind: 'unknown', code: 'BROKEN_OFF' }
    case 'timeout':
      return { kind: 'unknown', code: 'TIMEOUT' }
  }
}

function answerOutcome({ status, code: own, retryAfterMs }: Extract<FailureFacts, { kind: 'answered' }>): DeliveryOutcome {
  const code = own ? `${status}/${own}` : `HTTP_${status}`
  const pause = retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }
  if (status === 403 && own && aboutThePerson.has(own)) return { kind: 'unreachable', code }
  if (status === 401 || status === 403) return { kind: 'channelStopped', code, advice: stopAdvice.connector, retryMs: minute }
  if (status === 404 || status === 410) return { kind: 'unreachable', code }
  if (status === 412 || status === 429 || status === 503) return { kind: 'retry', code, ...pause }
  if (status === 408 || status >= 500) return { kind: 'unknown', code }
  return { kind: 'refused', code }
}
