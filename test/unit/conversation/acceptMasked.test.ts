import { expect, test } from '@jest/globals'
import { acceptMasked } from '../../../src/conversation/acceptMasked.ts'
import type { IncomingEvent } from '../../../src/conversation/incomingEvent.ts'

const mask = (text: string) => ({ text: text.replace(/\d+/g, '•••'), masked: /\d/.test(text) })

async function kept(activity: IncomingEvent['activity']): Promise<IncomingEvent['activity'] | undefined> {
  const events: IncomingEvent[] = []
  const accept = acceptMasked(async (all) => {
    events.push(...all)
    return []
  }, mask)
  await accept([{ channel: 'messenger', address: 'p', eventKey: 'k', kind: 'said', occurredAt: new Date(0), activity }])
  return events[0]?.activity
}

test('what is to be hidden is hidden before it is kept, in the text and in the value of a tap, and the bot learns of it', async () => {
  const activity = { type: 'message', text: 'mine is 123', value: 'no 456', channelData: { other: 1 } }
  expect(await kept(activity)).toEqual({
    type: 'message',
    text: 'mine is •••',
    value: 'no •••',
    channelData: { other: 1, masked: true },
  })
})

test('everything else is kept as it came', async () => {
  const activity = { type: 'message', text: 'hello', value: { a: 1 } }
  expect(await kept(activity)).toBe(activity)
  const event = { type: 'event', name: 'getStarted' }
  expect(await kept(event)).toBe(event)
})
