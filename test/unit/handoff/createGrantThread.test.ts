import { describe, expect, test } from '@jest/globals'
import type { IncomingEvent } from '../../../src/conversation/incomingEvent.ts'
import { createGrantThread } from '../../../src/handoff/createGrantThread.ts'
import type { Controlled } from '../../../src/handoff/threadControl.ts'

const at = new Date('2026-11-23T12:00:00Z')

async function ask({ appId = 'inbox', held = false, passed = { kind: 'done' } as Controlled, fails = false } = {}) {
  const passedTo: string[] = []
  const accepted: IncomingEvent[] = []
  const events: string[] = []
  const note = (event: string) => void events.push(event)
  const grant = createGrantThread({
    control: {
      async passToInbox(address) {
        passedTo.push(address)
        return passed
      },
    },
    inboxAppId: 'inbox',
    async isHeld() {
      if (fails) throw new Error('the database is away')
      return held
    },
    async accept(more) {
      accepted.push(...more)
      return []
    },
    log: { debug: note, info: note, warn: note, error: note },
  })
  await grant({ address: 'anna', appId, at })
  return { passedTo, accepted, events }
}

describe('a thread that is asked for', () => {
  test('by the page’s inbox is passed, and from then on it is theirs', async () => {
    const { passedTo, accepted } = await ask()
    expect(passedTo).toEqual(['anna'])
    expect(accepted).toEqual([expect.objectContaining({ kind: 'handedToStaff', address: 'anna', occurredAt: at })])
  })

  test('while a colleague has it, or by another app, is kept', async () => {
    for (const how of [{ held: true }, { appId: '456' }]) {
      const { passedTo, accepted, events } = await ask(how)
      expect([passedTo, accepted, events]).toEqual([[], [], ['messenger.thread.kept']])
    }
  })

  test('and that Meta does not pass is still ours; what is away is no fault of whoever told us', async () => {
    expect((await ask({ passed: { kind: 'refused', code: '100' } })).accepted).toEqual([])
    expect((await ask({ fails: true })).events).toEqual(['messenger.thread.notGranted'])
  })
})
