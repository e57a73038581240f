import { expect, test } from '@jest/globals'
import type { NoticeAppointment } from '../../../src/outreach/notice.ts'
import { noticeWords } from '../../../src/outreach/noticeWords.ts'

const appointment: NoticeAppointment = {
  id: '00000000-0000-4000-8000-000000000001',
  participantId: '00000000-0000-4000-8000-000000000002',
  programme: 'breast',
  status: 'booked',
  sequence: 0,
  by: 'staff',
  startsAt: new Date('2026-12-03T10:18:00Z'),
  site: { name: 'Beales', timeZone: 'Europe/London', practicals: { door: 'Use the blue door.' } },
}
const letter = (some: Partial<NoticeAppointment>, kind: Parameters<typeof noticeWords>[0]) =>
  noticeWords(
    kind,
    { ...appointment, ...some },
    { name: 'Demo Breast Screening', phone: '01632 960 001', chat: 'https://chat.example.org/chat' },
  ).letter

test('a letter of a cancelled clinic is sorry, and tells how to get another time, by phone and in the chat', () => {
  const { subject, body } = letter({ status: 'cancelled' }, 'cancellation')
  expect(subject).toBe('Your appointment on Thursday 3 December at 10.18am is cancelled')
  expect(body).toBe(
    [
      'We have had to cancel your appointment on Thursday 3 December at 10.18am, at Beales. We are sorry.',
      'To book another time, ring 01632 960 001, or write to us at https://chat.example.org/chat.',
      'From the appointments team',
    ].join('\n\n'),
  )
})

test('a letter of an appointment says where to go; it is no email, and tells a stranger nothing', () => {
  const { body } = letter({}, 'confirmation')
  expect(body).toContain('Use the blue door.')
  expect(body).not.toMatch(/email|calendar|breast|screen/i)
})
