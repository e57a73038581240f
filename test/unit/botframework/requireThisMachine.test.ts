import { describe, expect, test } from '@jest/globals'
import type { Request } from 'restify'
import { facesOutside } from '../../../src/channels/botframework/facesOutside.ts'
import { isLoopbackUrl } from '../../../src/channels/botframework/loopback.ts'
import { requireThisMachine } from '../../../src/channels/botframework/requireThisMachine.ts'

function codeOf(remoteAddress: string | undefined, headers: Record<string, string> = { host: 'localhost:3978' }, outside = false): string {
  try {
    requireThisMachine({ socket: { remoteAddress }, headers } as unknown as Request, outside)
    return 'let in'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a request', () => {
  test.each(['127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1', '::FFFF:127.1.2.3'])('from %s is let in', (address) => {
    expect(codeOf(address)).toBe('let in')
  })

  test.each([
    '126.255.255.255',
    '128.0.0.1',
    '10.0.0.1',
    '192.168.1.1',
    '172.17.0.1',
    '0.0.0.0',
    '::',
    '::2',
    'fe80::1',
    '::ffff:10.0.0.1',
    '127.0.0.1.example',
    '127.0.0',
    'localhost',
    '',
    undefined,
  ])('from %s is not', (address) => {
    expect(codeOf(address)).toBe('LOCAL_ONLY')
  })

  test.each(['127.0.0.1', '::1'])('that says it comes from %s does not come from there', (said) => {
    expect(codeOf('10.0.0.1', { host: 'localhost', 'x-forwarded-for': said, 'x-real-ip': said })).toBe('LOCAL_ONLY')
  })

  test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded', 'x-real-ip', 'via', 'cf-connecting-ip'])(
    'that a proxy passed on is not, by its header %s',
    (name) => {
      expect(codeOf('127.0.0.1', { host: 'localhost', [name]: '' })).toBe('LOCAL_ONLY')
    },
  )

  test.each([
    ['localhost', 'let in'],
    ['127.0.0.1:3978', 'let in'],
    ['[::1]:3978', 'let in'],
    ['chat.example.org', 'LOCAL_ONLY'],
    ['localhost.example.org', 'LOCAL_ONLY'],
    ['', 'LOCAL_ONLY'],
    ['a b', 'LOCAL_ONLY'],
  ])('to the host %j: %s', (host, expected) => {
    expect(codeOf('127.0.0.1', { host })).toBe(expected)
  })
})

test.each([
  [undefined, 0, 'let in'],
  ['http://localhost:3978', 0, 'let in'],
  ['http://127.0.0.1', 0, 'let in'],
  ['https://chat.example.org', 0, 'LOCAL_ONLY'],
  ['http://10.0.0.1:3978', 0, 'LOCAL_ONLY'],
  ['https://localhost.example.org', 0, 'LOCAL_ONLY'],
  [undefined, 1, 'LOCAL_ONLY'],
  ['http://localhost:3978', 1, 'LOCAL_ONLY'],
])('a request of this machine where PUBLIC_URL is %s, behind %i proxies: %s', (publicUrl, trustedProxies, expected) => {
  expect(codeOf('127.0.0.1', { host: '127.0.0.1:3978' }, facesOutside({ publicUrl, trustedProxies }))).toBe(expected)
})

test.each([
  ['http://localhost', true],
  ['http://LOCALHOST:5000/x', true],
  ['http://127.1/', true],
  ['http://2130706433/', true],
  ['http://[::ffff:127.0.0.1]/', false],
  ['http://0.0.0.0/', false],
  ['http://[::]/', false],
  ['http://localhost./', false],
  ['nonsense', false],
])('%s leads to this machine: %s', (url, expected) => {
  expect(isLoopbackUrl(url)).toBe(expected)
})
