import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { orSooner, whenAnswered, whenPutOff } from '../../../dialogs/whenAnswered.ts'
import type { AnswerPromise, StaffHours } from '../../../src/handoff/escalation.ts'

const timeZone = 'Europe/London'
const local = (time: string) => DateTime.fromISO(time, { zone: timeZone })
const at = (time: string) => local(time).toJSDate()
const by = (time: string, isNextOpenDay = false): AnswerPromise => ({ kind: 'by', at: at(time), isNextOpenDay })
const open: StaffHours = { kind: 'open', until: at('2026-11-23T17:00') }
const closed: StaffHours = { kind: 'closed', from: at('2026-11-24T09:00') }
const reach = { phone: '01632 960 001', hours: '9am to 5pm' }

const said = (promise: AnswerPromise, now: string, hours: StaffHours = open) =>
  whenAnswered({ hours, promise, timeZone }, local(now).toUTC())

describe('by when a person answers', () => {
  test.each([
    ['by 2:30pm today', by('2026-11-23T14:30'), '2026-11-23T10:30'],
    ['by midday today', by('2026-11-23T12:00'), '2026-11-23T10:00'],
    ['by 5pm today', by('2026-11-23T17:00'), '2026-11-23T16:58'],
    ['by 9:15am tomorrow', by('2026-11-24T09:15', true), '2026-11-23T16:58'],
    ['by 1pm on Monday 30 November, the next day we are open', by('2026-11-30T13:00', true), '2026-11-27T16:55'],
    ['by 11am on Tuesday 29 December, the next day we are open', by('2026-12-29T11:00', true), '2026-12-24T16:30'],
    ['by 10am on Wednesday 25 November', by('2026-11-25T10:00'), '2026-11-23T16:55'],
  ])('%s', (words, promise, now) => {
    expect(said(promise, now)).toBe(`A person will answer you here ${words}.`)
  })

  test('is told by the days of the service, not of whoever asks: shortly before midnight, in summer, and as the clocks change', () => {
    expect(said(by('2026-07-07T09:15'), '2026-07-06T23:59')).toContain('by 9:15am tomorrow')
    expect(said(by('2026-07-07T09:15'), '2026-07-07T00:01')).toContain('by 9:15am today')
    expect(said(by('2027-03-29T09:15'), '2027-03-28T00:30')).toContain('by 9:15am tomorrow')
    expect(said(by('2026-10-26T09:15'), '2026-10-25T00:30')).toContain('by 9:15am tomorrow')
  })

  test('says first that nobody is there, where that is so', () => {
    expect(said(by('2026-11-24T13:00', true), '2026-11-23T18:00', closed)).toBe(
      'The team is not there at the moment. A person will answer you here by 1pm tomorrow.',
    )
  })

  test('is not told where nobody knows, nor where it must not be told', () => {
    expect(said({ kind: 'unknown' }, '2026-11-23T10:00', { kind: 'unknown' })).toBe('I cannot tell you when they will read it.')
    for (const hours of [open, closed])
      expect(said({ kind: 'neutral' }, '2026-11-23T18:00', hours)).toBe('A person in our team will read this.')
    expect(said({ kind: 'emergency' }, '2026-11-23T10:00')).toContain('call 999')
  })
})

test('what to do sooner does not fight with what was said before', () => {
  expect(orSooner({ promise: by('2026-11-23T14:30') }, reach)).toBe('If you need someone sooner, please ring 01632 960 001 (9am to 5pm).')
  expect(orSooner({ promise: { kind: 'neutral' } }, reach)).toBe('You can also ring 01632 960 001 (9am to 5pm).')
  expect(orSooner({ promise: { kind: 'emergency' } }, reach)).toBe('')
})

describe('who was promised an answer that did not come', () => {
  test('is told a new time and how to ring', () => {
    const words = whenPutOff(by('2026-11-23T16:30'), timeZone, local('2026-11-23T14:28'), reach)
    expect(words).toBe(
      'I am sorry: nobody has been able to answer you yet. A person will answer you here by 4:30pm today. If you need someone sooner, please ring 01632 960 001 (9am to 5pm).',
    )
  })

  test('is told no further time after that', () => {
    expect(whenPutOff({ kind: 'unknown' }, timeZone, local('2026-11-23T14:28'), reach)).toMatch(/do not want to promise .* please ring/)
  })
})
