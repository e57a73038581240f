import { describe, expect, test } from '@jest/globals'
import type { NoticeAppointment, NoticeKind } from '../../../src/outreach/notice.ts'
import type { NoticeOrigin } from '../../../src/outreach/noticeOrigin.ts'
import { noticeWords } from '../../../src/outreach/noticeWords.ts'
import { smsSegments } from '../../../src/outreach/smsSegments.ts'
import { appointmentOf, hanley } from './appointmentOf.ts'

const origin: NoticeOrigin = {
  name: 'North Staffs Breast Screening Service',
  phone: '01632 960 001',
  chat: 'https://chat.example.org/chat',
  calendar: 'https://chat.example.org/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
}
const replaced = { ...hanley, id: 'x', sequence: 0 }
const how = 'To change it: https://chat.example.org/chat or 01632 960 001'
const calendar = `Calendar: ${origin.calendar}`
const end = 'From the appointments team. Reply STOP to stop these messages.'

const table: [string, NoticeKind, Partial<NoticeAppointment>, string[], string][] = [
  [
    'asked for',
    'asked',
    { status: 'asked' },
    ['You asked for an appointment on Thursday 3 December at 10.18am, at Beales. We will tell you when it is confirmed.', how, end],
    'You asked for an appointment on Thursday 3 December at 10.18am',
  ],
  [
    'asked for in place of another',
    'asked',
    { status: 'asked', live: hanley },
    [
      'You asked for an appointment on Thursday 3 December at 10.18am, at Beales. We will tell you when it is confirmed. Until then you keep Monday 30 November at 9am, at Hanley.',
      how,
      end,
    ],
    'You asked for an appointment on Thursday 3 December at 10.18am',
  ],
  [
    'confirmed',
    'confirmation',
    {},
    ['Your appointment is on Thursday 3 December at 10.18am, at Beales.', how, calendar, end],
    'Your appointment on Thursday 3 December at 10.18am',
  ],
  [
    'changed by her',
    'change',
    { replaced },
    [
      'Your appointment is now on Thursday 3 December at 10.18am, at Beales. You moved it from Monday 30 November at 9am, at Hanley.',
      how,
      end,
    ],
    'Your appointment is now on Thursday 3 December at 10.18am',
  ],
  [
    'changed by the office, at the same place',
    'change',
    { by: 'office', replaced: { ...replaced, site: { ...hanley.site, name: 'Beales' } } },
    ['Your appointment is now on Thursday 3 December at 10.18am, at Beales. We moved it from Monday 30 November at 9am.', how, end],
    'Your appointment is now on Thursday 3 December at 10.18am',
  ],
  [
    'cancelled by her',
    'cancellation',
    { status: 'cancelled' },
    [
      'You cancelled your appointment on Thursday 3 December at 10.18am, at Beales.',
      'To book again: https://chat.example.org/chat or 01632 960 001',
      calendar,
      end,
    ],
    'Your appointment on Thursday 3 December at 10.18am is cancelled',
  ],
  [
    'cancelled by staff, with another one live',
    'cancellation',
    { status: 'cancelled', by: 'staff', live: hanley },
    [
      'We have had to cancel your appointment on Thursday 3 December at 10.18am, at Beales. We are sorry. Your appointment is the one on Monday 30 November at 9am, at Hanley.',
      'To book again: https://chat.example.org/chat or 01632 960 001',
      end,
    ],
    'Your appointment on Thursday 3 December at 10.18am is cancelled',
  ],
  [
    'soon',
    'weekBefore',
    {},
    ['A reminder: your appointment is on Thursday 3 December at 10.18am, at Beales.', how, calendar, end],
    'Reminder: your appointment on Thursday 3 December at 10.18am',
  ],
  [
    'very soon, at noon',
    'daysBefore',
    { startsAt: new Date('2026-12-03T12:00:00Z') },
    ['A reminder: your appointment is on Thursday 3 December at midday, at Beales.', how, calendar, end],
    'Reminder: your appointment on Thursday 3 December at midday',
  ],
]

const telling = /breast|screening|mammo|cancer|nhs|scan|x-ray/i

