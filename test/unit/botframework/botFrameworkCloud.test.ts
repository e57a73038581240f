import { expect, test } from '@jest/globals'
import { botFrameworkCloud } from '../../../src/channels/botframework/botFrameworkCloud.ts'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import type { BotFrameworkSettings } from '../../../src/config/settings.ts'

const app = { MicrosoftAppId: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', MicrosoftAppPassword: 'x', MicrosoftAppType: 'MultiTenant' }
const tenant = { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: 'our-tenant' }
const government = { ChannelService: 'https://botframework.azure.us' }
const cloudOf = (more: Record<string, string> = {}) =>
  botFrameworkCloud(loadSettings({ ...app, ...more }).botFramework as BotFrameworkSettings)

test.each([
  ['a multi-tenant app', {}, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com'],
  ['a single-tenant app', tenant, 'https://login.microsoftonline.com/our-tenant', 'https://api.botframework.com'],
  ['Azure Government', government, 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us', 'https://api.botframework.us'],
  ['a tenant there', { ...government, ...tenant }, 'https://login.microsoftonline.us/our-tenant', 'https://api.botframework.us'],
])('%s signs in at its own place, for its own connectors', (_what, settings, loginUrl, oAuthScope) => {
  expect(cloudOf(settings)).toMatchObject({ loginUrl, oAuthScope, tokenIssuer: oAuthScope })
})

test('each address can be set, and the others stay', () => {
  const { loginUrl, ...others } = cloudOf()
  const set = cloudOf({ ToChannelFromBotLoginUrl: 'https://login.partner.example.cn/t', ...tenant })
  expect(set).toEqual({ loginUrl: 'https://login.partner.example.cn/t', ...others })
  expect(loginUrl).not.toBe(set.loginUrl)
  expect(
    cloudOf({
      ToChannelFromBotLoginUrl: 'https://a.example/t',
      ToChannelFromBotOAuthScope: 'https://b.example',
      ToBotFromChannelTokenIssuer: 'https://c.example',
      ToBotFromChannelOpenIdMetadataUrl: 'https://d.example',
      ToBotFromEmulatorOpenIdMetadataUrl: 'https://e.example',
    }),
  ).toEqual({
    loginUrl: 'https://a.example/t',
    oAuthScope: 'https://b.example',
    tokenIssuer: 'https://c.example',
    openIdMetadataUrl: 'https://d.example',
    emulatorOpenIdMetadataUrl: 'https://e.example',
  })
})
