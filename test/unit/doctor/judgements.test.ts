import { describe, expect, test } from '@jest/globals'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import { judgeRefusal } from '../../../src/doctor/checkBotFramework.ts'
import { outsideTrouble } from '../../../src/doctor/checkOutside.ts'
import { judgeReadiness } from '../../../src/doctor/checkRunning.ts'
import type { Finding } from '../../../src/doctor/finding.ts'
import { clockDifference, judgeClock } from '../../../src/doctor/judgeClock.ts'
import { judgeNode } from '../../../src/doctor/judgeNode.ts'
import { judgeNotify } from '../../../src/doctor/judgeNotify.ts'
import { judgeSubscription } from '../../../src/doctor/judgePage.ts'
import { judgeSecrets } from '../../../src/doctor/judgeSecrets.ts'
import { judgeSettings } from '../../../src/doctor/judgeSettings.ts'
import { expiryWarningSeconds, judgeToken } from '../../../src/doctor/judgeToken.ts'
import { report } from '../../../src/doctor/report.ts'
import { withoutSecrets } from '../../../src/doctor/withoutSecrets.ts'

const notOk = (findings: Finding[]) => findings.filter(({ state }) => state !== 'ok').map(({ state, says }) => `${state}: ${says}`)

const good = {
  PUBLIC_URL: 'https://chat.trust.nhs.uk',
  TRUSTED_PROXIES: '1',
  DATABASE_URL: 'postgres://screening:0f3c9d7e51@db/screening',
  SECRET_KEY: 'q3Zr8Yw1Lk0Vx7Tn5Bm2Hs9Jd4Fg6Pc=',
  MESSENGER_PAGE_ID: '100',
  MESSENGER_PAGE_TOKEN: 'EAAGm0PX4ZCpsBAKq7',
  MESSENGER_APP_SECRET: '9f86d081884c7d659a2feaa0c55ad015',
  MESSENGER_VERIFY_TOKEN: 'harbour-wall-92-teal',
}

describe('settings', () => {
  const judge = (more: Record<string, string>) => notOk(judgeSettings(loadSettings({ ...good, ...more })))

  test('as they should be have nothing against them', () => expect(judge({})).toEqual([]))
  test.each([
    ['', 'fault: PUBLIC_URL is missing'],
    ['http://chat.trust.nhs.uk', 'fault: PUBLIC_URL begins with http:'],
    ...[
      'https://localhost:3978',
      'https://127.0.0.1',
      'https://192.168.1.5',
      'https://10.0.0.1',
      'https://172.31.0.1',
      'https://[::1]',
      'https://box.local',
    ].map((url) => [url, 'fault: PUBLIC_URL names this machine'] as const),
  ])('PUBLIC_URL=%s with Messenger', (PUBLIC_URL, expected) => expect(judge({ PUBLIC_URL })).toEqual([expect.stringContaining(expected)]))
  test.each(['https://172.32.0.1', 'https://11.0.0.1', 'https://localhost.trust.nhs.uk'])('PUBLIC_URL=%s is of the world', (PUBLIC_URL) =>
    expect(judge({ PUBLIC_URL })).toEqual([]),
  )
  test('beside a stand-in of Meta an address of this machine is only a warning', () => {
    const found = judge({ MESSENGER_GRAPH_URL: 'http://127.0.0.1:9', PUBLIC_URL: 'http://127.0.0.1:3978' })
    expect(found).toEqual([expect.stringMatching(/^warning: PUBLIC_URL/), expect.stringMatching(/^warning: MESSENGER_GRAPH_URL/)])
  })
  test('an https address without a proxy that is trusted is a warning', () =>
    expect(judge({ TRUSTED_PROXIES: '0' })).toEqual([expect.stringMatching(/^warning: PUBLIC_URL is https, so a proxy/)]))
  test('the embedded database is a warning with Messenger, and none without', () => {
    expect(judge({ DATABASE_URL: '' })).toEqual([expect.stringMatching(/^warning: Messenger is on with the embedded/)])
    expect(notOk(judgeSettings(loadSettings({})))).toEqual([])
  })
})

