import { expect, test } from '@jest/globals'
import { loadSettings } from '../../../src/config/loadSettings.ts'

const client = { OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' }
const load = (more: Record<string, string>) => loadSettings({ ...client, ...more }).oidc

test.each([
  'https://login.example.org',
  'https://login.example.org/realms/x',
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
])('the issuer %s can be taken', (issuer) =>
  expect(load({ OIDC_ISSUER: issuer })).toEqual({ issuer, clientId: 'id', clientSecret: 'secret', name: 'your organisation' }),
)

test.each([
  'http://login.example.org',
  'http://127.0.0.1.example.org',
  'http://localhost.example.org',
  'ftp://login.example.org',
  'login.example.org',
])('the issuer %s cannot', (issuer) => expect(() => load({ OIDC_ISSUER: issuer })).toThrow(/OIDC_ISSUER must/))

test('some of the three stop the start, none of them turn it off', () => {
  expect(() => load({})).toThrow('OpenID Connect is only half configured: OIDC_ISSUER is missing')
  expect(loadSettings({ OIDC_NAME: 'NHSmail' }).oidc).toBeUndefined()
})
