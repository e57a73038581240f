import { dayWords } from './serviceDays.ts'
import type { Fields } from './serviceForm.ts'
import { sections } from './serviceSections.ts'
import { weekdays } from './serviceTimes.ts'
import { labelOf, valueWords } from './serviceWords.ts'

type Row = { label: string; value: string; isNeutral?: boolean }

/** All facts as people read them, part by part. `isNeutral`: it is not set, and this is said meanwhile. */
export function overviewOf(fields: Fields, neutral: Fields, today: string) {
  const row = (name: string): Row => {
    const value = fields[name] ?? ''
    return value || !neutral[name]
      ? { label: labelOf(name), value: valueWords(name, value) }
      : { label: labelOf(name), value: neutral[name], isNeutral: true }
  }
  return sections.map(({ key, title, texts, choices }) => ({
    key,
    title,
    rows: [...texts, ...choices].map(({ name }) => row(name)).concat(key === 'hours' ? hourRows(fields, row, today) : []),
  }))
}

function hourRows(fields: Fields, row: (name: string) => Row, today: string): Row[] {
  const closed = Object.keys(fields)
    .filter((name) => name.startsWith('closedOn.'))
    .map((name) => name.slice('closedOn.'.length))
    .filter((day) => day >= today)
  return [
    ...weekdays.map((_, index) => row(`opening.${index + 1}`)),
    { label: 'Days closed', value: closed.map(dayWords).join('\n') || 'None' },
    ...['now', 'today', 'soon'].map((urgency) => row(`answerWithin.${urgency}`)),
    row('timeZone'),
  ]
}
