import type { RawSettings } from './settingsSchema.ts'

/** The Messenger channel's settings; present as a whole or not at all. */
export type MessengerSettings = {
  pageId: string
  pageToken: string
  appSecret: string
  verifyToken: string
  graphUrl: string
  graphVersion: string
  appId: string | undefined
  /** Messages a second to all people together. */
  sendRate: number
}

/** The app under which Bot Framework channels reach us; present as a whole or not at all. */
export type BotFrameworkSettings = {
  appId: string
  /** Absent for a managed identity. */
  appPassword: string | undefined
  appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI'
  tenantId: string | undefined
  cloud: {
    /** Which of Microsoft's clouds; absent: the public one. */
    channelService: string | undefined
    /** Each absent one is that cloud's own. */
    loginUrl: string | undefined
    oAuthScope: string | undefined
    tokenIssuer: string | undefined
    openIdMetadataUrl: string | undefined
    emulatorOpenIdMetadataUrl: string | undefined
  }
}

/** GOV.UK Notify; without it nothing is sent outside the chat. */
export type NotifySettings = {
  apiKey: string
  url: string
  smsTemplate: string
  emailTemplate: string
  /** Absent: its callbacks are not taken. */
  callbackToken: string | undefined
}

/** The OpenID provider at which staff may sign in; present as a whole or not at all. */
export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** As people call it. */
  name: string
}

/** The settings as the rest of the code sees them: parsed once, complete, and nobody reads the environment again. */
export type Settings = {
  port: number
  /** All addresses when absent. */
  host: string | undefined
  /** Without a slash at its end; absent where nothing is known of the outside. */
  publicUrl: string | undefined
  /** How many proxies of ours add to X-Forwarded-For. */
  trustedProxies: number
  dataDir: string
  databaseUrl: string | undefined
  /** Several: nodes of a cluster. */
  redisUrls: string[] | undefined
  /** The first seals, all open. Absent on an embedded installation, which makes its own. */
  secretKeys: string[] | undefined
  logLevel: RawSettings['LOG_LEVEL']
  /** Needed to read the measures; nothing is when absent. */
  metricsToken: string | undefined
  messenger: MessengerSettings | undefined
  /** Absent: only the Emulator on this machine is answered. */
  botFramework: BotFrameworkSettings | undefined
  notify: NotifySettings | undefined
  /** Absent: staff sign in with a password only. */
  oidc: OidcSettings | undefined
}