describe.each(table)('an appointment that is %s', (_name, kind, some, lines, subject) => {
  const { sms, email } = noticeWords(kind, appointmentOf(some), origin)

  test('is told in a text', () => expect(sms.split('\n')).toEqual(lines))
  test('which fits two messages of the network', () => {
    expect(smsSegments(sms)).toMatchObject({ alphabet: 'gsm7' })
    expect(smsSegments(sms).segments).toBeLessThanOrEqual(2)
  })
  test('and in an email', () => {
    expect(email.subject).toBe(subject)
    expect(email.body.split('\n\n')[0]).toBe(lines[0])
    expect(email.body).toContain('https://chat.example.org/chat or ring 01632 960 001.')
    expect(email.body).toContain('We will never ask you for payment or bank details.')
    expect(email.body.endsWith('From the appointments team')).toBe(true)
  })
  test('neither of which tells a stranger what it is for', () => {
    for (const text of [sms, email.subject, email.body]) expect(text).not.toMatch(telling)
  })
})

describe('an email', () => {
  const { sms, email } = noticeWords('confirmation', appointmentOf(), origin)

  test('says where to go and what not to wear, which a text and a subject do not', () => {
    expect(email.body).toContain('Use the blue door.')
    expect(email.body).toContain('Parking is free for two hours.')
    expect(email.body).toContain('no deodorant or talc that day')
    expect(`${sms}${email.subject}`).not.toMatch(/deodorant|talc/)
    expect(noticeWords('confirmation', appointmentOf({ programme: 'aaa' }), origin).email.body).not.toContain('talc')
  })

  test('has a link for the calendar, and after a change says which letter counts', () => {
    const { body } = noticeWords('change', appointmentOf({ replaced }), origin).email
    expect(body).toContain(`For your calendar: ${origin.calendar}`)
    expect(body).toContain('this one counts')
  })
})

describe('nothing is given away', () => {
  const words = (siteName: string, more: Partial<NoticeOrigin> = {}) => {
    const appointment = appointmentOf()
    return noticeWords('confirmation', { ...appointment, site: { ...appointment.site, name: siteName } }, { ...origin, ...more })
  }

  test.each([
    ['Breast Screening Unit, Royal Hospital', 'on Thursday 3 December at 10.18am, at Royal Hospital.'],
    ['Royal Hospital (Breast Unit)', 'on Thursday 3 December at 10.18am, at Royal Hospital.'],
    ['Royal Hospital – Breast Unit', 'on Thursday 3 December at 10.18am, at Royal Hospital.'],
    ['Mammography', 'on Thursday 3 December at 10.18am.\n'],
  ])('by the place %s', (name, expected) => expect(words(name).sms).toContain(expected))

  test('by a web address, which is left out', () => {
    const { sms, email } = words('Beales', {
      chat: 'https://breast-screening.nhs.uk/chat',
      calendar: 'https://breast-screening.nhs.uk/c/x',
    })
    expect(`${sms}${email.body}`).not.toMatch(telling)
    expect(sms).toContain('To change it: 01632 960 001')
  })

  test("by the service's name, which is told where it tells nothing", () => {
    expect(words('Beales', { name: 'Potteries Imaging' }).sms).toContain('From Potteries Imaging. Reply STOP')
    expect(words('Beales', { name: 'NHS Potteries' }).sms).toContain('From the appointments team.')
  })

  test('by what is known of a place', () => {
    const appointment = appointmentOf()
    const site = { ...appointment.site, practicals: { door: 'The breast unit has a pink door. Take the lift to floor 2.' } }
    const { body } = noticeWords('confirmation', { ...appointment, site }, origin).email
    expect(body).toContain('Take the lift to floor 2.')
    expect(body).not.toMatch(telling)
  })
})

test('a long text leaves the calendar to the email, and typewriter’s quotes spare a wider alphabet', () => {
  const { site, ...appointment } = appointmentOf()
  const { sms } = noticeWords('confirmation', { ...appointment, site: { ...site, name: `St Mary’s ${'Old '.repeat(22)}Hall` } }, origin)
  expect(sms).not.toContain('Calendar')
  expect(sms).toContain("St Mary's")
  expect(smsSegments(sms).alphabet).toBe('gsm7')
})

test('summer time is told by the clock of the site', () => {
  const { sms } = noticeWords('confirmation', appointmentOf({ startsAt: new Date('2026-07-01T16:05:00Z') }), origin)
  expect(sms).toContain('Wednesday 1 July at 5.05pm')
})
