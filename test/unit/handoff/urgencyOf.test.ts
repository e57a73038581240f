import { expect, test } from '@jest/globals'
import type { EscalationReason } from '../../../src/handoff/escalation.ts'
import { urgencyOf } from '../../../src/handoff/urgencyOf.ts'

const byUrgency: Record<string, EscalationReason[]> = {
  now: ['emergency', 'crisis', 'abuse'],
  today: ['symptom', 'botFailure', 'undelivered', 'bereavement'],
  soon: ['asked', 'complaint'],
}

test.each(Object.entries(byUrgency))('a person should look %s', (urgency, reasons) => {
  for (const reason of reasons) expect([reason, urgencyOf(reason)]).toEqual([reason, urgency])
})
