import { Cluster, Redis } from 'ioredis'
import { backAgain } from '../kernel/backAgain.ts'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import { seldomWarn } from '../kernel/seldomWarn.ts'

/**
 * A command that gets no answer in 2 s fails, and its work is done again later. A connection on which nothing comes any more
 * is given up after 4 s: what it leads to may be gone without a word, and waiting for the network to notice takes minutes.
 */
const OPTIONS = {
  commandTimeout: 2_000,
  socketTimeout: 4_000,
  connectTimeout: 4_000,
  maxRetriesPerRequest: 1,
  connectionName: 'screening-messenger',
  // Of a server that has become a replica: connect anew, perhaps to its successor, and ask that one. It did nothing.
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 2 : false),
} as const

const pauseBefore = (times: number) => Math.min(times * 100, 2_000)

/** How long the first connection may take to tell whether it leads to a cluster. */
const ASKED_MS = 2_000

/**
 * A connection to Redis that mends itself, or to a Redis Cluster: where several nodes are named, or where the one that is named
 * answers that it is in a cluster. A cluster finds its other nodes by itself.
 */
export async function openRedis(urls: string[], log: Log): Promise<Redis | Cluster> {
  const [url = '', ...others] = urls
  const redis =
    others.length > 0 || (await isInCluster(url)) ? openCluster(urls) : new Redis(url, { ...OPTIONS, retryStrategy: pauseBefore })
  const warn = seldomWarn(log)
  const again = backAgain(log, 'redis.connectionBack')
  redis.on('error', (error) => {
    again.lost()
    warn('redis.connectionLost', { cause: errorKind(error) })
  })
  redis.on('ready', () => again.back())
  return redis
}

/** Credentials and TLS are those of the first address: a cluster has one of each. */
function openCluster(urls: string[]): Cluster {
  const nodes = urls.map((url) => new URL(url))
  const [first] = nodes
  return new Cluster(
    nodes.map(({ hostname, port }) => ({ host: hostname, port: Number(port || 6379) })),
    {
      // While the cluster is not there a command fails at once, as its work is done again later.
      enableOfflineQueue: false,
      clusterRetryStrategy: pauseBefore,
      // A node that does not come back in so many redirections of 100 ms is waited for by the work, not by the command.
      maxRedirections: 8,
      slotsRefreshTimeout: 2_000,
      slotsRefreshInterval: 10_000,
      redisOptions: {
        ...OPTIONS,
        ...(first?.username ? { username: decodeURIComponent(first.username) } : {}),
        ...(first?.password ? { password: decodeURIComponent(first.password) } : {}),
        ...(first?.protocol === 'rediss:' ? { tls: {} } : {}),
      },
    },
  )
}

/** A server that does not answer is taken for one by itself; `/readyz` shows it when it was not. */
async function isInCluster(url: string): Promise<boolean> {
  const redis = new Redis(url, { ...OPTIONS, commandTimeout: ASKED_MS, connectTimeout: ASKED_MS, retryStrategy: () => null }).on(
    'error',
    () => {},
  )
  try {
    return (await redis.info('cluster')).includes('cluster_enabled:1')
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}
