import type { z } from 'zod'
import { SettingsError } from '../kernel/settingsError.ts'
import type { BotFrameworkSettings, MessengerSettings, NotifySettings, OidcSettings, Settings } from './settings.ts'
import { type RawSettings, settingsSchema } from './settingsSchema.ts'

/**
 * Reads the settings from the environment. Throws one `SettingsError` that names every fault, in plain words and
 * without any value, since a value may be a secret.
 */
export function loadSettings(environment: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])))
  const parsed = settingsSchema.safeParse(present)
  const faults = parsed.success ? [] : describe(parsed.error)
  faults.push(...halfConfigured(present))
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults)
  return toSettings(parsed.data)
}

function describe(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
}

/** Settings that only make sense together. */
function halfConfigured(present: Record<string, string | undefined>): string[] {
  const faults = []
  const messenger = ['MESSENGER_PAGE_ID', 'MESSENGER_PAGE_TOKEN', 'MESSENGER_APP_SECRET', 'MESSENGER_VERIFY_TOKEN']
  faults.push(...allOrNone('Messenger', messenger, present))
  faults.push(...halfConfiguredBotFramework(present))
  faults.push(...allOrNone('GOV.UK Notify', ['NOTIFY_API_KEY', 'NOTIFY_SMS_TEMPLATE', 'NOTIFY_EMAIL_TEMPLATE'], present))
  faults.push(...allOrNone('OpenID Connect', ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], present))
  if (present.DATABASE_URL && !present.SECRET_KEY)
    faults.push('SECRET_KEY is missing. With DATABASE_URL every process needs the same key of at least 32 random characters.')
  return faults
}

const cloudNames = [
  'ChannelService',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
]

/** The same demands as the SDK makes, so that they are met at the start and not at the first message. */
function halfConfiguredBotFramework(present: Record<string, string | undefined>): string[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppType: type, MicrosoftAppTenantId: tenant } = present
  const faults = allOrNone('The Bot Framework', ['MicrosoftAppId', 'MicrosoftAppType'], present)
  const managed = type === 'UserAssignedMSI'
  if (password && !id) faults.push('MicrosoftAppPassword is set, but MicrosoftAppId is missing.')
  if (tenant && !id) faults.push('MicrosoftAppTenantId is set, but MicrosoftAppId is missing.')
  for (const name of cloudNames) if (present[name] && !id) faults.push(`${name} is set, but MicrosoftAppId is missing.`)
  if (id && !managed && !password) faults.push('MicrosoftAppId is set, but MicrosoftAppPassword is missing.')
  if (managed && password) faults.push('MicrosoftAppPassword must be left out: MicrosoftAppType is UserAssignedMSI.')
  if ((managed || type === 'SingleTenant') && !tenant) faults.push(`MicrosoftAppType is ${type}, but MicrosoftAppTenantId is missing.`)
  return faults
}

function allOrNone(what: string, names: string[], present: Record<string, string | undefined>): string[] {
  const missing = names.filter((name) => !present[name])
  if (missing.length === 0 || missing.length === names.length) return []
  return [`${what} is only half configured: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`]
}

function toSettings(raw: RawSettings): Settings {
  return {
    port: raw.PORT,
    host: raw.HOST,
    publicUrl: raw.PUBLIC_URL?.replace(/\/+$/, ''),
    trustedProxies: raw.TRUSTED_PROXIES,
    dataDir: raw.DATA_DIR,
    databaseUrl: raw.DATABASE_URL,
    redisUrls: raw.REDIS_URL,
    secretKeys: raw.SECRET_KEY,
    logLevel: raw.LOG_LEVEL,
    metricsToken: raw.METRICS_TOKEN,
    messenger: toMessenger(raw),
    botFramework: toBotFramework(raw),
    notify: toNotify(raw),
    oidc: toOidc(raw),
  }
}

function toMessenger(raw: RawSettings): MessengerSettings | undefined {
  const {
    MESSENGER_PAGE_ID: pageId,
    MESSENGER_PAGE_TOKEN: pageToken,
    MESSENGER_APP_SECRET: appSecret,
    MESSENGER_VERIFY_TOKEN: verifyToken,
  } = raw
  if (!pageId || !pageToken || !appSecret || !verifyToken) return undefined
  return {
    pageId,
    pageToken,
    appSecret,
    verifyToken,
    graphUrl: raw.MESSENGER_GRAPH_URL,
    graphVersion: raw.MESSENGER_GRAPH_VERSION,
    appId: raw.MESSENGER_APP_ID,
    sendRate: raw.MESSENGER_SEND_RATE,
  }
}

function toBotFramework(raw: RawSettings): BotFrameworkSettings | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppType: appType } = raw
  if (!appId || !appType) return undefined
  return {
    appId,
    appPassword: raw.MicrosoftAppPassword,
    appType,
    tenantId: raw.MicrosoftAppTenantId,
    cloud: {
      channelService: raw.ChannelService,
      loginUrl: raw.ToChannelFromBotLoginUrl,
      oAuthScope: raw.ToChannelFromBotOAuthScope,
      tokenIssuer: raw.ToBotFromChannelTokenIssuer,
      openIdMetadataUrl: raw.ToBotFromChannelOpenIdMetadataUrl,
      emulatorOpenIdMetadataUrl: raw.ToBotFromEmulatorOpenIdMetadataUrl,
    },
  }
}

function toNotify(raw: RawSettings): NotifySettings | undefined {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_SMS_TEMPLATE: smsTemplate, NOTIFY_EMAIL_TEMPLATE: emailTemplate } = raw
  if (!apiKey || !smsTemplate || !emailTemplate) return undefined
  return { apiKey, url: raw.NOTIFY_URL, smsTemplate, emailTemplate, callbackToken: raw.NOTIFY_CALLBACK_TOKEN }
}

function toOidc({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  ...raw
}: RawSettings): OidcSettings | undefined {
  if (!issuer || !clientId || !clientSecret) return undefined
  return { issuer, clientId, clientSecret, name: raw.OIDC_NAME }
}
