import { Cluster, type Redis } from 'ioredis'

/** Named as sessions are, in case that only those are allowed. Kept for a minute; in a cluster they lie on all nodes. */
const keys = Array.from({ length: 16 }, (_, n) => `session:{ready-${n}}`)

/**
 * Throws when Redis does not take a write: a server whose memory or disk is full, or that is a replica, still answers a ping.
 * In a cluster every node must answer.
 */
export async function pingRedis(redis: Redis | Cluster): Promise<void> {
  const isCluster = redis instanceof Cluster
  if (isCluster) await Promise.all(redis.nodes('master').map((node) => node.ping()))
  await Promise.all((isCluster ? keys : keys.slice(0, 1)).map((key) => redis.set(key, 1, 'EX', 60)))
}
