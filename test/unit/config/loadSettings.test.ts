import { describe, expect, test } from '@jest/globals'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import { faultsOf } from './faultsOf.ts'

describe('without any setting', () => {
  test('the service runs on its embedded database, on port 3978', () => {
    expect(loadSettings({})).toEqual({
      port: 3978,
      publicUrl: undefined,
      trustedProxies: 0,
      dataDir: './data',
      databaseUrl: undefined,
      redisUrls: undefined,
      secretKeys: undefined,
      logLevel: 'info',
      messenger: undefined,
    })
  })

  test('a blank setting is an absent one', () => {
    const blank = {
      PORT: '',
      DATA_DIR: ' ',
      DATABASE_URL: '',
      SECRET_KEY: '\t',
      MESSENGER_PAGE_ID: ' ',
      MicrosoftAppId: '',
      LOG_LEVEL: undefined,
    }
    expect(loadSettings(blank)).toEqual(loadSettings({}))
  })

  test('what is not a setting of ours is left alone', () => {
    expect(loadSettings({ PATH: '/bin', HOME: 'x' })).toEqual(loadSettings({}))
  })
})

describe('a setting', () => {
  test('may have spaces around it', () => {
    expect(loadSettings({ PORT: ' 8080 ', LOG_LEVEL: 'debug\n', REDIS_URL: ' redis://here ' })).toMatchObject({
      port: 8080,
      logLevel: 'debug',
      redisUrls: ['redis://here'],
    })
  })

  test.each([
    ['0', 0],
    ['1', 1],
    ['65535', 65535],
  ])('PORT may be %s', (PORT, port) => {
    expect(loadSettings({ PORT }).port).toBe(port)
  })

  test.each(['65536', '99999999999999999999', '-1', '80.5', '0x50', '1e3', 'http'])('PORT may not be %s', (PORT) => {
    expect(faultsOf({ PORT })).toEqual([expect.stringMatching(/^PORT must be (a whole number|at most 65535)\.$/)])
  })

  test('PUBLIC_URL loses its last slash, and is made from the port when absent', () => {
    expect(loadSettings({ PUBLIC_URL: 'https://chat.example.org/' }).publicUrl).toBe('https://chat.example.org')
    expect(loadSettings({ PORT: '8080' }).publicUrl).toBeUndefined()
  })

  test.each([
    ['PUBLIC_URL', 'chat.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/db'],
    ['REDIS_URL', 'http://host:6379'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', '10'],
    ['TRUSTED_PROXIES', 'yes'],
    ['MESSENGER_GRAPH_VERSION', 'latest'],
    ['MESSENGER_GRAPH_URL', 'graph.facebook.com'],
    ['NOTIFY_URL', 'ftp://x'],
  ])('%s may not be %s, and the fault names the setting and not its value', (name, value) => {
    const faults = faultsOf({ [name]: value, SECRET_KEY: 'x'.repeat(32) })
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name} must .*\\.$`))])
    expect(faults.join()).not.toContain(value)
  })
})

test('REDIS_URL may name several nodes of a cluster, each an address of Redis', () => {
  const nodes = ['redis://one:7000', 'redis://two:7000']
  expect(loadSettings({ REDIS_URL: nodes.join(' , ') }).redisUrls).toEqual(nodes)
  for (const list of [`${nodes[0]},`, `${nodes[0]},http://two`, `${nodes[0]},redis://`, ','])
    expect(faultsOf({ REDIS_URL: list })).toEqual([expect.stringMatching(/^REDIS_URL must begin with redis:\/\//)])
})

describe('SECRET_KEY', () => {
  test('has at least 32 characters', () => {
    expect(faultsOf({ SECRET_KEY: 'x'.repeat(31) })).toEqual([expect.stringMatching(/^SECRET_KEY must be at least 32 characters/)])
    expect(loadSettings({ SECRET_KEY: 'x'.repeat(32) }).secretKeys).toEqual(['x'.repeat(32)])
  })

  test('may be several, the newest first, and each has 32', () => {
    const keys = ['n'.repeat(32), 'o'.repeat(40)]
    expect(loadSettings({ SECRET_KEY: keys.join(' , ') }).secretKeys).toEqual(keys)
    for (const list of [`${keys[0]},short`, `short,${keys[0]}`, `${keys[0]},`, ',', `${keys[0]},,${keys[1]}`])
      expect(faultsOf({ SECRET_KEY: list })).toEqual([expect.stringMatching(/^SECRET_KEY must be at least 32/)])
  })

  test('is needed with DATABASE_URL, for every process must have the same', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://host/db' })).toEqual([expect.stringMatching(/^SECRET_KEY is missing\. With DATABASE_URL/)])
    expect(loadSettings({ DATABASE_URL: 'postgresql://host/db', SECRET_KEY: 'x'.repeat(32) }).databaseUrl).toBe('postgresql://host/db')
  })
})

test('every fault is told together, in plain words and without a value', () => {
  const bad = {
    PORT: 'hunter2',
    PUBLIC_URL: 'hunter2',
    DATABASE_URL: 'hunter2',
    REDIS_URL: 'hunter2',
    LOG_LEVEL: 'hunter2',
    MESSENGER_PAGE_ID: 'hunter2',
    MicrosoftAppId: 'hunter2',
    MicrosoftAppType: 'hunter2',
  }
  const faults = faultsOf(bad)
  for (const name of Object.keys(bad)) expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${name} must `)))
  expect(faults).toContainEqual(expect.stringContaining('Messenger is only half configured'))
  expect(faults).toContainEqual(expect.stringContaining('SECRET_KEY is missing'))
  expect(faults.join()).not.toMatch(/hunter2|invalid|expected|received|regex/i)
  expect(() => loadSettings(bad)).toThrow(new RegExp(`The settings have ${faults.length} faults:\\n {2}- `))
})

describe('the address of a store', () => {
  const unreadable = 'cannot be read as an address. Special letters in the password must be percent-encoded (/ is %2F, # is %23, @ is %40).'

  test.each(['pa/ss', 'pa#ss', 'pa?ss', '12/34', '12#34', '12?34', 'pa%ss', 'pa%zz', '#1', '1#'])(
    'with the password %s is not read',
    (password) => {
      expect(faultsOf({ DATABASE_URL: `postgres://user:${password}@host/db`, SECRET_KEY: 'x'.repeat(32) })).toEqual([
        `DATABASE_URL ${unreadable}`,
      ])
      expect(faultsOf({ REDIS_URL: `redis://here,redis://user:${password}@host` })).toEqual([`REDIS_URL ${unreadable}`])
    },
  )

  test.each(['pass', 'p%2Fss%23%40%25', 'pä!$&*ss', '12'])('with the password %s is read', (password) => {
    expect(faultsOf({ DATABASE_URL: `postgres://user:${password}@host/db?sslmode=verify-full`, SECRET_KEY: 'x'.repeat(32) })).toEqual([])
    expect(faultsOf({ REDIS_URL: `rediss://:${password}@host:6379/0` })).toEqual([])
  })
})
