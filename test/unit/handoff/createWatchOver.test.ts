import { expect, test } from '@jest/globals'
import { recordEscalations } from '../../../src/app/rehearsal/recordEscalations.ts'
import type { PatientActivity } from '../../../src/conversation/activity.ts'
import type { Claim } from '../../../src/conversation/claim.ts'
import { createWatchOver } from '../../../src/handoff/createWatchOver.ts'
import type { EscalationRequest } from '../../../src/handoff/escalation.ts'
import { systemClock } from '../../../src/kernel/clock.ts'

const hours = { timeZone: 'Europe/London', opening: [], closedOn: [], answerWithin: { now: 10, today: 120, soon: 240 } }
const claim: Claim = { conversationId: 'c1', channel: 'messenger', address: 'a1', epoch: 1 }

/** What was escalated once an event has been looked at. */
async function escalatedAfter(activity: PatientActivity): Promise<EscalationRequest[]> {
  const { escalations, all } = recordEscalations(hours, systemClock)
  const findDanger = async (text: string) => (text.includes('lump') ? ({ kind: 'symptom', rule: 'breast.lump' } as const) : undefined)
  const watchOver = createWatchOver(findDanger, escalations)
  await watchOver(claim, { id: 7, key: 'k7', kind: 'overheard', occurredAt: new Date(0), attempts: 0, activity })
  return all
}

test('something dangerous is escalated with the rule that found it, never the words', async () =>
  expect(await escalatedAfter({ type: 'message', text: 'I have a lump' })).toEqual([
    { conversationId: 'c1', eventId: 7, reason: 'symptom', note: 'breast.lump' },
  ]))

test.each([
  ['is harmless', { type: 'message', text: 'thank you' }],
  ['has no words', { type: 'message' }],
])('nothing is escalated when a message %s', async (_, activity) => expect(await escalatedAfter(activity)).toEqual([]))

test('a gate or a store that fails fails the event, so that it is looked at again', async () => {
  const { escalations } = recordEscalations(hours, systemClock)
  const event = {
    id: 7,
    key: 'k7',
    kind: 'overheard' as const,
    occurredAt: new Date(0),
    attempts: 0,
    activity: { type: 'message', text: 'x' },
  }
  const failingGate = createWatchOver(() => Promise.reject(new Error('gate')), escalations)
  await expect(failingGate(claim, event)).rejects.toThrow('gate')
  const failingStore = { ...escalations, escalate: () => Promise.reject(new Error('store')) }
  await expect(createWatchOver(async () => ({ kind: 'crisis', rule: 'x' }), failingStore)(claim, event)).rejects.toThrow('store')
})
