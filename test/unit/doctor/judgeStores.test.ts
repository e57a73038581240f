import { describe, expect, test } from '@jest/globals'
import { freeSpaceLimits, judgeFreeSpace } from '../../../src/doctor/dataFolder.ts'
import type { Finding } from '../../../src/doctor/finding.ts'
import { type DatabaseFacts, judgeDatabase } from '../../../src/doctor/judgeDatabase.ts'
import { judgeRedis, type RedisFacts } from '../../../src/doctor/judgeRedis.ts'

const notOk = (findings: Finding[]) =>
  findings.filter(({ state }) => state !== 'ok').map(({ what, state, says }) => `${state} ${what}: ${says}`)
const adviceGiven = (findings: Finding[]) =>
  findings.filter(({ state }) => state !== 'ok').every(({ advice }) => (advice ?? '').length > 10)

describe('a database', () => {
  const good: DatabaseFacts = {
    version: 180_004,
    encoding: 'UTF8',
    readOnly: false,
    mayCreate: true,
    connections: { left: 100, processes: 1 },
    migrations: ['0001', '0002'],
    key: 'fits',
  }
  const ours = { embedded: false, redis: true, migrations: ['0001', '0002'] }
  const judge = (facts: Partial<DatabaseFacts>, more: Partial<typeof ours> = {}) =>
    judgeDatabase({ ...good, ...facts }, { ...ours, ...more })

  test('as it should be has nothing against it', () => expect(notOk(judge({}))).toEqual([]))
  test.each([
    ['version 13', { version: 139_999 }, /fault Database: PostgreSQL 13 is too old/],
    ['another encoding', { encoding: 'SQL_ASCII' }, /fault Database: The database keeps text as SQL_ASCII/],
    ['a replica', { readOnly: true }, /fault Database: The database is read-only/],
    ['no right to make tables', { mayCreate: false }, /fault Database: The user in DATABASE_URL lacks the right/],
    ['a full disk', { writeError: Object.assign(new Error('x'), { code: '53100' }) }, /fault Database: The database's disk is full/],
    ['a write that fails otherwise', { writeError: new Error('x') }, /fault Database: A trial write failed/],
    ['a migration we do not know', { migrations: ['0001', '0002', '0003'] }, /fault Schema: The database is newer/],
    ['a migration that is missing', { migrations: ['0001'] }, /warning Schema: .*older version: 0002 is missing/],
    ['another key', { key: 'doesNotFit' as const }, /fault SECRET_KEY: It does not open/],
    ['20 connections left', { connections: { left: 20, processes: 1 } }, /warning Database: Only 20 connections/],
  ])('%s is found', (_, facts, expected) => {
    const findings = judge(facts)
    expect(notOk(findings)).toEqual([expect.stringMatching(expected)])
    expect(adviceGiven(findings)).toBe(true)
  })
  test.each([
    ['version 14', { version: 140_000 }],
    ['21 connections left', { connections: { left: 21, processes: 1 } }],
    ['an empty one', { migrations: [], key: 'nothingSealed' as const }],
  ])('%s is well', (_, facts) => expect(notOk(judge(facts))).toEqual([]))
  test('several processes without Redis are a warning, one is not, nor are several with it', () => {
    const connections = (processes: number) => ({ connections: { left: 100, processes } })
    expect(notOk(judge(connections(2), { redis: false }))).toEqual([expect.stringContaining('2 processes run without Redis')])
    expect(notOk(judge(connections(1), { redis: false }))).toEqual([])
    expect(notOk(judge(connections(2)))).toEqual([])
  })
})

describe('a Redis', () => {
  const good: RedisFacts = { info: { redis_version: '8.0.2', role: 'master', maxmemory: '0' }, cluster: undefined }
  const judge = ({ info = {}, ...facts }: Partial<RedisFacts>) => judgeRedis({ ...good, ...facts, info: { ...good.info, ...info } })
  const limited = (used: number, policy = 'noeviction') => ({
    info: { maxmemory: '1000', used_memory: String(used), maxmemory_policy: policy },
  })

  test('as it should be has nothing against it', () => expect(notOk(judge({}))).toEqual([]))
  test.each([
    ['version 6.0', { info: { redis_version: '6.0.16' } }, /fault Redis: Redis 6.0.16 is too old/],
    ['version 5', { info: { redis_version: '5.9.0' } }, /fault Redis: Redis 5.9.0 is too old/],
    ['a replica', { info: { role: 'slave' } }, /fault Redis: REDIS_URL names a replica/],
    ['one that loads', { info: { loading: '1' } }, /warning Redis: Redis is still loading/],
    ['a full one', { writeError: "OOM command not allowed when used memory > 'maxmemory'." }, /fault Redis: Redis is full/],
    ['one that cannot save', { writeError: 'MISCONF Redis is configured to save' }, /fault Redis: Redis cannot save/],
    ['one that denies', { writeError: 'NOPERM this user has no permissions' }, /fault Redis: The user in REDIS_URL may not/],
    ['one that fails otherwise', { writeError: 'ERR x' }, /fault Redis: .*trial write failed/],
    [
      'a cluster with a gap',
      { cluster: { cluster_state: 'fail' }, writeError: 'CLUSTERDOWN' },
      /fault Redis: The cluster is not in order \(fail\)/,
    ],
    ['one that throws data away', limited(100, 'allkeys-lru'), /warning Redis: .*throws data away \(allkeys-lru\)/],
    ['one at 81 %', limited(810), /warning Redis: Redis has used 81 %/],
  ])('%s is found', (_, facts, expected) => {
    const findings = judge(facts)
    expect(notOk(findings)).toEqual([expect.stringMatching(expected)])
    expect(adviceGiven(findings)).toBe(true)
  })
  test.each([
    ['version 6.2', { info: { redis_version: '6.2.0' } }],
    ['version 10', { info: { redis_version: '10.0.0' } }],
    ['80 % used', limited(800)],
    ['a policy without a limit', { info: { maxmemory: '0', maxmemory_policy: 'allkeys-lru' } }],
    ['a replica in a cluster', { info: { role: 'slave' }, cluster: { cluster_state: 'ok', cluster_size: '3' }, writeError: 'MOVED 1 x' }],
  ])('%s is well', (_, facts) => expect(notOk(judge(facts))).toEqual([]))
})

test('little room on the disk is a warning, next to none a fault', () => {
  const states = (bytes: number) => judgeFreeSpace(bytes).map(({ state }) => state)
  expect(states(freeSpaceLimits.warningBytes)).toEqual([])
  expect(states(freeSpaceLimits.warningBytes - 1)).toEqual(['warning'])
  expect(states(freeSpaceLimits.faultBytes)).toEqual(['warning'])
  expect(states(freeSpaceLimits.faultBytes - 1)).toEqual(['fault'])
})
