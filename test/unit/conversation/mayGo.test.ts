import { describe, expect, test } from '@jest/globals'
import { ECHO_WAIT_MS, mayGo } from '../../../src/conversation/mayGo.ts'
import type { PendingMessage, Permission } from '../../../src/conversation/outbox.ts'
import { noon } from '../../support/conversationStores.ts'

const message: PendingMessage = {
  id: 'm',
  conversationId: 'c',
  address: 'anna',
  reply: { type: 'message' },
  attempts: 0,
  speaker: 'bot',
  eventId: 1,
}
const free: Permission = { holder: { kind: 'bot' }, staffWait: false, isPending: true, channelPausedMs: 0 }
const inMinutes = (minutes: number) => noon.plus({ minutes }).toJSDate()

const judge = (permission: Partial<Permission>, more: Partial<PendingMessage> = {}) =>
  mayGo({ ...message, ...more }, { ...free, ...permission }, noon)

describe('a message', () => {
  test('goes when nothing stands in its way', () => {
    expect(judge({})).toEqual({ kind: 'go' })
    expect(judge({ replyWindowUntil: inMinutes(6) })).toEqual({ kind: 'go' })
  })

  test('does not go in the last five minutes of the window', () => {
    expect(judge({ replyWindowUntil: noon.plus({ minutes: 5, milliseconds: 1 }).toJSDate() })).toEqual({ kind: 'go' })
    expect(judge({ replyWindowUntil: inMinutes(5) })).toEqual({ kind: 'windowClosed', code: 'WINDOW_CLOSED' })
  })

  test('does not go to a person whom the channel cannot reach', () => {
    expect(judge({ unreachable: '551' })).toEqual({ kind: 'unreachable', code: '551' })
  })

  test('waits for the echo when nobody knows whether it was sent, and goes when none came', () => {
    expect(judge({}, { uncertainForMs: 0 })).toEqual({ kind: 'echoAwaited', ms: ECHO_WAIT_MS })
    expect(judge({}, { uncertainForMs: ECHO_WAIT_MS - 1 })).toEqual({ kind: 'echoAwaited', ms: 1 })
    expect(judge({}, { uncertainForMs: ECHO_WAIT_MS })).toEqual({ kind: 'go' })
  })

  test('waits while the channel pauses or is stopped, but never past the end of its window', () => {
    expect(judge({ channelPausedMs: 1_000 })).toEqual({ kind: 'channelPaused', ms: 1_000 })
    expect(judge({ channelPausedMs: 600_000, replyWindowUntil: inMinutes(7) })).toEqual({ kind: 'channelPaused', ms: 120_000 })
    expect(judge({ channelStopped: '190' })).toEqual({ kind: 'channelIsStopped', ms: 60_000 })
    expect(judge({ channelStopped: '190', replyWindowUntil: noon.plus({ minutes: 5, seconds: 30 }).toJSDate() })).toEqual({
      kind: 'channelIsStopped',
      ms: 30_000,
    })
  })

  test('that cannot go any more does not wait: it is for staff now', () => {
    const late = { replyWindowUntil: inMinutes(1) }
    expect(judge({ ...late, channelStopped: '190', channelPausedMs: 1_000 })).toMatchObject({ kind: 'windowClosed' })
    expect(judge({ ...late, holder: { kind: 'nobody' } })).toMatchObject({ kind: 'takenOver' })
    expect(judge({ ...late, staffWait: true })).toEqual({ kind: 'staffWait' })
    expect(judge({ ...late, isPending: false, staffWait: true })).toEqual({ kind: 'settled' })
    expect(judge({ ...late }, { uncertainForMs: 1 })).toMatchObject({ kind: 'echoAwaited' })
  })
})
