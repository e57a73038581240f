import type { BotFrameworkSettings } from '../config/settings.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const what = 'Bot Framework'

/** Signs in to Microsoft as the bot does before its first answer. Nothing where the Bot Framework is off. */
export async function checkBotFramework(settings: BotFrameworkSettings | undefined, fetch = globalThis.fetch): Promise<Finding[]> {
  if (!settings) return []
  const { appId, appPassword, cloud } = settings
  if (!appPassword) return [ok(what, 'Signs in by a managed identity, which only the machine that has it can try.')]
  const form = {
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: appPassword,
    scope: `${cloud.oAuthScope ?? 'https://api.botframework.com'}/.default`,
  }
  try {
    const response = await fetch(`${loginUrl(settings)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(10_000),
    })
    if (response.ok) return [ok(what, 'Microsoft accepts the app id and the password.')]
    return [judgeRefusal((await response.json().catch(() => ({}))) as { error_codes?: unknown })]
  } catch {
    return [
      warning(
        what,
        'Microsoft could not be reached to try the app id and the password.',
        'Check that this machine may reach login.microsoftonline.com.',
      ),
    ]
  }
}

/** Microsoft's numbers for what is wrong with a sign-in. */
export function judgeRefusal({ error_codes }: { error_codes?: unknown }): Finding {
  const codes = Array.isArray(error_codes) ? error_codes : []
  if (codes.includes(7000222))
    return fault(what, 'MicrosoftAppPassword has expired.', 'Make a new client secret in the app registration, and set it.')
  if (codes.includes(7000215))
    return fault(
      what,
      'Microsoft refuses MicrosoftAppPassword.',
      "Set the secret's value, not its id; or make a new one in the app registration.",
    )
  if (codes.includes(700016))
    return fault(
      what,
      'Microsoft does not know MicrosoftAppId in that tenant.',
      'Check MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId.',
    )
  return fault(
    what,
    `Microsoft refuses the sign-in (${codes.join(', ') || 'no code'}).`,
    'Check the four MicrosoftApp settings against the app registration.',
  )
}

function loginUrl({ appType, tenantId, cloud }: BotFrameworkSettings): string {
  if (cloud.loginUrl) return cloud.loginUrl.replace(/\/+$/, '')
  const host = cloud.channelService ? 'https://login.microsoftonline.us' : 'https://login.microsoftonline.com'
  const shared = cloud.channelService ? 'MicrosoftServices.onmicrosoft.us' : 'botframework.com'
  return `${host}/${appType === 'MultiTenant' ? shared : tenantId}`
}
