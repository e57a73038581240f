import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadPack } from '../../../src/content/loadPack.ts'
import { createTextOf } from '../../../src/content/textOf.ts'
import { createSafetyReplies } from '../../../src/safety/replies.ts'
import type { SafetyFinding } from '../../../src/safety/safetyFinding.ts'

const pack = await loadPack(join(import.meta.dirname, '../../../intents'))
const safetyReplies = createSafetyReplies(createTextOf(pack.texts))
/** In English. */
const safetyReply = (one: SafetyFinding) => safetyReplies(one).at(-1) ?? ''

const finding = (kind: SafetyFinding['kind'], programme?: SafetyFinding['programme']): SafetyFinding => ({
  kind,
  ...(programme && { programme }),
  rule: 'test',
  foundBy: 'phrase',
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

  test('in a language without a version for the programme say what is said of any symptom', () => {
    const [breast, inEnglish] = safetyReplies({ ...finding('symptom', 'breast'), language: 'pl' })
    const [any] = safetyReplies({ ...finding('symptom'), language: 'pl' })
    expect(breast).toBe(any)
    expect(inEnglish).toContain('a new breast change')
  })

  test('an emergency is not told to drive', () => expect(safetyReply(finding('emergency'))).toContain('do not drive'))
})

describe('the words for a finding', () => {
  const crisis = { kind: 'crisis' as const, rule: 'x', foundBy: 'phrase' as const, rest: undefined }
  test('are in English', () => expect(safetyReplies(crisis)).toEqual([expect.stringContaining('116 123')]))
  test('are in the language of the message first', () => {
    const [first, second] = safetyReplies({ ...crisis, language: 'pl' })
    expect(first).toMatch(/Proszę.*116 123/s)
    expect([second]).toEqual(safetyReplies(crisis))
  })
})
