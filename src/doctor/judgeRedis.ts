import { type Finding, fault, ok, warning } from './finding.ts'

/** What a Redis told of itself, by the names of its `INFO`, and what a trial write met. */
export type RedisFacts = {
  info: Record<string, string>
  /** `CLUSTER INFO`, where it is a cluster. */
  cluster: Record<string, string> | undefined
  /** The answer to a trial write; absent when it worked. */
  writeError?: string
}

/** Findings on a Redis that answers; the first says that it does. */
export function judgeRedis(facts: RedisFacts, what = 'Redis'): Finding[] {
  const version = facts.info.redis_version ?? 'of unknown version'
  return [
    isTooOld(version)
      ? fault(what, `Redis ${version} is too old: the service needs 6.2 or newer.`, 'Upgrade it. The service is tested on Redis 8.')
      : ok(what, `Redis ${version} answers.`),
    ...judgeRole(facts, what),
    ...judgeCluster(facts, what),
    ...judgeMemory(facts, what),
  ]
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < 6 || (major === 6 && minor < 2)
}

/** In a cluster a replica, and a node that keeps other keys, are as good as any: the service finds the right one from there. */
function judgeRole({ info, cluster, writeError }: RedisFacts, what: string): Finding[] {
  if (info.loading === '1') return [warning(what, 'Redis is still loading its data.', 'Wait until it has, and look again.')]
  if (cluster && (writeError === undefined || /^(?:MOVED|ASK|TRYAGAIN|READONLY|CLUSTERDOWN)/.test(writeError))) return []
  if (info.role === 'slave' || writeError?.startsWith('READONLY'))
    return [fault(what, 'REDIS_URL names a replica, which takes no writes.', 'Name the primary.')]
  if (writeError?.startsWith('OOM'))
    return [
      fault(what, 'Redis is full and takes no more writes.', 'Give it more memory (maxmemory). Messages wait until then; none is lost.'),
    ]
  if (writeError?.startsWith('MISCONF'))
    return [fault(what, 'Redis cannot save to its disk and takes no writes.', "Make room on Redis's disk, or look at its log.")]
  if (writeError?.startsWith('NOPERM'))
    return [
      fault(
        what,
        'The user in REDIS_URL may not do what the service needs.',
        'Allow it the commands +@all on the keys session:*, or use the default user.',
      ),
    ]
  if (writeError !== undefined) return [fault(what, 'Redis answers, but a trial write failed.', "Look at Redis's own log.")]
  return []
}

function judgeCluster({ cluster }: RedisFacts, what: string): Finding[] {
  if (!cluster) return []
  if (cluster.cluster_state !== 'ok')
    return [
      fault(
        what,
        `The cluster is not in order (${cluster.cluster_state ?? 'unknown'}).`,
        'Look at CLUSTER INFO: every slot needs a primary that runs.',
      ),
    ]
  return [ok(what, `A cluster in order, in ${cluster.cluster_size} parts.`)]
}

/** A Redis that throws away what it likes loses people's places in a form. */
function judgeMemory({ info }: RedisFacts, what: string): Finding[] {
  const most = Number(info.maxmemory ?? 0)
  if (most === 0) return []
  const share = Number(info.used_memory ?? 0) / most
  const policy = info.maxmemory_policy ?? ''
  const findings: Finding[] = []
  if (policy !== '' && policy !== 'noeviction')
    findings.push(
      warning(
        what,
        `When its memory is full, Redis throws data away (${policy}), and people lose their place in a form.`,
        'Set maxmemory-policy to noeviction, and see to enough memory.',
      ),
    )
  if (share > 0.8)
    findings.push(
      warning(what, `Redis has used ${Math.round(share * 100)} % of the memory that it may use.`, 'Give it more memory (maxmemory).'),
    )
  return findings
}
