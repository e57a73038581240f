import { expect, test } from '@jest/globals'
import { createObserve } from '../../../src/channels/messenger/createObserve.ts'

test('who asks for a thread is handed on and logged, without a person in the log, and nobody waits for the answer', async () => {
  const asked: unknown[] = []
  const lines: unknown[] = []
  const note = (event: string, facts?: object) => void lines.push({ event, ...facts })
  const observe = createObserve({
    keepReceipts: async () => [],
    wake: () => {},
    grantThread: (request) => {
      asked.push(request)
      return new Promise(() => {})
    },
    log: { debug: note, info: note, warn: note, error: note },
  })
  const at = new Date()
  await observe([
    { kind: 'threadRequested', at, address: 'anna', appId: '263902037430900' },
    { kind: 'threadRequested', at, address: 'berta' },
  ])
  expect(asked).toEqual([{ address: 'anna', appId: '263902037430900', at }])
  expect(lines).toContainEqual({ event: 'messenger.thread.requested', appId: '263902037430900' })
  expect(JSON.stringify(lines)).not.toMatch(/anna|berta/)
})
