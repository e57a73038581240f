import { expect, test } from '@jest/globals'
import { startAdvice } from '../../../src/app/startAdvice.ts'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import { databaseTrouble } from '../../../src/doctor/databaseTrouble.ts'
import { troubleOfRedis } from '../../../src/doctor/troubleOfRedis.ts'

const error = (facts: object, message = 'secret words') => Object.assign(new Error(message), facts)
const embedded = loadSettings({ PORT: '80', HOST: 'box' })
const postgres = loadSettings({ DATABASE_URL: 'postgres://x@y/z', SECRET_KEY: 'k'.repeat(32) })

test.each([
  ['EADDRINUSE', { syscall: 'listen', code: 'EADDRINUSE' }, 'Port 80 is in use'],
  ['EACCES on a port', { syscall: 'listen', code: 'EACCES' }, 'Port 80 may not be used'],
  ['an address of another machine', { syscall: 'listen', code: 'EADDRNOTAVAIL' }, 'HOST is not an address'],
  ['an unknown HOST', { syscall: 'getaddrinfo', code: 'ENOTFOUND', hostname: 'box' }, 'HOST is not an address'],
  ['EACCES on a folder', { syscall: 'mkdir', code: 'EACCES', path: '/x' }, 'DATA_DIR cannot be written to'],
  ['a read-only disk', { syscall: 'open', code: 'EROFS', path: '/x' }, 'a disk that is read-only'],
  ['a full disk', { syscall: 'write', code: 'ENOSPC', path: '/x' }, 'The disk of DATA_DIR is full'],
])('%s is said in words, not in those of the error', (_, facts, says) => {
  const advice = startAdvice(error(facts), embedded)
  expect(advice?.says).toContain(says)
  expect(JSON.stringify(advice)).not.toContain('secret words')
})

test('what is not known gets no advice, nor what comes before the settings', () => {
  expect(startAdvice(error({ code: 'EODD' }), embedded)).toBeUndefined()
  expect(startAdvice(error({ code: 'XX000' }), postgres)).toBeUndefined()
  expect(startAdvice('odd', embedded)).toBeUndefined()
  expect(startAdvice(error({ code: 'EADDRINUSE', syscall: 'listen' }), undefined)).toBeUndefined()
})

test.each([
  [{ code: '28P01' }, '', 'refuses the user or the password'],
  [{ code: '28000' }, 'no pg_hba.conf entry for host "h", user "u", no encryption', 'takes only connections with TLS'],
  [{ code: '3D000' }, '', 'does not exist'],
  [{ code: '42501' }, '', 'lacks the right'],
  [{ code: '53300' }, '', 'no connection left'],
  [{ code: '57P03' }, '', 'starting, stopping or recovering'],
  [{ code: '53100' }, '', 'disk is full'],
  [{ code: '25006' }, '', 'read-only'],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, '', 'certificate is not trusted'],
  [{}, 'timeout exceeded when trying to connect', 'cannot be reached'],
  [{}, 'Connection terminated unexpectedly', 'closed the connection'],
  [{}, 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'refuses the user or the password'],
  [{}, 'The server does not support SSL connections', 'asks for TLS'],
  [{}, 'corrupted migrations: previously executed migration 9 is missing', 'newer than this version'],
])("PostgreSQL's %j %s is said in words", (facts, message, says) => {
  expect(startAdvice(error(facts, message), postgres)?.says).toContain(says)
  expect(databaseTrouble(error(facts, message))?.advice.length).toBeGreaterThan(10)
})

test.each([
  ['ECONNREFUSED', '', 'Nothing answers'],
  ['ENOTFOUND', '', 'has no address'],
  ['', 'WRONGPASS invalid username-password pair or user is disabled.', 'refuses the user or the password'],
  ['', 'NOAUTH Authentication required.', 'refuses the user or the password'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', '', 'certificate is not trusted'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', '', 'does not speak TLS'],
  ['', 'LOADING Redis is loading the dataset in memory', 'still loading'],
  ['ETIMEDOUT', 'connect ETIMEDOUT', 'cannot be reached'],
])("Redis's %s %s is said in words", (code, message, says) =>
  expect(troubleOfRedis(error(code ? { code } : {}, message)).says).toContain(says),
)
