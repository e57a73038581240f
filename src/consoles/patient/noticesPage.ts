import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DateTime } from 'luxon'
import nunjucks from 'nunjucks'
import type { ShownNotice } from '../../outreach/shownNotices.ts'

const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([dirname(fileURLToPath(import.meta.url)), join(nhsukFrontend, 'dist')]),
  { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true },
)

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
  return environment.render('noticesPage.njk', { name, notices: notices.map(present) }).trim()
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
