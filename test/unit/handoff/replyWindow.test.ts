import { describe, expect, test } from '@jest/globals'
import { replyWindow } from '../../../src/handoff/replyWindow.ts'

const at = (text: string) => new Date(`2026-11-${text}Z`)
const facts = { replyWindowUntil: at('24T12:00:00'), heardAt: at('23T12:00:00'), unreachable: null }

describe('whether words can still reach her', () => {
  test('within the 24 hours, up to five minutes before their end', () => {
    expect(replyWindow(facts, at('24T11:54:59'))).toEqual({ kind: 'open', until: at('24T11:55:00') })
    expect(replyWindow(facts, at('24T11:55:00'))).toEqual({ kind: 'closed', since: at('24T11:55:00') })
  })

  test("then a person's own words for seven days from when she last wrote, where the channel has a way for that", () => {
    const withWay = { ...facts, personDays: 7 }
    expect(replyWindow(withWay, at('23T13:00:00'))).toEqual({
      kind: 'open',
      until: at('24T11:55:00'),
      thenPersonUntil: at('30T11:55:00'),
    })
    expect(replyWindow(withWay, at('24T12:00:00'))).toEqual({ kind: 'personOnly', until: at('30T11:55:00') })
    expect(replyWindow(withWay, at('30T11:55:00'))).toEqual({ kind: 'closed', since: at('30T11:55:00') })
  })

  test('a reaction opens the window though nothing was written: the later end counts', () => {
    const reacted = { ...facts, heardAt: at('10T12:00:00'), personDays: 7 }
    expect(replyWindow(reacted, at('24T10:00:00'))).toEqual({ kind: 'open', until: at('24T11:55:00') })
    expect(replyWindow(reacted, at('24T12:00:00'))).toEqual({ kind: 'closed', since: at('24T11:55:00') })
  })

  test('a channel without a window takes them at any time, and one that cannot reach her never', () => {
    expect(replyWindow({ ...facts, replyWindowUntil: null }, at('30T00:00:00'))).toEqual({ kind: 'always' })
    expect(replyWindow({ ...facts, unreachable: '551' }, at('23T13:00:00'))).toEqual({ kind: 'unreachable', code: '551' })
  })
})
