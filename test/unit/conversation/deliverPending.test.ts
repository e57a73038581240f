import { describe, expect, test } from '@jest/globals'
import type { Channel, DeliveryOutcome } from '../../../src/conversation/channel.ts'
import type { ChannelStates } from '../../../src/conversation/channelStates.ts'
import type { Claim } from '../../../src/conversation/claim.ts'
import { deliverPending } from '../../../src/conversation/deliverPending.ts'
import type { Holder, Outbox, PendingMessage, Permission, Speaker } from '../../../src/conversation/outbox.ts'
import { silentLog } from '../../../src/kernel/log.ts'
import { silentMeasures } from '../../../src/kernel/measures.ts'
import { noon } from '../../support/conversationStores.ts'

const claim: Claim = { conversationId: 'c', channel: 'messenger', address: 'anna', epoch: 1 }

const permission = (botOwns: boolean, isPending = true, given?: Holder): Permission => {
  const holder = given ?? (botOwns ? { kind: 'bot' } : { kind: 'colleague', account: 'priya' })
  return { holder, staffWait: false, isPending, channelPausedMs: 0 }
}

/** An outbox with three messages, and what is done with them, in order. */
function trial(
  outcome: (text: string) => DeliveryOutcome,
  { reportFails = false, takenOverAfter = 99, speakers = [] as Speaker[], holder = undefined as Holder | undefined } = {},
) {
  const did: string[] = []
  const messages = ['one', 'two', 'three'].map((text, n): PendingMessage => {
    return {
      id: text,
      conversationId: 'c',
      address: 'anna',
      reply: { type: 'message', text },
      attempts: 0,
      speaker: speakers[n] ?? 'bot',
      account: 'priya',
      eventId: n,
    }
  })
  const outbox: Outbox = {
    pending: async () => ({ messages: [...messages], permission: permission(takenOverAfter > 0, true, holder) }),
    permission: async (_claim, id) =>
      permission(
        3 - messages.length < takenOverAfter,
        messages.some((message) => message.id === id),
        holder,
      ),
    async settle(id, { status }) {
      did.push(`${id} ${status}`)
      messages.splice(
        messages.findIndex((message) => message.id === id),
        1,
      )
    },
    async settleAll(_claim, { status }, speakers) {
      did.push(`all ${status}`)
      messages.splice(0, messages.length, ...messages.filter(({ speaker }) => !speakers.includes(speaker)))
    },
    putOff: async (_claim, _ms, { attempted, unknown } = {}) =>
      void did.push(['put off', attempted && `${attempted} attempted`, unknown && `${unknown} unknown`].filter(Boolean).join(', ')),
    begin: async () => new Map(messages.map(({ id }) => [id, 0])),
    leaveUnbegun: async () => void did.push('left unbegun'),
    note: async (_claim, { kind }) => void did.push(`noted ${kind}`),
  }
  const channel: Channel = {
    name: 'messenger',
    present: (reply) => [reply],
    deliver: async ({ reply }) => outcome(reply.text ?? ''),
    showTyping: async () => {},
  }
  const channelStates: ChannelStates = {
    stopped: async () => undefined,
    async stop(_channel, { code }) {
      did.push(`stopped ${code}`)
      return true
    },
    mayTry: async () => false,
    mended: async () => true,
    tryNow: async () => {},
    pause: async (_channel, ms) => void did.push(`paused ${ms}`),
  }
  const deps = {
    outbox,
    channelStates,
    wakeHere: () => {},
    echoWaitMs: 30_000,
    wakeLater: async () => {},
    async reportUndelivered(_claim: Claim, { id }: PendingMessage) {
      if (reportFails) throw new Error('the database is away')
      did.push(`${id} shown to staff`)
    },
    clock: { now: () => noon },
    log: silentLog,
    measures: silentMeasures,
  }
  return { did, run: (stillMine = () => true) => deliverPending(deps, channel, claim, stillMine) }
}

const sent = (): DeliveryOutcome => ({ kind: 'sent' })

