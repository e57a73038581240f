import { DateTime } from 'luxon'
import type { ShownNotice } from '../../outreach/shownNotices.ts'
import { pageTemplates } from './pageTemplates.ts'

const titles: Record<ShownNotice['kind'], string> = {
  asked: 'Asked for',
  confirmation: 'Confirmation',
  change: 'Change',
  cancellation: 'Cancellation',
  weekBefore: 'Reminder, a week before',
  daysBefore: 'Reminder, days before',
}

/** The demo's page of what would have been sent. Everything is escaped. */
export function renderNoticesPage(name: string, notices: ShownNotice[]): string {
  return pageTemplates.render('noticesPage.njk', { name, notices: notices.map(present) }).trim()
}

function present({ kind, via, to, at, timeZone, subject, text }: ShownNotice) {
  const way = { sms: `Text message to a number ending ${to?.slice(-3)}`, email: `Email to ${to}`, letter: 'Letter, for staff to post' }[via]
  return {
    title: titles[kind],
    way: to || via === 'letter' ? way : via === 'sms' ? 'Text message' : 'Email',
    time: DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-GB').toFormat('d LLLL yyyy, HH:mm'),
    subject,
    paragraphs: text.split('\n\n').map((paragraph) => paragraph.split('\n')),
  }
}
