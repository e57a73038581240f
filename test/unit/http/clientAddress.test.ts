import { expect, test } from '@jest/globals'
import { clientAddress } from '../../../src/http/clientAddress.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as Parameters<
    typeof clientAddress
  >[0]

test.each([
  ['without a proxy, the connection', '198.51.100.7', undefined, 0, '198.51.100.7'],
  ['without a proxy, a header that anybody may have written is not believed', '198.51.100.7', '203.0.113.1', 0, '198.51.100.7'],
  ['behind a proxy, what it saw', '10.0.0.1', '203.0.113.1', 1, '203.0.113.1'],
  ['behind a proxy, what it saw and not what the client wrote before it', '10.0.0.1', '192.0.2.66, 203.0.113.1', 1, '203.0.113.1'],
  ['behind two proxies, what the outer one saw', '10.0.0.1', '192.0.2.66, 203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
  ['behind two proxies, one of them passed by', '10.0.0.1', '203.0.113.1', 2, '203.0.113.1'],
  ['behind a proxy that was passed by', '198.51.100.7', undefined, 1, '198.51.100.7'],
  ['behind a proxy that writes nonsense', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['behind a proxy that writes the port too', '10.0.0.1', '203.0.113.1:51234', 1, '203.0.113.1'],
  ['an IPv4 address in IPv6 clothing', '::ffff:198.51.100.7', undefined, 0, '198.51.100.7'],
  ['an IPv6 address: its network', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['another of the same network', '2001:db8:1:2::99', undefined, 0, '2001:db8:1:2::/64'],
  ['an IPv6 address with a port', '10.0.0.1', '[2001:DB8::1]:443', 1, '2001:db8:0:0::/64'],
  ['the IPv6 address of this machine', '::1', undefined, 0, '0:0:0:0::/64'],
])('%s', (_which, connection, forwarded, proxies, expected) => {
  expect(clientAddress(request(connection, forwarded), proxies)).toBe(expected)
})