describe('delivery', () => {
  test('settles each message as soon as it is sent', async () => {
    const { did, run } = trial(sent)
    await run()
    expect(did).toEqual(['one sent', 'two sent', 'three sent'])
  })

  test('shows staff what cannot be sent before it is settled, so that it cannot be lost in between', async () => {
    const refused = trial((text) => (text === 'one' ? { kind: 'refused', code: '100' } : { kind: 'sent' }))
    await refused.run()
    expect(refused.did).toEqual(['one shown to staff', 'one failed', 'two sent', 'three sent'])
    const failing = trial(() => ({ kind: 'windowClosed', code: '10/2018278' }), { reportFails: true })
    await expect(failing.run()).rejects.toThrow('the database is away')
    expect(failing.did).toEqual([])
  })

  test('sends nothing when a person has the conversation already', async () => {
    const { did, run } = trial(sent, { takenOverAfter: 0 })
    await run()
    expect(did).toEqual(['all withheld'])
  })

  test('stops in the middle when a person takes the conversation', async () => {
    const { did, run } = trial(sent, { takenOverAfter: 1 })
    await run()
    expect(did).toEqual(['one sent', 'all withheld'])
  })

  test('shows staff when another app holds the thread', async () => {
    const { did, run } = trial(() => ({ kind: 'notOurs', code: '2018300' }))
    await run()
    expect(did).toEqual(['one shown to staff', 'noted standBy', 'all withheld'])
  })

  test.each([
    [{ kind: 'retry', code: '2' }, ['put off, one attempted']],
    [{ kind: 'unknown', code: 'TIMEOUT' }, ['put off, one attempted, one unknown']],
    [{ kind: 'slowDown', code: '613', afterMs: 300_000 }, ['paused 300000', 'put off']],
    [{ kind: 'channelStopped', code: '190', advice: 'a new token', retryMs: 60_000 }, ['stopped 190', 'put off']],
    [{ kind: 'unreachable', code: '551' }, ['one shown to staff', 'noted unreachable', 'all withheld']],
    [{ kind: 'windowClosed', code: '10/2018278' }, ['one shown to staff', 'noted windowClosed', 'all withheld']],
  ] as [DeliveryOutcome, string[]][])('after %j it does what is right, and nothing more', async (outcome, expected) => {
    const { did, run } = trial(() => outcome)
    await run()
    expect(did).toEqual(expected)
  })

  describe('of the bot, the service and a colleague', () => {
    const speakers: Speaker[] = ['bot', 'service', 'staff']

    test('drops only the bot’s words when she has the conversation', async () => {
      const { did, run } = trial(sent, { speakers, holder: { kind: 'colleague', account: 'priya' } })
      await run()
      expect(did).toEqual(['all withheld', 'two sent', 'three sent'])
    })

    test('sends hers and the service’s where nobody has it', async () => {
      const { did, run } = trial(sent, { speakers, holder: { kind: 'nobody' } })
      await run()
      expect(did).toEqual(['all withheld', 'two sent', 'three sent'])
    })

    test('drops the service’s words about her when another has it, and sends hers', async () => {
      const { did, run } = trial(sent, { speakers, holder: { kind: 'colleague', account: 'bea' } })
      await run()
      expect(did).toEqual(['all withheld', 'two withheld', 'three sent'])
    })

    test('shows it when her words cannot go because another system has the thread', async () => {
      const { did, run } = trial(sent, { speakers, holder: { kind: 'elsewhere' } })
      await run()
      expect(did).toEqual(['all withheld', 'two withheld', 'three shown to staff', 'three withheld'])
    })

    test.each(['windowClosed', 'unreachable'] as const)('looks at her words by themselves when the bot’s cannot go: %s', async (kind) => {
      const { did, run } = trial((text) => (text === 'one' ? { kind, code: 'X' } : { kind: 'sent' }), { speakers })
      await run()
      expect(did).toEqual(['one shown to staff', `noted ${kind}`, 'all withheld', 'three sent'])
    })

    test('shows each of hers that cannot go, and drops nothing behind it', async () => {
      const hers: Speaker[] = ['staff', 'staff', 'staff']
      const { did, run } = trial((text) => (text === 'two' ? { kind: 'sent' } : { kind: 'notAllowed', code: '10' }), { speakers: hers })
      await run()
      expect(did).toEqual(['one shown to staff', 'one failed', 'two sent', 'three shown to staff', 'three failed'])
    })
  })

  test('remembers that a thread takes no cards, and eases off when the channel is near its limit', async () => {
    const { did, run } = trial((text) => (text === 'one' ? { kind: 'sent', plainOnly: true, easeOffMs: 3_000 } : { kind: 'sent' }))
    await run()
    expect(did).toEqual(['one sent', 'noted plainOnly', 'paused 3000', 'two sent', 'three sent'])
  })

  test('leaves for others what it may no longer send, as never begun', async () => {
    const { did, run } = trial(sent)
    await run(() => did.length < 1)
    expect(did).toEqual(['one sent', 'left unbegun'])
  })

  test('lets nothing overtake a message that has to wait', async () => {
    const { did, run } = trial(() => ({ kind: 'retry', code: 'HTTP_500' }))
    await run()
    expect(did).toEqual(['put off, one attempted'])
  })
})
