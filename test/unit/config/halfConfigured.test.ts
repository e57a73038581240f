import { describe, expect, test } from '@jest/globals'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import { faultsOf } from './faultsOf.ts'

const messenger = {
  MESSENGER_PAGE_ID: '100200300',
  MESSENGER_PAGE_TOKEN: 'EAAB-token',
  MESSENGER_APP_SECRET: 'app-secret',
  MESSENGER_VERIFY_TOKEN: 'a-word',
}
const names = Object.keys(messenger)

/** Every choice of some, but not all, of the four. */
const halves = Array.from({ length: 14 }, (_, index) => names.filter((_name, bit) => (index + 1) & (1 << bit)))

describe('Messenger', () => {
  test('is on when its four settings are there', () => {
    expect(loadSettings(messenger).messenger).toEqual({
      pageId: '100200300',
      pageToken: 'EAAB-token',
      appSecret: 'app-secret',
      verifyToken: 'a-word',
      graphUrl: 'https://graph.facebook.com',
      graphVersion: 'v26.0',
      sendRate: 10,
    })
  })

  test('can be pointed elsewhere', () => {
    const elsewhere = { MESSENGER_GRAPH_URL: 'http://localhost:9', MESSENGER_GRAPH_VERSION: 'v27.1' }
    expect(loadSettings({ ...messenger, ...elsewhere }).messenger).toMatchObject({ graphUrl: 'http://localhost:9', graphVersion: 'v27.1' })
    expect(loadSettings(elsewhere).messenger).toBeUndefined()
  })

  test.each(halves.map((present) => [present]))('with only %j names exactly what is missing', (present) => {
    const missing = names.filter((name) => !present.includes(name))
    const given = Object.fromEntries(present.map((name) => [name, messenger[name as keyof typeof messenger]]))
    const is = missing.length === 1 ? 'is' : 'are'
    expect(faultsOf(given)).toEqual([`Messenger is only half configured: ${missing.join(', ')} ${is} missing.`])
  })
})

describe('the Bot Framework', () => {
  const id = { MicrosoftAppId: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' }
  const password = { MicrosoftAppPassword: 'hunter2' }
  const tenant = { MicrosoftAppTenantId: 'a-tenant' }
  const type = (MicrosoftAppType: string) => ({ MicrosoftAppType })

  test.each([
    ['nothing', {}],
    ['a multi-tenant app', { ...id, ...password, ...type('MultiTenant') }],
    ['a single-tenant app', { ...id, ...password, ...tenant, ...type('SingleTenant') }],
    ['a managed identity', { ...id, ...tenant, ...type('UserAssignedMSI') }],
  ])('takes %s', (_, given) => {
    expect(faultsOf(given)).toEqual([])
  })

  test.each([
    ['an id alone', id, ['MicrosoftAppType is missing', 'MicrosoftAppPassword is missing']],
    ['a password without an id', password, ['MicrosoftAppId is missing']],
    ['a type without an id', type('MultiTenant'), ['MicrosoftAppId is missing']],
    ['a tenant without an id', tenant, ['MicrosoftAppId is missing']],
    [
      'a cloud without an id',
      { ChannelService: 'https://botframework.azure.us' },
      ['ChannelService is set, but MicrosoftAppId is missing'],
    ],
    [
      'an address of a cloud without an id',
      { ToChannelFromBotLoginUrl: 'https://login.example/t' },
      ['ToChannelFromBotLoginUrl is set, but MicrosoftAppId is missing'],
    ],
    ['an id and a password without a type', { ...id, ...password }, ['MicrosoftAppType is missing']],
    ['an app without a password', { ...id, ...type('MultiTenant') }, ['MicrosoftAppPassword is missing']],
    ['a single-tenant app without its tenant', { ...id, ...password, ...type('SingleTenant') }, ['MicrosoftAppTenantId is missing']],
    ['a managed identity without its tenant', { ...id, ...type('UserAssignedMSI') }, ['MicrosoftAppTenantId is missing']],
    [
      'a managed identity with a password',
      { ...id, ...password, ...tenant, ...type('UserAssignedMSI') },
      ['MicrosoftAppPassword must be left out'],
    ],
  ])('does not take %s', (_, given, expected) => {
    const faults = faultsOf(given)
    expect(faults).toEqual(expected.map((part) => expect.stringContaining(part)))
    expect(faults.join()).not.toContain('hunter2')
  })
})
