import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { calendarFile } from '../../../src/outreach/calendarFile.ts'
import { createCalendarLinks } from '../../../src/outreach/calendarLinks.ts'
import { appointmentOf, hanley } from './appointmentOf.ts'

const now = DateTime.fromISO('2026-11-20T15:00:00Z')
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  test('has the appointment, in UTC, and says nothing of what it is for', () => {
    expect(calendarFile(appointmentOf({ sequence: 2 }), now).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Appointments//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:0b6d8f6e-2f0c-4f0a-9d55-2f7c1d0b7a10@appointments',
      'DTSTAMP:20261120T150000Z',
      'DTSTART:20261203T101800Z',
      'DTEND:20261203T104800Z',
      'SEQUENCE:2',
      'STATUS:CONFIRMED',
      'SUMMARY:Appointment',
      'LOCATION:Beales',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('is in UTC in summer too', () => {
    expect(calendarFile(appointmentOf({ startsAt: new Date('2026-07-01T09:00:00+01:00') }), now)).toContain('DTSTART:20260701T080000Z')
  })

  test('takes out what was cancelled', () => {
    const file = calendarFile(appointmentOf({ status: 'cancelled', sequence: 3 }), now)
    expect(file).toContain('METHOD:CANCEL\r\n')
    expect(file).toContain('SEQUENCE:3\r\nSTATUS:CANCELLED\r\n')
  })

  test('takes out the appointment that this one replaces', () => {
    const file = calendarFile(appointmentOf({ replaced: { ...hanley, id: 'old', sequence: 1 } }), now)
    expect(unfolded(file).filter((line) => /^(UID|STATUS|SEQUENCE|LOCATION)/.test(line))).toEqual([
      'UID:0b6d8f6e-2f0c-4f0a-9d55-2f7c1d0b7a10@appointments',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'LOCATION:Beales',
      'UID:old@appointments',
      'SEQUENCE:1',
      'STATUS:CANCELLED',
      'LOCATION:Hanley',
    ])
  })

  test('is not certain while it is only asked for', () => {
    const file = calendarFile(appointmentOf({ status: 'asked', replaced: { ...hanley, id: 'old', sequence: 1 } }), now)
    expect(file).toContain('STATUS:TENTATIVE')
    expect(file).not.toContain('UID:old')
  })

  test('folds long lines between letters, and escapes what separates', () => {
    const { site } = appointmentOf()
    const name = `Caffi Môr; Tŷ Hafan, ${'ŵ'.repeat(60)}\\`
    const file = calendarFile(appointmentOf({ site: { ...site, name } }), now)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(unfolded(file)).toContain(`LOCATION:Caffi Môr\\; Tŷ Hafan\\, ${'ŵ'.repeat(60)}\\\\`)
  })
})

describe('a link to it', () => {
  const id = appointmentOf().id
  const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]

  test('is short, and read again, under an old key too', () => {
    const token = createCalendarLinks([one]).token(id)
    expect(token).toHaveLength(38)
    expect(createCalendarLinks([one]).read(token)).toBe(id)
    expect(createCalendarLinks([other, one]).read(token)).toBe(id)
  })

  test('is nothing when somebody else made or changed it', () => {
    const links = createCalendarLinks([one])
    const token = links.token(id)
    expect(createCalendarLinks([other]).read(token)).toBeUndefined()
    for (let at = 0; at < token.length; at++) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      expect([undefined, token]).toContain(links.read(changed) && links.token(links.read(changed) ?? ''))
    }
    for (const text of ['', 'x', token.slice(1), `${token}A`, '../../etc']) expect(links.read(text)).toBeUndefined()
  })
})
