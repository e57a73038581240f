import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { SignIn } from './signIn.ts'

/** Where the SDK gets the app's tokens from. */
export type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>

/**
 * What the SDK asks for the app's tokens, in place of its own, which signs in with MSAL: that takes only https and the
 * addresses that Microsoft's own directory knows, so that neither another cloud nor a stand-in could be signed in at.
 */
export function passwordCredentials(appId: string, oAuthScope: string, signIn: SignIn): CredentialsFactory {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await signIn.token(audience || oAuthScope)}`)
        return request
      },
    }),
  }
}
