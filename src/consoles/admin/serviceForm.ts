import { IANAZone } from 'luxon'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, oneOf } from '../staff/personFields.ts'
import { dayWords, readDays } from './serviceDays.ts'
import type { Section, TextFact } from './serviceSections.ts'
import { AS_MONDAY, isTimeId, readOpening, type Typed, typedOpening } from './serviceTimes.ts'

export type Fields = Readonly<Record<string, string>>

const CLOSED = 'closedOn.'
const days = [1, 2, 3, 4, 5, 6, 7]
const urgencies = ['now', 'today', 'soon'] as const
const LONGEST_TYPED = 8000

/** Of all facts those of a page. Days on which it was closed are of no use to anybody. */
export function fieldsOfSection(section: Section, fields: Fields, today: string): Fields {
  const names = new Set([...section.texts, ...section.choices].map(({ name }) => name))
  const isHours = (name: string) =>
    name === 'timeZone' || /^(answerWithin|opening)\./.test(name) || (name.startsWith(CLOSED) && name.slice(CLOSED.length) >= today)
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name) || (section.key === 'hours' && isHours(name))))
}

/** The fields as they were when the form was opened: it brings them along. */
export function readWas(section: Section, kept: string | null): Fields {
  const was = z.record(z.string(), z.string()).safeParse(parsed(kept ?? ''))
  if (!was.success) throw new AppError('INVALID_REQUEST', 'the form does not say what it began with')
  return fieldsOfSection(section, was.data, '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands in a page's form for these facts. */
export function typedFor(section: Section, fields: Fields): Typed {
  const plain = [...section.texts, ...section.choices].map(({ name }) => [name, fields[name] ?? ''])
  if (section.key !== 'hours') return Object.fromEntries(plain)
  const closed = Object.keys(fields).filter((name) => name.startsWith(CLOSED))
  return Object.assign(
    Object.fromEntries(plain),
    ...days.map((day) => typedOpening(day, fields[`opening.${day}`] ?? '')),
    Object.fromEntries(urgencies.map((urgency) => [`answerWithin-${urgency}`, fields[`answerWithin.${urgency}`] ?? ''])),
    { timeZone: fields.timeZone ?? '', closedOn: closed.map((name) => dayWords(name.slice(CLOSED.length))).join('\n') },
  )
}

/** What was typed into a page's form. Bank holidays that were ticked stand among the days. */
export function typedIn(section: Section, form: URLSearchParams): Typed {
  const hours = section.key === 'hours' ? ['timeZone', AS_MONDAY, 'closedOn', ...urgencies.map((urgency) => `answerWithin-${urgency}`)] : []
  const ids = [...section.texts, ...section.choices].map(({ name }) => name)
  const times = section.key === 'hours' ? [...form.keys()].filter(isTimeId) : []
  const typed = Object.fromEntries(
    [...ids, ...hours, ...times].map((id) => [id, (form.get(id) ?? '').replaceAll('\r\n', '\n').trim().slice(0, LONGEST_TYPED)]),
  )
  const ticked = form.getAll('bankHoliday').map((day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? dayWords(day) : day))
  return ticked.length === 0 ? typed : { ...typed, closedOn: [typed.closedOn, ...ticked].filter(Boolean).join('\n') }
}

/** The facts that were typed, and what is wrong with them. */
export function readTyped(section: Section, typed: Typed, was: Fields, today: string): { fields: Fields; faults: Fault[] } {
  const texts = section.texts.map((text) => ({ name: text.name, ...readText(text, typed[text.name] ?? '') }))
  const choices = section.choices.map(({ name, legend, choices }) => {
    const value = oneOf(
      typed[name] ?? '',
      choices.map((choice) => choice.value),
    )
    return { name, value: value ?? '', faults: value ? [] : [fault(name, `Choose one: ${legend}`)] }
  })
  const read = [...texts, ...choices, ...(section.key === 'hours' ? readHours(typed, was, today) : [])]
  return {
    fields: Object.fromEntries(read.filter(({ name }) => name).map(({ name, value }) => [name, value])),
    faults: read.flatMap(({ faults }) => faults),
  }
}

type ReadField = { name: string; value: string; faults: Fault[] }

function readText({ name, label, needed, longest, line }: TextFact, value: string): Omit<ReadField, 'name'> {
  const wrong = (text: string) => ({ value, faults: [fault(name, text)] })
  if (!value && needed) return wrong(needed)
  if (value.length > longest) return wrong(`${label}: at most ${longest} characters`)
  if (/\{\{|\}\}/.test(value)) return wrong(`${label}: write it without double braces, which would be said as they are`)
  if (line === 'email' && !z.email().safeParse(value).success) return wrong('Enter an email address such as name@example.org')
  if (line === 'url' && !z.url({ protocol: /^https?$/ }).safeParse(value).success)
    return wrong('Enter a web address that begins with https://')
  if (line === 'tel' && !/\d{3}/.test(value)) return wrong('Enter a phone number')
  return { value, faults: [] }
}

function readHours(typed: Typed, was: Fields, today: string): ReadField[] {
  const asMonday = (day: number) => Boolean(typed[AS_MONDAY]) && day >= 2 && day <= 5
  const openings = days.map((day) => {
    const { spans, faults } = readOpening(asMonday(day) ? 1 : day, typed)
    return { name: `opening.${day}`, value: spans, faults: asMonday(day) ? [] : faults }
  })
  const stood = Object.keys(was).flatMap((name) => (name.startsWith(CLOSED) ? name.slice(CLOSED.length) : []))
  const closed = readDays('closedOn', typed.closedOn ?? '', today, stood)
  const minutes = urgencies.map((urgency) => {
    const id = `answerWithin-${urgency}`
    const value = typed[id] ?? ''
    const isRight = /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 4800
    return {
      name: `answerWithin.${urgency}`,
      value: isRight ? String(Number(value)) : value,
      faults: isRight ? [] : [fault(id, 'Enter minutes, a whole number from 1 to 4,800')],
    }
  })
  const zone = typed.timeZone ?? ''
  const zoneFaults = IANAZone.isValidZone(zone) ? [] : [fault('timeZone', 'Enter a time zone such as Europe/London')]
  return [
    ...openings,
    ...closed.days.map((day) => ({ name: `${CLOSED}${day}`, value: 'closed', faults: [] })),
    { name: '', value: '', faults: closed.faults },
    ...minutes,
    { name: 'timeZone', value: zone, faults: zoneFaults },
  ]
}
