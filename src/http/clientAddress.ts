import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'

/**
 * Whose address a request came from: the connection's, or, behind `trustedProxies` proxies of our own, the one that the
 * outermost of them saw. What stands further left in X-Forwarded-For anybody may have written. Of an IPv6 address only
 * the network (/64) counts, for a household has a whole one.
 */
export function clientAddress(req: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const connection = plain(req.socket.remoteAddress ?? '')
  if (trustedProxies === 0) return networkOf(connection)
  const forwarded = [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(plain)
  const chain = [...forwarded.filter((address) => address !== ''), connection]
  const seen = chain.at(-1 - trustedProxies) ?? chain[0] ?? ''
  return networkOf(isIP(seen) ? seen : connection)
}

/** Without a port, brackets, a zone, or the IPv4 address's IPv6 clothing. */
function plain(written: string): string {
  const address = written
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [front = '', back] = address.toLowerCase().split('::')
  const left = front === '' ? [] : front.split(':')
  const right = back ? back.split(':') : []
  const zeros = back === undefined ? 0 : 8 - left.length - right.length - (address.includes('.') ? 1 : 0)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
