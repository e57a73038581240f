import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConnectorFailure } from '../../../src/channels/botframework/connectorFailure.ts'
import { createSignIn, type SignIn } from '../../../src/channels/botframework/signIn.ts'
import { type IdentityStandIn, startIdentityStandIn } from '../../support/identityStandIn.ts'
import { freePort } from '../../support/stores/freePort.ts'

let identity: IdentityStandIn
beforeEach(async () => {
  identity = await startIdentityStandIn()
})
afterEach(() => identity.close())

const scope = 'https://api.botframework.test'

function signInWith(settings: Record<string, string> = {}): SignIn {
  const {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    ToChannelFromBotLoginUrl: loginUrl,
  } = { ...identity.settings, ...settings }
  return createSignIn({ appId, appPassword, loginUrl })
}

const failureOf = (signIn: SignIn, forScope = scope) =>
  signIn.token(forScope).then(
    () => undefined,
    (error: unknown) => (error instanceof ConnectorFailure ? error.facts : error),
  )

describe('the app signs in', () => {
  test('with its id and password, for a scope', async () => {
    expect(identity.hasIssued(await signInWith().token(scope))).toBe(true)
    expect(identity.signIns).toMatchObject([{ client_id: identity.appId, grant_type: 'client_credentials', scope: `${scope}/.default` }])
  })

  test('once for many that wait, and not again while the token is good', async () => {
    const signIn = signInWith()
    const tokens = await Promise.all([1, 2, 3].map(() => signIn.token(scope)))
    expect(new Set([...tokens, await signIn.token(scope)]).size).toBe(1)
    expect(identity.signIns).toHaveLength(1)
  })

  test('anew when the token is in its last five minutes, or was refused', async () => {
    const signIn = signInWith()
    identity.failSignIns({ status: 200, body: { access_token: 'brief', expires_in: 299 } })
    expect(await signIn.token(scope)).toBe('brief')
    identity.failSignIns({ status: 200, body: { access_token: 'long', expires_in: '360' } })
    expect(await signIn.token(scope)).toBe('long')
    identity.failSignIns(undefined)
    expect(await signIn.token(scope)).toBe('long')
    signIn.forget()
    expect(await signIn.token(scope)).not.toBe('long')
    expect(identity.signIns).toHaveLength(3)
  })

  test('again after a failure', async () => {
    const signIn = signInWith()
    identity.failSignIns({ status: 503, body: {} })
    expect(await failureOf(signIn)).toEqual({ kind: 'notSignedIn', code: 'LOGIN_HTTP_503' })
    identity.failSignIns(undefined)
    expect(await failureOf(signIn)).toBeUndefined()
  })
})

describe('it cannot', () => {
  test.each([
    ['with a wrong password', { MicrosoftAppPassword: 'wrong' }, 'LOGIN_invalid_client'],
    ['with a wrong id', { MicrosoftAppId: 'wrong' }, 'LOGIN_invalid_client'],
  ])('%s: somebody must mend it', async (_what, settings, code) => {
    expect(await failureOf(signInWith(settings))).toEqual({ kind: 'signInRefused', code })
  })

  test('for a scope that it may not have', async () => {
    expect(await failureOf(signInWith(), 'https://elsewhere')).toEqual({ kind: 'signInRefused', code: 'LOGIN_invalid_scope' })
  })

  test.each([
    [200, { nothing: true }, 'LOGIN_UNREADABLE'],
    [400, 'not an error of theirs', 'LOGIN_HTTP_400'],
    [404, {}, 'LOGIN_HTTP_404'],
    [429, { error: 'temporarily_unavailable' }, 'LOGIN_HTTP_429'],
    [500, { error: 'server_error' }, 'LOGIN_HTTP_500'],
  ])('when the answer is %s %j: it passes', async (status, body, code) => {
    identity.failSignIns({ status, body })
    expect(await failureOf(signInWith())).toEqual({ kind: 'notSignedIn', code })
  })

  test('where nobody answers', async () => {
    const nobody = signInWith({ ToChannelFromBotLoginUrl: `http://127.0.0.1:${await freePort()}` })
    expect(await failureOf(nobody)).toEqual({ kind: 'notSignedIn', code: 'LOGIN_UNREACHABLE' })
  })
})
