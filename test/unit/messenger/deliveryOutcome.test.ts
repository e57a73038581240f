import { describe, expect, test } from '@jest/globals'
import { deliveryOutcome } from '../../../src/channels/messenger/deliveryOutcome.ts'

type Row = [code: number, subcode: number | undefined, kind: string, httpStatus?: number]

/** Every row of Meta's table, and the few that were seen in production. */
const rows: Row[] = [
  [1, undefined, 'retry', 500],
  [1, 99, 'retry', 500],
  [2, undefined, 'retry', 500],
  [1, 1357046, 'sent', 500],
  [4, undefined, 'slowDown'],
  [10, 2018278, 'windowClosed'],
  [10, 2534022, 'windowClosed'],
  [10, 2018065, 'windowClosed'],
  [10, 2018108, 'unreachable'],
  [10, 1893063, 'channelStopped'],
  [10, 2018336, 'refused'],
  [10, undefined, 'channelStopped'],
  [100, 2018001, 'unreachable'],
  [100, 2018008, 'retry'],
  [100, 2018047, 'refused'],
  [100, 2018109, 'refused'],
  [100, 2018294, 'refused'],
  [100, 2018014, 'refused'],
  [100, 2534037, 'notOurs'],
  [100, 1893029, 'refused'],
  [100, undefined, 'refused'],
  [190, undefined, 'channelStopped', 401],
  [190, 463, 'channelStopped', 401],
  [200, 1545041, 'unreachable', 403],
  [200, 2018028, 'channelStopped', 403],
  [200, undefined, 'channelStopped', 403],
  [551, 1545041, 'unreachable'],
  [551, undefined, 'unreachable'],
  [613, undefined, 'slowDown'],
  [613, 2534040, 'slowDown'],
  [613, 2018338, 'channelStopped'],
  [80006, undefined, 'slowDown'],
  [1200, undefined, 'retry'],
  [2022, undefined, 'channelStopped'],
  [2018300, undefined, 'notOurs'],
  [2018321, undefined, 'retry'],
  [-1, undefined, 'retry'],
  // not in any table
  [100, 123, 'refused'],
  [10, 123, 'refused'],
  [4711, undefined, 'refused'],
  [4711, undefined, 'retry', 503],
  [4711, undefined, 'slowDown', 429],
]

function outcomeOf(code: number, subcode?: number, httpStatus = 400, retryAfterMs?: number) {
  const optional = { ...(subcode === undefined ? {} : { subcode }), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  return deliveryOutcome({ kind: 'graphError', httpStatus, code, ...optional })
}

describe('deliveryOutcome', () => {
  test.each(rows)('%s/%s is %s', (...row) => {
    const [code, subcode, kind, httpStatus] = row
    expect(outcomeOf(code, subcode, httpStatus).kind).toBe(kind)
  })

  test('names the code and the subcode', () => {
    expect(outcomeOf(10, 2018278)).toEqual({ kind: 'windowClosed', code: '10/2018278' })
    expect(deliveryOutcome({ kind: 'graphError', httpStatus: 502 })).toEqual({ kind: 'unknown', code: 'HTTP_502' })
    expect(outcomeOf(4711, undefined, 403)).toEqual({ kind: 'refused', code: '4711' })
  })

  test.each([
    [302, 'retry'],
    [403, 'retry'],
    [407, 'retry'],
    [408, 'unknown'],
    [500, 'unknown'],
    [429, 'slowDown'],
  ])('an answer %s that is not of Graph says nothing about the message: %s', (httpStatus, kind) => {
    expect(deliveryOutcome({ kind: 'graphError', httpStatus })).toMatchObject({ kind, code: `HTTP_${httpStatus}` })
  })

  test('without a connection nothing was sent, and it is tried for as long as the window is open', () => {
    const outcome = deliveryOutcome({ kind: 'transport', reason: 'noConnection' })
    expect(outcome).toEqual({ kind: 'retry', code: 'NO_CONNECTION', tries: Number.POSITIVE_INFINITY })
  })

  test.each([4, 613, 80006])('waits for minutes after %s, or as long as Meta asks', (code) => {
    expect(outcomeOf(code)).toEqual({ kind: 'slowDown', code: String(code), afterMs: 300_000 })
    expect(outcomeOf(code, undefined, 400, 900_000)).toMatchObject({ afterMs: 900_000 })
    expect(outcomeOf(code, undefined, 400, 1000)).toMatchObject({ afterMs: 300_000 })
  })

  test('leaves the pause after a passing fault to the caller', () => {
    expect(outcomeOf(1)).toEqual({ kind: 'retry', code: '1' })
  })

  test('what was sent is sent, with its id when Meta told one', () => {
    expect(deliveryOutcome({ kind: 'ok', messageId: 'm_1' })).toEqual({ kind: 'sent', providerMessageId: 'm_1' })
    expect(deliveryOutcome({ kind: 'ok' })).toEqual({ kind: 'sent' })
  })

  test.each([
    [190, undefined, /MESSENGER_PAGE_TOKEN/, 60_000],
    [10, undefined, /pages_messaging/, 60_000],
    [200, 2018028, /App Review/, 60_000],
    [10, 1893063, /Support Inbox/, 900_000],
    [613, 2018338, /Support Inbox/, 900_000],
    [2022, undefined, /policy/, 900_000],
  ])('%s/%s stops the page, says what to do, and when it is tried again', (code, subcode, advice, retryMs) => {
    expect(outcomeOf(code, subcode)).toMatchObject({ kind: 'channelStopped', advice: expect.stringMatching(advice), retryMs })
  })

  test.each([
    [1200, undefined, 3],
    [100, 2018008, 2],
    [2018321, undefined, 2],
  ])('%s/%s is not tried for ever', (code, subcode, tries) => {
    expect(outcomeOf(code, subcode)).toMatchObject({ kind: 'retry', tries })
  })

  test.each([
    ['timeout', 'unknown', 'TIMEOUT'],
    ['brokenOff', 'unknown', 'BROKEN_OFF'],
    ['unreadable', 'unknown', 'UNREADABLE'],
  ] as const)('%s is %s: only without a connection is it sure that nothing was sent', (reason, kind, code) => {
    expect(deliveryOutcome({ kind: 'transport', reason })).toEqual({ kind, code })
  })
})
