import { describe, expect, test } from '@jest/globals'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import { notifyKeys } from '../../support/notifyStandIn.ts'
import { faultsOf } from '../config/faultsOf.ts'

const key = { NOTIFY_API_KEY: notifyKeys.apiKey }
const templates = { NOTIFY_SMS_TEMPLATE: notifyKeys.templates.sms, NOTIFY_EMAIL_TEMPLATE: notifyKeys.templates.email }

describe('GOV.UK Notify', () => {
  test('is off without a key', () => expect(loadSettings({}).notify).toBeUndefined())

  test('is on with a key and two templates', () => {
    expect(loadSettings({ ...key, ...templates, NOTIFY_CALLBACK_TOKEN: 'sixteen-letters-1' }).notify).toEqual({
      apiKey: notifyKeys.apiKey,
      url: 'https://api.notifications.service.gov.uk',
      smsTemplate: templates.NOTIFY_SMS_TEMPLATE,
      emailTemplate: templates.NOTIFY_EMAIL_TEMPLATE,
      callbackToken: 'sixteen-letters-1',
    })
  })

  test.each([
    [key, /half configured: NOTIFY_SMS_TEMPLATE, NOTIFY_EMAIL_TEMPLATE are missing/],
    [templates, /half configured: NOTIFY_API_KEY is missing/],
    [{ ...key, ...templates, NOTIFY_SMS_TEMPLATE: 'x' }, /^NOTIFY_SMS_TEMPLATE must be the id of a template/],
    [{ ...key, ...templates, NOTIFY_CALLBACK_TOKEN: 'short' }, /^NOTIFY_CALLBACK_TOKEN must be at least 16/],
  ])('with %j is a fault', (given, expected) =>
    expect(faultsOf(given as Record<string, string>)).toEqual([expect.stringMatching(expected)]),
  )
})
