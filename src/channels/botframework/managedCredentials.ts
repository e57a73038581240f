import { ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import type { BotFrameworkSettings } from '../../config/settings.ts'
import { ConnectorFailure } from './connectorFailure.ts'
import type { CredentialsFactory } from './passwordCredentials.ts'

/** The SDK asks the machine again and again, and would keep a worker waiting. */
const patienceMs = 10_000

/** Tokens of a managed identity: the SDK asks the machine it runs on. Whatever is wrong there, nothing was sent. */
export function managedCredentials({ appId, tenantId = '' }: BotFrameworkSettings): CredentialsFactory {
  const machine = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
  })
  return {
    isValidAppId: (id) => machine.isValidAppId(id),
    isAuthenticationDisabled: () => machine.isAuthenticationDisabled(),
    async createCredentials(id, audience = '', ...login) {
      const credentials = await machine.createCredentials(id, audience, ...login)
      return { signRequest: (request) => orNotSignedIn(credentials.signRequest(request)) }
    },
  }
}

async function orNotSignedIn<Signed>(signing: Promise<Signed>): Promise<Signed> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The machine does not say who it is.')), patienceMs)
  })
  try {
    return await Promise.race([signing, tooLong])
  } catch (error) {
    throw new ConnectorFailure({ kind: 'notSignedIn', code: 'MANAGED_IDENTITY' }, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