describe('secrets', () => {
  const judge = (more: Record<string, string>) => notOk(judgeSecrets(loadSettings({ ...good, ...more })))

  test('as they should be have nothing against them', () => expect(judge({})).toEqual([]))
  test.each([
    [{ SECRET_KEY: 'changeme-changeme-changeme-changeme' }, 'fault: SECRET_KEY is an example'],
    [{ SECRET_KEY: 'abcabcabcabcabcabcabcabcabcabcabcabc' }, 'fault: SECRET_KEY repeats a few characters'],
    [{ SECRET_KEY: `${good.SECRET_KEY},${'x'.repeat(32)}` }, 'warning: SECRET_KEY (an older one) can be guessed'],
    [{ SECRET_KEY: `${good.SECRET_KEY},${'abc'.repeat(12)}` }, 'warning: SECRET_KEY (an older one) can be guessed'],
    [{ MESSENGER_VERIFY_TOKEN: 'verify_token' }, 'fault: MESSENGER_VERIFY_TOKEN is an example'],
    [{ MESSENGER_APP_SECRET: '9f86d081884c7d659a2feaa0c55ad01' }, 'warning: MESSENGER_APP_SECRET does not look like'],
    [{ MESSENGER_PAGE_TOKEN: 'GmZCpsBAKq7' }, 'warning: MESSENGER_PAGE_TOKEN does not look like'],
    [{ DATABASE_URL: 'postgres://user:password@host/database' }, 'warning: The password in DATABASE_URL'],
    [{ REDIS_URL: 'redis://:redis@host:6379' }, 'warning: The password in REDIS_URL'],
  ])('%j is found', (more, expected) => {
    const found = judge(more)
    expect(found).toEqual([expect.stringContaining(expected)])
    for (const value of Object.values(more)) expect(found.join()).not.toContain(value)
  })
})

test.each([
  [2_000, 0, 'ok'],
  [2_001, 0, 'warning'],
  [-2_001, 0, 'warning'],
  [60_000, 0, 'warning'],
  [60_001, 0, 'fault'],
  [-60_001, 0, 'fault'],
  [2_500, 500, 'ok'],
  [2_501, 500, 'warning'],
])('a clock %d ms ahead, give or take %d, is %s', (aheadMs, uncertaintyMs, state) =>
  expect(judgeClock('the other', { aheadMs, uncertaintyMs }).state).toBe(state),
)

test('a clock is compared with the middle of question and answer, and no surer than they lie apart', () => {
  expect(clockDifference(1_000, 1_400, 6_200)).toEqual({ aheadMs: 5_000, uncertaintyMs: 200 })
  expect(clockDifference(1_500, 1_500, 1_000, 1_000)).toEqual({ aheadMs: 0, uncertaintyMs: 500 })
})

describe('a page token', () => {
  const now = 1_800_000_000
  const token = { appId: '5', isValid: true, scopes: ['pages_messaging', 'pages_manage_metadata'], expiresAt: 0, dataAccessExpiresAt: 0 }
  const judge = (more: Partial<typeof token>) => notOk(judgeToken({ ...token, ...more }, '5', now))

  test.each([
    ['one that never ends', {}, []],
    ['one that ends later than in two weeks', { expiresAt: now + expiryWarningSeconds + 1 }, []],
    ['one that ends in two weeks', { expiresAt: now + expiryWarningSeconds }, ['warning: The token ends in 14 days.']],
    ['one that ends tomorrow', { expiresAt: now + 86_400 }, ['warning: The token ends in a day.']],
    ['one that ends at once', { expiresAt: now + 1 }, ['warning: The token ends within a day.']],
    ['one that has just ended', { expiresAt: now }, ['fault: The token has ended.']],
    ['an access to data that ends', { dataAccessExpiresAt: now + 172_800 }, ["warning: The token's access to data ends in 2 days."]],
    ['no valid one', { isValid: false }, ['fault: Meta says that MESSENGER_PAGE_TOKEN is not valid any more.']],
    ['one of another app', { appId: '6' }, ['fault: MESSENGER_PAGE_TOKEN is of another app than MESSENGER_APP_ID.']],
    ['one without metadata', { scopes: ['pages_messaging'] }, ['fault: The token lacks pages_manage_metadata.']],
    ['one without any', { scopes: [] }, ['fault: The token lacks pages_messaging and pages_manage_metadata.']],
  ])('%s', (_, more, expected) => expect(judge(more)).toEqual(expected))
})

