import { describe, expect, test } from '@jest/globals'
import type { GraphResult } from '../../../src/channels/messenger/graphResult.ts'
import { createPageWatch } from '../../../src/channels/messenger/pageWatch.ts'
import { stopAdvice } from '../../../src/channels/messenger/stopAdvice.ts'
import type { ChannelStates, Stopped } from '../../../src/conversation/channelStates.ts'
import { silentLog } from '../../../src/kernel/log.ts'

/** A look at the page, and what it does about the channel. */
async function look(
  found: GraphResult<{ missing: string[] }>,
  { stopped, atStart = false, renewed = { kind: 'ok' } }: { stopped?: string; atStart?: boolean; renewed?: GraphResult<object> } = {},
) {
  const did: string[] = []
  const state: Stopped | undefined = stopped ? { code: stopped, advice: '', since: new Date(0) } : undefined
  const channelStates: ChannelStates = {
    stopped: async () => state,
    async stop(_channel, { code }) {
      did.push(`stop ${code}`)
      return true
    },
    mayTry: async () => false,
    async mended() {
      did.push('mended')
      return true
    },
    tryNow: async () => void did.push('tryNow'),
    pause: async () => {},
  }
  const subscription = {
    missing: async () => found,
    async renew() {
      did.push('renew')
      return renewed
    },
  }
  await createPageWatch({ subscription, channelStates, log: silentLog }).look({ atStart })
  return did
}

const refusedWith = (code: number, subcode?: number) =>
  ({ kind: 'graphError', httpStatus: 400, code, ...(subcode ? { subcode } : {}) }) as const
const all: GraphResult<{ missing: string[] }> = { kind: 'ok', missing: [] }

describe('a look at the page', () => {
  test('does nothing while all is well', async () => {
    expect(await look(all)).toEqual([])
  })

  test('renews a subscription that lacks something', async () => {
    expect(await look({ kind: 'ok', missing: ['messages'] })).toEqual(['renew'])
  })

  test('stops the channel when the token is refused, also in renewing', async () => {
    expect(await look(refusedWith(190, 463))).toEqual(['stop 190/463'])
    expect(await look({ kind: 'ok', missing: ['messages'] }, { renewed: refusedWith(190) })).toEqual(['renew', 'stop 190'])
  })

  test.each([refusedWith(200), refusedWith(10), refusedWith(4), { kind: 'transport', reason: 'timeout' } as const])(
    'does not stop a channel that may well send, for %j',
    async (result) => {
      expect(await look(result)).toEqual([])
    },
  )

  test('starts a channel that only the token had stopped', async () => {
    expect(await look(all, { stopped: '190/460' })).toEqual(['mended'])
  })

  test('has a message tried on a channel that something else stopped, but only when the service starts', async () => {
    expect(await look(all, { stopped: '10/1893063' })).toEqual([])
    expect(await look(all, { stopped: '10/1893063', atStart: true })).toEqual(['tryNow'])
  })

  test('has advice for every reason to stop', () => {
    expect(Object.values(stopAdvice).every((advice) => advice.length > 40)).toBe(true)
  })
})
