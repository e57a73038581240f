/**
 * Why the connector, or the sign-in before it, did not take a message. It is no `RestError`, and so the SDK does not try
 * again by itself.
 *
 * - `answered`     the connector refused it with a status, and maybe a code of its own
 * - `signInRefused` the app's id and password were not taken; nothing was sent
 * - `notSignedIn`  there was no token to be had; nothing was sent
 * - `noConnection` nothing was sent
 * - `brokenOff`, `timeout` no usable answer: it may or may not have been taken
 */
export type FailureFacts =
  | { kind: 'answered'; status: number; code?: string; retryAfterMs?: number }
  | { kind: 'signInRefused' | 'notSignedIn'; code: string }
  | { kind: 'noConnection' | 'brokenOff' | 'timeout' }

export class ConnectorFailure extends Error {
  readonly facts: FailureFacts

  constructor(facts: FailureFacts, options?: ErrorOptions) {
    super(`The connector did not take it: ${facts.kind}.`, options)
    this.name = 'ConnectorFailure'
    this.facts = facts
  }
}
