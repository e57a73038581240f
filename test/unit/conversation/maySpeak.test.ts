import { describe, expect, test } from '@jest/globals'
import { mayGo } from '../../../src/conversation/mayGo.ts'
import { silenced } from '../../../src/conversation/maySpeak.ts'
import type { Holder, PendingMessage, Permission, Speaker } from '../../../src/conversation/outbox.ts'
import { noon } from '../../support/conversationStores.ts'

const bot: Holder = { kind: 'bot' }
const nobody: Holder = { kind: 'nobody' }
const priya: Holder = { kind: 'colleague', account: 'priya' }
const elsewhere: Holder = { kind: 'elsewhere' }

describe('who may speak', () => {
  test.each([
    ['bot', undefined, bot, undefined],
    ['bot', undefined, nobody, 'takenOver'],
    ['bot', undefined, priya, 'takenOver'],
    ['bot', undefined, elsewhere, 'takenOver'],
    ['service', undefined, bot, undefined],
    ['service', undefined, nobody, undefined],
    ['service', undefined, priya, 'takenOver'],
    ['service', 'priya', priya, undefined],
    ['service', 'bea', priya, 'takenOver'],
    ['service', 'priya', elsewhere, 'takenOver'],
    ['staff', 'priya', priya, undefined],
    ['staff', 'bea', priya, undefined],
    ['staff', 'priya', bot, undefined],
    ['staff', 'priya', nobody, undefined],
    ['staff', 'priya', elsewhere, 'heldElsewhere'],
    ['bot', undefined, undefined, 'takenOver'],
    ['service', 'priya', undefined, 'takenOver'],
    ['staff', 'priya', undefined, 'heldElsewhere'],
  ] as [Speaker, string | undefined, Holder | undefined, string | undefined][])(
    '%s (%s) where %j has it: %s',
    (speaker, account, holder, expected) => {
      expect(silenced({ speaker, ...(account ? { account } : {}) }, holder)?.kind).toBe(expected)
    },
  )
})

describe('after the reply window', () => {
  const message = (speaker: Speaker): PendingMessage => ({
    id: 'm',
    conversationId: 'c',
    address: 'anna',
    reply: { type: 'message' },
    attempts: 0,
    speaker,
    eventId: 1,
    account: 'priya',
  })
  const judge = (
    speaker: Speaker,
    at: Partial<Permission>,
    personDays: number | undefined = 7,
    holder: Holder = speaker === 'bot' ? bot : priya,
  ) => mayGo(message(speaker), { holder, staffWait: false, isPending: true, channelPausedMs: 0, ...at }, noon, { personDays })
  const heard = (age: object) => {
    const heardAt = noon.minus(age)
    return { heardAt: heardAt.toJSDate(), replyWindowUntil: heardAt.plus({ hours: 24 }).toJSDate() }
  }

  test('a colleague’s words go without a tag up to five minutes before it closes, and with it from then on, for seven days', () => {
    expect(judge('staff', heard({ hours: 23, minutes: 54, seconds: 59 }))).toEqual({ kind: 'go' })
    expect(judge('staff', heard({ hours: 23, minutes: 55 }))).toEqual({ kind: 'go', afterWindow: true })
    expect(judge('staff', heard({ days: 6, hours: 23, minutes: 54, seconds: 59 }))).toEqual({ kind: 'go', afterWindow: true })
    expect(judge('staff', heard({ days: 6, hours: 23, minutes: 55 }))).toEqual({ kind: 'windowClosed', code: 'WINDOW_CLOSED' })
  })

  test.each(['bot', 'service'] as const)('the words of the %s do not go', (speaker) => {
    expect(judge(speaker, heard({ hours: 25 }))).toEqual({ kind: 'windowClosed', code: 'WINDOW_CLOSED' })
  })

  test('nor a colleague’s where the channel has no way for them', () => {
    expect(
      mayGo(message('staff'), { holder: priya, staffWait: false, isPending: true, channelPausedMs: 0, ...heard({ hours: 25 }) }, noon),
    ).toMatchObject({
      kind: 'windowClosed',
    })
  })

  test('a stopped channel is tried with the tag too', () => {
    expect(judge('staff', { ...heard({ hours: 25 }), channelStopped: '190' })).toMatchObject({
      kind: 'channelIsStopped',
      afterWindow: true,
    })
  })
})
