import type { BotFrameworkSettings } from '../../config/settings.ts'

/** Where one of Microsoft's clouds, or a stand-in of it, keeps what both sides prove themselves with. */
export type BotFrameworkCloud = {
  /** Where the app signs in, with the tenant. */
  loginUrl: string
  /** What the app's token is for. */
  oAuthScope: string
  /** Who issues the channels' tokens, and where their keys are. */
  tokenIssuer: string
  openIdMetadataUrl: string
  /** Where the keys of the Emulator's tokens are. */
  emulatorOpenIdMetadataUrl: string
}

/** The same addresses as in the SDK, which does not give them out. */
const publicCloud = {
  login: 'https://login.microsoftonline.com/',
  tenant: 'botframework.com',
  oAuthScope: 'https://api.botframework.com',
  tokenIssuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorOpenIdMetadataUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
}

const governmentCloud = {
  login: 'https://login.microsoftonline.us/',
  tenant: 'MicrosoftServices.onmicrosoft.us',
  oAuthScope: 'https://api.botframework.us',
  tokenIssuer: 'https://api.botframework.us',
  openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  emulatorOpenIdMetadataUrl: 'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
}

/** The cloud that the settings name, with what they set otherwise. A single-tenant app signs in at its own tenant. */
export function botFrameworkCloud({ appType, tenantId, cloud }: BotFrameworkSettings): BotFrameworkCloud {
  const own = cloud.channelService ? governmentCloud : publicCloud
  return {
    loginUrl: cloud.loginUrl ?? own.login + (appType === 'SingleTenant' && tenantId ? tenantId : own.tenant),
    oAuthScope: cloud.oAuthScope ?? own.oAuthScope,
    tokenIssuer: cloud.tokenIssuer ?? own.tokenIssuer,
    openIdMetadataUrl: cloud.openIdMetadataUrl ?? own.openIdMetadataUrl,
    emulatorOpenIdMetadataUrl: cloud.emulatorOpenIdMetadataUrl ?? own.emulatorOpenIdMetadataUrl,
  }
}