test('Node 24 is wanted', () => {
  expect(['23.11.1', '24.0.0', '25.1.0'].map((version) => judgeNode(version).state)).toEqual(['fault', 'ok', 'ok'])
})

test('a key of Notify has a name and two ids', () => {
  const id = '26785a09-ab16-4eb0-8407-a37497a57506'
  const state = (key?: string) => judgeNotify(key).map((finding) => finding.state)
  expect(state()).toEqual([])
  expect(state(`live-key-${id}-${id}`)).toEqual(['ok'])
  for (const half of [id, `-${id}-${id}`, `key-${id}`, `key-${id}-${id.slice(1)}`, `key-${id}-${id}x`])
    expect(state(half)).toEqual(['fault'])
})

test('what a running service says of itself is passed on', () => {
  const ready = { status: 'ready', parts: { database: 'ok' } }
  expect(notOk(judgeReadiness(ready))).toEqual([])
  expect(notOk(judgeReadiness({ status: 'not ready', parts: { database: 'ok', redis: 'no answer' } }))).toEqual([
    'fault: Runs, but is not ready: no answer from redis.',
  ])
  const [degraded] = judgeReadiness({ ...ready, status: 'degraded', troubles: { messenger: 'A new token is needed.' } })
  expect(degraded).toMatchObject({ state: 'warning', advice: 'messenger: A new token is needed.' })
})

test('a subscription that lacks something is a warning that names it', () => {
  expect(judgeSubscription({ told: true, missing: [] }).state).toBe('ok')
  expect(judgeSubscription({ told: true, missing: ['standby'] })).toMatchObject({
    state: 'warning',
    says: expect.stringContaining('standby'),
  })
})

test.each([
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ENOTFOUND', 'has no address'],
  ['ECONNREFUSED', 'Nothing answers'],
  ['TimeoutError', 'Nothing answers'],
])('%s at the public address is said in words', (code, says) => expect(outsideTrouble(code).says).toContain(says))

test.each([
  [7000222, 'has expired'],
  [7000215, 'refuses MicrosoftAppPassword'],
  [700016, 'does not know MicrosoftAppId'],
  [1, 'refuses the sign-in (1)'],
])("Microsoft's %d is said in words", (code, says) => expect(judgeRefusal({ error_codes: [code] }).says).toContain(says))

describe('the report', () => {
  const findings: Finding[] = [
    { what: 'Node', state: 'ok', says: 'Fine.' },
    { what: 'Database', state: 'fault', says: 'Away.', advice: 'Bring it back.' },
    { what: 'Clock', state: 'warning', says: 'Late.', advice: 'Set it.' },
  ]
  test('is a list with what to do, and a sum', () =>
    expect(report(findings, { colour: false })).toBe(
      '✓ Node      Fine.\n✗ Database  Away.\n            → Bring it back.\n! Clock     Late.\n            → Set it.\n\n1 thing is broken, and 1 warning.',
    ))
  test('a service that does not run is neither well nor unwell', () => {
    const idle: Finding = { what: 'Service', state: 'idle', says: 'Does not run.' }
    const text = report([findings[0] as Finding, idle], { colour: false })
    expect(text).toMatch(/^· Service {2}Does not run\.$/m)
    expect(text).toMatch(/could be looked at; the service itself does not run\.$/)
  })
  test('says when nothing is broken', () => {
    expect(report(findings.slice(0, 1), { colour: false })).toMatch(/All is well\.$/)
    expect(report([findings[2] as Finding], { colour: false })).toMatch(/Nothing is broken; 1 warning\.$/)
  })
  test('colours the signs only where that is wanted', () => expect(report(findings, { colour: true })).toContain('\u001b[31m✗\u001b[0m'))
  test('never holds a secret, written plainly or for an address', () => {
    const [clean] = withoutSecrets(
      [{ what: 'x', state: 'fault', says: 'a EAA/long+one b EAA%2Flong%2Bone', advice: 'EAA/long+one' }],
      ['EAA/long+one', undefined, 'b'],
    )
    expect(clean).toMatchObject({ says: 'a (secret) b (secret)', advice: '(secret)' })
  })
})
