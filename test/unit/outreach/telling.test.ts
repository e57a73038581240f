import { expect, test } from '@jest/globals'
import { createCalendarLinks } from '../../../src/outreach/calendarLinks.ts'
import { createShownNotices } from '../../../src/outreach/shownNotices.ts'
import { createTelling } from '../../../src/outreach/telling.ts'
import { createWordNotice } from '../../../src/outreach/wordNotice.ts'
import { appointmentOf } from './appointmentOf.ts'

const links = createCalendarLinks([new Uint8Array(32).fill(7)])
const telling = (changes: Partial<Parameters<typeof createTelling>[0]> = {}) =>
  createTelling({
    sendSoon: () => undefined,
    links,
    publicUrl: 'https://chat.example.org',
    contactsOf: async () => ({}),
    stops: { hasStopped: async () => false },
    ...changes,
  })

test.each([
  [{ mobile: '07700 900123', email: 'ann@example.org' }, 'We will send you a text to the number ending 123.'],
  [{ mobile: '01632 960001', email: 'Ann@Example.org' }, 'We will send you an email at your address ending @example.org.'],
  [{}, 'We will send you a letter.'],
])('who has %j is told how she will hear of it', async (contacts, expected) => {
  const contactsOf = async (id: string) => (id === 'ann' ? contacts : {})
  expect(await telling({ contactsOf }).toldBy({ id: 'ann' })).toBe(expected)
})

test.each([
  [['447700900123'], 'We will send you an email at your address ending @example.org.'],
  [['447700900123', 'ann@example.org'], 'We will send you a letter.'],
])('who wants no more messages at %j is told of the next way', async (stopped, expected) => {
  const contactsOf = async () => ({ mobile: '+447700900123', email: 'ann@example.org' })
  const stops = { hasStopped: async (contact: string) => stopped.includes(contact) }
  expect(await telling({ contactsOf, stops }).toldBy({ id: 'ann' })).toBe(expected)
})

test('a change has what is due sent soon', async () => {
  let asked = 0
  await telling({ sendSoon: () => void asked++ }).appointmentChanged()
  expect(asked).toBe(1)
})

test('a calendar link is one of ours', () => {
  const { id } = appointmentOf()
  expect(links.read(telling().calendarLink({ id }).split('/').at(-1) ?? '')).toBe(id)
})

test('the demo shows the words, and only the end of a number or address', async () => {
  const appointment = appointmentOf()
  const record = {
    id: 'n',
    status: 'sent',
    dueAt: new Date('2026-11-23T12:00:00Z'),
    settledAt: new Date('2026-11-23T12:01:00Z'),
    appointment,
  } as const
  const shown = createShownNotices({
    history: {
      demo: async () => [
        { ...record, kind: 'confirmation', via: 'sms' },
        { ...record, kind: 'weekBefore', via: 'email' },
        { ...record, kind: 'asked', via: 'letter' },
      ],
    },
    contactsOf: async () => ({ mobile: '07700 900123', email: 'ann@example.org' }),
    words: createWordNotice({ facts: async () => ({ name: 'x', phone: '01632 960 001' }), publicUrl: undefined, links }),
  })
  const all = await shown()
  expect(all.map(({ via, to, subject, at }) => [via, to, subject, at])).toEqual([
    ['sms', '…123', undefined, record.settledAt],
    ['email', '…@example.org', 'Reminder: your appointment on Thursday 3 December at 10.18am', record.settledAt],
    ['letter', undefined, 'You asked for an appointment on Thursday 3 December at 10.18am', record.settledAt],
  ])
  expect(all.map(({ text }) => text).join()).not.toMatch(/https?:|07700|ann@/)
})

test('the address is read when the words are made, for it may be known late', async () => {
  const address = { url: '' }
  const words = createWordNotice({
    facts: async () => ({ name: 'x', phone: '01632 960 001' }),
    get publicUrl() {
      return address.url
    },
    links,
  })
  address.url = 'http://localhost:3978'
  expect((await words('confirmation', appointmentOf())).sms).toContain('http://localhost:3978/chat')
})
