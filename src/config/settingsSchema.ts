import { z } from 'zod'

const text = z.string().trim().min(1)
const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address that begins with http:// or https://' })

/** Who listens on the way to it could say who somebody is. */
function isSafeIssuer(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

const UNREADABLE = 'cannot be read as an address. Special letters in the password must be percent-encoded (/ is %2F, # is %23, @ is %40)'

/** Whether an address of a store means what it says: a / in a password would end its host, and nobody would notice. */
function isReadable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password, pathname, search, hash } = new URL(address)
  const cutShort = username === '' && password === '' && `${pathname}${search}${hash}`.includes('@')
  return !cutShort && hash === '' && ![username, password].some((part) => /%(?![0-9a-f]{2})/i.test(part))
}

/**
 * Every setting, by the name of its environment variable. Blank counts as absent (`loadSettings` sees to it).
 * `.env.example` and the README's table are compared with this schema.
 */
export const settingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be at most 65535')
    .default(3978)
    .meta({ description: 'Port to listen on. 3978 when blank.' }),
  HOST: text.optional().meta({ description: 'Address to listen on, such as 127.0.0.1. All addresses of the machine when blank.' }),
  PUBLIC_URL: webAddress
    .optional()
    .meta({ description: 'The address under which people reach the service, such as https://chat.example.org.' }),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a number from 0 to 9').transform(Number).default(0).meta({
    description:
      "How many proxies of your own stand in front of the service, which add people's addresses to X-Forwarded-For. 0 when blank: the header is not believed.",
  }),
  DATA_DIR: text.default('./data').meta({ description: 'Folder for the embedded database and its key. ./data when blank.' }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//i, { error: 'must begin with postgres:// or postgresql://', abort: true })
    .refine(isReadable, UNREADABLE)
    .optional()
    .meta({ description: 'PostgreSQL, such as postgres://user:password@host/database. Blank: the embedded database in DATA_DIR.' }),
  REDIS_URL: z
    .string()
    .transform((urls) => urls.split(',').map((url) => url.trim()))
    .refine((urls) => urls.every((url) => /^rediss?:\/\/\S/.test(url)), {
      error: 'must begin with redis:// or rediss:// (each, when several are given)',
      abort: true,
    })
    .refine((urls) => urls.every(isReadable), UNREADABLE)
    .optional()
    .meta({
      description:
        'Redis for session state, such as redis://host:6379; of a Redis Cluster several nodes, separated by commas. Blank: session state is kept in the database.',
    }),
  SECRET_KEY: z
    .string()
    .transform((keys) => keys.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => key.length >= 32), 'must be at least 32 characters (each, when several are given)')
    .optional()
    .meta({
      description:
        'Seals personal data; at least 32 random characters. To change it write the new key, a comma, the old key. Needed with DATABASE_URL; the embedded database makes its own.',
    }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info')
    .meta({ description: 'How much is logged: debug, info, warn or error. info when blank.' }),
  METRICS_TOKEN: text.min(16, 'must be at least 16 characters').regex(/^\S+$/, 'must have no spaces').optional().meta({
    description: 'Needed to read /metrics, as a bearer token; at least 16 characters. Blank: anybody who reaches /metrics may read it.',
  }),
  MESSENGER_PAGE_ID: text
    .regex(/^\d+$/, 'must be the number of the page')
    .optional()
    .meta({ description: 'Messenger: the number of the Facebook page.' }),
  MESSENGER_PAGE_TOKEN: text.optional().meta({ description: 'Messenger: the page access token.' }),
  MESSENGER_APP_SECRET: text.optional().meta({ description: "Messenger: the app's secret, which signs Meta's calls." }),
  MESSENGER_VERIFY_TOKEN: text.optional().meta({ description: 'Messenger: a word of your own, entered with the webhook at Meta.' }),
  MESSENGER_GRAPH_URL: webAddress
    .default('https://graph.facebook.com')
    .meta({ description: 'Messenger: the Graph API. https://graph.facebook.com when blank.' }),
  MESSENGER_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v26.0')
    .default('v26.0')
    .meta({ description: "Messenger: the Graph API's version. v26.0 when blank." }),
  MESSENGER_APP_ID: text
    .regex(/^\d+$/, 'must be the number of the app')
    .optional()
    .meta({ description: "Messenger: the app's number, by which its own subscription and messages are known. Optional." }),
  MESSENGER_SEND_RATE: z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((rate) => rate >= 1, 'must be at least 1')
    .default(10)
    .meta({
      description:
        'Messenger: messages a second to all people together. 10 when blank. Above 40 the Page Inbox stops working, above 300 Meta refuses.',
    }),
  MicrosoftAppId: z.guid('must be the id of the app registration').optional().meta({ description: 'Bot Framework channels: the app id.' }),
  MicrosoftAppPassword: text.optional().meta({ description: 'Bot Framework channels: the app password.' }),
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], { error: 'must be MultiTenant, SingleTenant or UserAssignedMSI' })
    .optional()
    .meta({ description: 'Bot Framework channels: MultiTenant, SingleTenant or UserAssignedMSI.' }),
  MicrosoftAppTenantId: text.optional().meta({ description: 'Bot Framework channels: the tenant, where the app is single-tenant.' }),
  ChannelService: z
    .literal('https://botframework.azure.us', { error: 'must be https://botframework.azure.us, or blank' })
    .optional()
    .meta({ description: 'Bot Framework channels: https://botframework.azure.us for Azure Government. Blank: the public cloud.' }),
  ToChannelFromBotLoginUrl: webAddress
    .optional()
    .meta({ description: "Bot Framework channels: where the app signs in, with its tenant. The cloud's own when blank." }),
  ToChannelFromBotOAuthScope: text
    .optional()
    .meta({ description: "Bot Framework channels: what the app's token is for. The cloud's own when blank." }),
  ToBotFromChannelTokenIssuer: text
    .optional()
    .meta({ description: "Bot Framework channels: who issues the channels' tokens. The cloud's own when blank." }),
  ToBotFromChannelOpenIdMetadataUrl: webAddress
    .optional()
    .meta({ description: "Bot Framework channels: where the keys of the channels' tokens are. The cloud's own when blank." }),
  ToBotFromEmulatorOpenIdMetadataUrl: webAddress
    .optional()
    .meta({ description: "Bot Framework channels: where the keys of the Emulator's tokens are. The cloud's own when blank." }),
  NOTIFY_API_KEY: text.optional().meta({ description: 'GOV.UK Notify: the API key.' }),
  NOTIFY_URL: webAddress
    .default('https://api.notifications.service.gov.uk')
    .meta({ description: "GOV.UK Notify: its address. Notify's own when blank." }),
  NOTIFY_SMS_TEMPLATE: z.guid('must be the id of a template').optional().meta({
    description: 'GOV.UK Notify: the id of the text message template, whose whole text is ((message)). Needed with the key.',
  }),
  NOTIFY_EMAIL_TEMPLATE: z.guid('must be the id of a template').optional().meta({
    description:
      'GOV.UK Notify: the id of the email template, whose subject is ((subject)) and whose text is ((body)). Needed with the key.',
  }),
  NOTIFY_CALLBACK_TOKEN: text.min(16, 'must be at least 16 characters').regex(/^\S+$/, 'must have no spaces').optional().meta({
    description:
      'GOV.UK Notify: the bearer token of its callbacks, entered there with the addresses /webhooks/notify and /webhooks/notify/inbound; at least 16 characters. Blank: what became of messages, and STOP, is not heard.',
  }),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be a web address that begins with https://', abort: true })
    .refine(isSafeIssuer, 'must begin with https:// (http:// only on this machine)')
    .optional()
    .meta({
      description:
        'OpenID Connect: the issuer, such as https://login.example.org, at which staff may sign in. Blank: they sign in with a password only.',
    }),
  OIDC_CLIENT_ID: text.optional().meta({ description: 'OpenID Connect: the client id. Needed with the issuer.' }),
  OIDC_CLIENT_SECRET: text.optional().meta({ description: 'OpenID Connect: the client secret. Needed with the issuer.' }),
  OIDC_NAME: text
    .max(60, 'must be at most 60 characters')
    .default('your organisation')
    .meta({ description: 'OpenID Connect: what the sign-in page calls it, such as NHSmail. "your organisation" when blank.' }),
})

export type RawSettings = z.infer<typeof settingsSchema>
