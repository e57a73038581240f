import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { type Awaited, ageOf, type Open } from '../../../src/handoff/ageing.ts'
import type { EscalationReason } from '../../../src/handoff/escalation.ts'
import type { AnswerTimes } from '../../../src/handoff/promise.ts'
import { urgencyOf } from '../../../src/handoff/urgencyOf.ts'

const zone = 'Europe/London'
const times: AnswerTimes = {
  timeZone: zone,
  opening: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  closedOn: ['2026-12-25', '2026-12-28'],
  answerWithin: { now: 10, today: 120, soon: 240 },
}
const local = (time: string) => DateTime.fromISO(time.includes('T') ? time : `2026-11-23T${time}`, { zone })
const at = (time: string) => local(time).toJSDate()

/** Asked for at ten on a Monday, promised for two. */
const open = (reason: EscalationReason = 'asked', more: Partial<Open> = {}): Open => ({
  id: 'e1',
  reason,
  urgency: urgencyOf(reason),
  createdAt: at('10:00'),
  promisedFor: at('14:00'),
  renewals: 0,
  ...more,
})

const due = (now: string, more: Partial<Awaited> = {}) =>
  ageOf(times, local(now), { conversationId: 'c1', open: [open()], owner: 'bot', isQuiet: false, isReachable: true, ...more })
const alerts = (now: string, more: Partial<Awaited> = {}) => due(now, more).alert.length > 0
const putOff = (now: string, more: Partial<Awaited> = {}) => due(now, more).putOff

describe('staff are alerted anew', () => {
  test.each([
    ['while there is more than a quarter of the time', '12:59', {}, false],
    ['in the last quarter', '13:01', {}, true],
    ['not again in the next minutes', '13:14', { alertedAt: at('13:01') }, false],
    ['after a while', '13:16', { alertedAt: at('13:01') }, true],
    ['when the promise has passed', '14:00', { alertedAt: at('13:50') }, true],
    ['not again at once after that', '14:30', { alertedAt: at('14:01') }, false],
    ['and every hour from then on', '15:01', { alertedAt: at('14:01') }, true],
    ['not while the team is away', '18:00', { alertedAt: at('14:01') }, false],
    ['not where nothing could be promised', '16:00', { promisedFor: undefined }, false],
  ])('%s', (_, now, more, expected) => {
    const { promisedFor, ...rest } = { promisedFor: at('14:00'), ...more }
    const one = open('asked', rest as Partial<Open>)
    if (!promisedFor) delete one.promisedFor
    expect(alerts(now, { open: [one] })).toBe(expected)
  })

  test.each([
    ['10:04', undefined, false],
    ['10:05', undefined, true],
    ['10:09', '10:05', false],
    ['10:10', '10:05', true],
    ['23:00', '22:20', false],
    ['23:00', '22:00', true],
  ])('every five minutes where somebody may be in danger, and every hour at night: at %s, last at %s', (now, last, expected) => {
    const one = open('crisis', { promisedFor: at('10:15'), ...(last && { alertedAt: at(last) }) })
    expect(alerts(now, { open: [one], isQuiet: true })).toBe(expected)
  })

  test('by opening time: what is promised for Monday morning is near on Friday evening', () => {
    const one = open('asked', { createdAt: at('2026-11-27T14:00'), promisedFor: at('2026-11-30T09:15') })
    expect(alerts('2026-11-27T16:14', { open: [one] })).toBe(false)
    expect(alerts('2026-11-27T16:16', { open: [one] })).toBe(true)
  })

  test('also a colleague who has it and has not answered, and not one who has', () => {
    expect(alerts('13:30', { owner: 'colleague' })).toBe(true)
    expect(alerts('14:01', { owner: 'colleague' })).toBe(true)
    expect(alerts('13:30', { owner: 'colleague', staffSaidAt: at('10:30') })).toBe(false)
    expect(alerts('13:30', { owner: 'colleague', staffSaidAt: at('09:30') })).toBe(true)
  })

  test('only once the promise has passed where somebody has it elsewhere', () => {
    expect(alerts('13:30', { owner: 'elsewhere' })).toBe(false)
    expect(alerts('14:01', { owner: 'elsewhere' })).toBe(true)
  })
})

describe('a promise that would be broken is put off', () => {
  test('shortly before, by the same arithmetic', () => {
    expect(putOff('13:56')).toBeUndefined()
    expect(putOff('13:57')).toEqual({ escalations: [open()], until: at('2026-11-24T10:00'), renewals: 1 })
    expect(putOff('14:02')).toMatchObject({ until: at('2026-11-24T10:15') })
  })

  test('later than before, also where answers are promised within minutes', () => {
    const quick = { ...times, answerWithin: { now: 1, today: 1, soon: 1 } }
    const awaited: Awaited = { conversationId: 'c1', open: [open()], owner: 'bot', isQuiet: false, isReachable: true }
    expect(ageOf(quick, local('13:58'), awaited).putOff).toMatchObject({ until: at('14:15') })
  })

  test('with all that ends then, to one time, and what ends later stays', () => {
    const complaint = open('complaint', { id: 'e2', renewals: 1 })
    const later = open('records', { id: 'e3', promisedFor: at('16:00') })
    const result = putOff('13:58', { open: [open(), complaint, later] })
    expect(result).toMatchObject({ renewals: 2, until: at('2026-11-24T10:00') })
    expect(result?.escalations.map(({ id }) => id)).toEqual(['e1', 'e2'])
  })

  test('three times; then she is told to ring, once', () => {
    expect(putOff('13:58', { open: [open('asked', { renewals: 2 })] })).toMatchObject({ renewals: 3, until: expect.anything() })
    const last = putOff('13:58', { open: [open('asked', { renewals: 3 })] })
    expect(last).toMatchObject({ renewals: 4 })
    expect(last).not.toHaveProperty('until')
    expect(putOff('13:58', { open: [open('asked', { renewals: 4 })] })).toBeUndefined()
  })

  test('over a bank holiday', () => {
    const one = open('asked', { promisedFor: at('2026-12-24T16:00') })
    expect(putOff('2026-12-24T15:58', { open: [one] })).toMatchObject({ until: at('2026-12-29T12:00') })
  })

  test.each<[string, string, Partial<Awaited>]>([
    ['while the team is away', '17:30', {}],
    ['while a colleague has the conversation', '13:58', { owner: 'colleague' }],
    ['while somebody answers elsewhere', '13:58', { owner: 'elsewhere' }],
    ['after a crisis or abuse', '13:58', { isQuiet: true }],
    ['while there is an emergency', '13:58', { open: [open(), open('emergency', { id: 'e2' })] }],
    ['where no message would reach her', '13:58', { isReachable: false }],
    ['of which she was never told', '13:58', { open: [open('symptom'), open('undelivered', { id: 'e2' })] }],
  ])('but not %s', (_, now, more) => {
    expect(putOff(now, more)).toBeUndefined()
  })

  test('by nobody: who is in the queue', () => {
    expect(putOff('13:58', { owner: 'nobody' })).toBeDefined()
  })
})
