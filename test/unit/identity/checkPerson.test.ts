import { beforeEach, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import type { LinkState, UsedLink } from '../../../src/identity/checkLinks.ts'
import { createCheckPerson } from '../../../src/identity/checkPerson.ts'
import type { PersonOnRecord } from '../../../src/identity/personOnRecord.ts'
import type { Log } from '../../../src/kernel/log.ts'

type Deps = Parameters<typeof createCheckPerson>[0]

const now = DateTime.fromISO('2026-11-23T12:00:00Z')
const open: LinkState = { kind: 'open', conversationId: 'ours', channel: 'messenger' }
const used: UsedLink = { conversationId: 'ours', channel: 'messenger', key: 'check:1' }
const jane: PersonOnRecord = { id: 'jane', details: { dateOfBirth: '1961-04-03', nhsNumber: '9990000018' } }
const attempt = { token: 'token', number: '9990000018', dateOfBirth: '1961-04-03', mobile: '', address: '203.0.113.1' }

let done: string[]
beforeEach(() => {
  done = []
})

function checkWith(changes: Partial<Deps>, typed: Partial<typeof attempt> = {}) {
  const line = (event: string) => void done.push(`log ${event}`)
  const log: Log = { debug: line, info: line, warn: line, error: line }
  return createCheckPerson({
    links: { create: async () => 'token', look: async () => open, countTry: async () => 4, use: async () => used },
    people: { current: async () => undefined },
    readNumber: (text) => (text === '' ? undefined : { nhs: text }),
    readDateOfBirth: (text) => text || undefined,
    readMobile: (text) => (text.startsWith('07') ? `+44${text.slice(1)}` : undefined),
    findPerson: async ({ nhs }: { nhs?: string; sx?: string }) => {
      done.push('looked')
      return nhs === jane.details.nhsNumber ? jane : undefined
    },
    rateLimits: { count: async () => undefined },
    digest: (text) => text.replace(/\d/g, '*'),
    carryOn: async ({ key }) => void done.push(`carried on ${key}`),
    clock: { now: () => now },
    log,
    pace: async () => undefined,
    ...changes,
  })({ ...attempt, ...typed })
}

const links = (changes: Partial<Deps['links']>): Pick<Deps, 'links'> => ({
  links: { create: async () => 'token', look: async () => open, countTry: async () => 4, use: async () => used, ...changes },
})

test('the right details check, and the conversation is carried on under the key of the link', async () => {
  expect(await checkWith({})).toEqual({ kind: 'checked', channel: 'messenger' })
  expect(done).toEqual(['looked', 'log identity.checked', 'carried on check:1'])
})

describe('a mobile number', () => {
  let kept: unknown[]
  beforeEach(() => {
    kept = []
  })
  const keeping = links({
    use: async (_token, _who, _now, given) => {
      kept.push(given)
      return used
    },
  })

  test('is kept with the check, in one form', async () => {
    expect(await checkWith(keeping, { mobile: '07700900123' })).toMatchObject({ kind: 'checked' })
    expect(kept).toEqual([{ mobile: '+447700900123' }])
  })

  test('that is not given is none', async () => {
    expect(await checkWith(keeping)).toMatchObject({ kind: 'checked' })
    expect(kept).toEqual([undefined])
  })

  test('that cannot be read is told with what else cannot, before anything is looked up or counted', async () => {
    const never = async () => {
      throw new Error('counted')
    }
    const uncounted = { rateLimits: { count: never }, ...links({ countTry: never }) }
    expect(await checkWith(uncounted, { mobile: 'x' })).toEqual({ kind: 'unreadable', channel: 'messenger', faults: ['mobile'] })
    const all = { number: '', dateOfBirth: '', mobile: 'x' }
    expect(await checkWith(uncounted, all)).toMatchObject({ faults: ['number', 'dateOfBirth', 'mobile'] })
    expect(done).toEqual([])
  })

  test('of somebody whose details do not match is not kept', async () => {
    expect(await checkWith(keeping, { mobile: '07700900123', dateOfBirth: '1961-04-04' })).toMatchObject({ kind: 'mismatch' })
    expect(kept).toEqual([])
  })
})

test('a conversation that cannot be carried on leaves her checked', async () => {
  const carryOn = async () => {
    throw new Error('no')
  }
  expect(await checkWith({ carryOn })).toEqual({ kind: 'checked', channel: 'messenger' })
  expect(done).toContain('log identity.notCarriedOn')
})

test('where tries cannot be counted none is made', async () => {
  const rateLimits = {
    count: async () => {
      throw new Error('away')
    },
  }
  await expect(checkWith({ rateLimits })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  expect(done).toEqual([])
})

test('a try too many at the address or the number is not looked up, and not counted at the link', async () => {
  for (const full of ['checkingFrom', 'checkingNumber']) {
    const rateLimits = { count: async (limit: string) => (limit === full ? 60 : undefined) }
    const countTry = async () => void done.push('counted')
    expect(await checkWith({ rateLimits, ...links({ countTry: countTry as Deps['links']['countTry'] }) })).toEqual({
      kind: 'tooMany',
      retryAfterSeconds: 60,
    })
  }
  expect(done).toEqual([])
})

describe('of two posts at once', () => {
  test('that are the same, the second is told what the first one did', async () => {
    const current = async () => ({ participantId: 'jane', checkedAt: now.toJSDate(), lapsesAt: now.toJSDate() })
    expect(await checkWith({ ...links({ use: async () => undefined }), people: { current } })).toEqual({
      kind: 'checked',
      channel: 'messenger',
    })
    expect(done).toEqual(['looked'])
  })

  test('that are of two people, the second is not', async () => {
    const current = async () => ({ participantId: 'ann', checkedAt: now.toJSDate(), lapsesAt: now.toJSDate() })
    expect(await checkWith({ ...links({ use: async () => undefined }), people: { current } })).toEqual({ kind: 'void' })
  })

  test.each<[LinkState, string]>([
    [{ kind: 'locked' }, 'locked'],
    [{ kind: 'used' }, 'void'],
    [{ kind: 'expired' }, 'void'],
  ])('the one that finds the link %j looks nobody up', async (after, kind) => {
    const states = [open, after]
    const look = async () => states.shift() ?? after
    expect(await checkWith(links({ look, countTry: async () => undefined }))).toEqual({ kind })
    expect(done).toEqual([])
  })
})

test('the last try that is wrong locks', async () => {
  const wrong = { readDateOfBirth: () => '1961-04-04' }
  expect(await checkWith({ ...wrong, ...links({ countTry: async () => 1 }) })).toEqual({
    kind: 'mismatch',
    channel: 'messenger',
    triesLeft: 1,
  })
  expect(await checkWith({ ...wrong, ...links({ countTry: async () => 0 }) })).toEqual({ kind: 'locked' })
})

test('no answer comes before its time, however fast somebody was found or not', async () => {
  let goOn = () => {}
  const pace = () => new Promise<void>((resolve) => (goOn = resolve))
  for (const findPerson of [async () => jane, async () => undefined]) {
    let answered = false
    const answer = checkWith({ pace, findPerson }).then(() => {
      answered = true
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(answered).toBe(false)
    goOn()
    await answer
  }
})
