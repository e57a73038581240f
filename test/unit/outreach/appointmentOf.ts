import type { NoticeAppointment } from '../../../src/outreach/notice.ts'

const site = {
  name: 'Beales',
  timeZone: 'Europe/London',
  practicals: { door: 'Use the blue door.', parking: 'Parking is free for two hours.' },
}

/** An appointment on Thursday 3 December 2026 at 10.18, unless the test says otherwise. */
export function appointmentOf(some: Partial<NoticeAppointment> = {}): NoticeAppointment {
  return {
    id: '0b6d8f6e-2f0c-4f0a-9d55-2f7c1d0b7a10',
    participantId: '9d3b6a60-93f0-4c8f-bb7e-5a7f8f1f1d11',
    programme: 'breast',
    status: 'booked',
    sequence: 0,
    startsAt: new Date('2026-12-03T10:18:00Z'),
    site,
    by: 'patient',
    ...some,
  }
}

export const hanley = { startsAt: new Date('2026-11-30T09:00:00Z'), site: { ...site, name: 'Hanley' } }
