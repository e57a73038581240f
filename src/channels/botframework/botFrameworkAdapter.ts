import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import type { BotFrameworkSettings } from '../../config/settings.ts'
import type { Reply } from '../../conversation/activity.ts'
import { type BotFrameworkCloud, botFrameworkCloud } from './botFrameworkCloud.ts'
import { ConnectorFailure } from './connectorFailure.ts'
import { createConnectorHttpClient } from './connectorHttpClient.ts'
import { managedCredentials } from './managedCredentials.ts'
import { passwordCredentials } from './passwordCredentials.ts'
import type { ReplyRoute } from './replyRoute.ts'
import { createSignIn, type SignIn } from './signIn.ts'

type Claims = { getClaimValue(type: string): string | null }
type Authentication = ConfigurationBotFrameworkAuthentication
export type Caller = Awaited<ReturnType<Authentication['authenticateRequest']>>
export type InvokeAnswer = { status: number; body?: unknown }

/**
 * The SDK's adapter, taken apart: it checks who calls, it takes what they bring, and, whenever there is something to say,
 * it says it. No turn of the bot runs in it.
 */
export class BotFrameworkAdapter extends CloudAdapter {
  /** Absent: nobody proves anything, and only programs on this machine are talked with. */
  readonly appId: string | undefined
  private readonly signIn: SignIn | undefined

  constructor(settings: BotFrameworkSettings | undefined, options: { timeoutMs?: number } = {}) {
    const cloud = settings && botFrameworkCloud(settings)
    const signIn = cloud && passwordSignIn(settings, cloud)
    const credentials = cloud && (signIn ? passwordCredentials(settings.appId, cloud.oAuthScope, signIn) : managedCredentials(settings))
    const connector = { httpClient: createConnectorHttpClient(options) }
    super(new ConfigurationBotFrameworkAuthentication(sdkSettings(settings, cloud), credentials, undefined, undefined, connector))
    this.appId = settings?.appId
    this.signIn = signIn
  }

  /** Who calls, by their token. Rejects with whatever the SDK finds wrong. */
  async identify(activity: Activity, authorization: string): Promise<{ caller: Caller; claims: Claims }> {
    const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization)
    return { caller, claims: caller.claimsIdentity }
  }

  /** Runs `take` in a turn context for what a caller brings; resolves with what the protocol wants to be answered. */
  receive(caller: Caller, activity: Activity, take: (context: TurnContext) => Promise<void>): Promise<InvokeAnswer | undefined> {
    return this.processActivity(caller, activity, take)
  }

  /** Says something in a conversation at any time later. Resolves with the connector's id for it. Throws `ConnectorFailure`. */
  async say({ reference, audience = '' }: ReplyRoute, reply: Reply): Promise<string | undefined> {
    let id: string | undefined
    const speak = async (context: TurnContext) => {
      // The SDK would reply to an id that it has made up.
      context.activity.id = reference.activityId as string
      id = (await context.sendActivity(reply))?.id
    }
    try {
      await this.continueConversationAsync(this.appId ?? '', reference, audience, speak)
    } catch (error) {
      if (error instanceof ConnectorFailure && error.facts.kind === 'answered' && error.facts.status === 401) this.signIn?.forget()
      throw error
    }
    return id
  }
}

/** A managed identity has no password. */
function passwordSignIn({ appId, appPassword }: BotFrameworkSettings, { loginUrl }: BotFrameworkCloud): SignIn | undefined {
  return appPassword ? createSignIn({ loginUrl, appId, appPassword }) : undefined
}

/** Every address is given, so that the SDK neither guesses nor reads the environment. */
function sdkSettings(settings: BotFrameworkSettings | undefined, cloud: BotFrameworkCloud | undefined) {
  if (!settings || !cloud) return {}
  return {
    MicrosoftAppId: settings.appId,
    ...(settings.tenantId ? { MicrosoftAppTenantId: settings.tenantId } : {}),
    ToChannelFromBotLoginUrl: cloud.loginUrl,
    ToChannelFromBotOAuthScope: cloud.oAuthScope,
    ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorOpenIdMetadataUrl,
    // Never asked: nobody signs in through the bot.
    OAuthUrl: cloud.oAuthScope,
  }
}
