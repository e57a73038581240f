import { describe, expect, test } from '@jest/globals'
import { safetyReply } from '../../../src/safety/replies.ts'
import type { SafetyFinding } from '../../../src/safety/safetyFinding.ts'

const finding = (kind: SafetyFinding['kind'], programme?: SafetyFinding['programme']): SafetyFinding => ({
  kind,
  ...(programme && { programme }),
  rule: 'test',
  rest: undefined,
})
const symptoms = (['breast', 'cervical', 'bowel', 'lung', 'eye', undefined] as const).map((programme) => finding('symptom', programme))
const all = [finding('emergency'), finding('crisis'), finding('abuse'), ...symptoms]

describe('the fixed replies', () => {
  test.each(all)('$kind $programme fits one message', (one) => expect(safetyReply(one).length).toBeLessThanOrEqual(640))
  test.each(all)('$kind $programme says where to turn now', (one) => expect(safetyReply(one)).toMatch(/999|GP surgery|111/))

  test('no symptom waits for screening, and none is asked about', () => {
    for (const one of symptoms) {
      expect(safetyReply(one)).toMatch(/(do|Do) not wait/)
      expect(safetyReply(one)).not.toContain('?')
    }
  })

  test('a crisis is given people to talk to', () => {
    const reply = safetyReply(finding('crisis'))
    for (const way of ['999', '111, option 2', '116 123', 'SHOUT to 85258']) expect(reply).toContain(way)
  })

  test('abuse is not named, and the first thing asked is whether writing is safe', () => {
    const reply = safetyReply(finding('abuse'))
    expect(reply).not.toMatch(/abuse|violen|husband|partner|hurt|rape|assault|police/i)
    expect(reply.match(/[^.?]*\?/g)).toEqual([expect.stringContaining('Is it safe to write to you here?')])
  })

  test('an emergency is not told to drive', () => expect(safetyReply(finding('emergency'))).toContain('do not drive'))
})
