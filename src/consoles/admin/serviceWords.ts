import type { FactsChange } from '../../content/serviceFacts.ts'
import type { ServiceFacts } from '../../content/serviceFactsSchema.ts'
import { dayWords } from './serviceDays.ts'
import { sections } from './serviceSections.ts'
import { weekdays } from './serviceTimes.ts'

/** What somebody who asks for a person at this moment would be told by when; absent where nothing could be promised. */
export type PromisedNow = (facts: ServiceFacts) => Date | undefined

const urgencyWords: Record<string, string> = {
  'answerWithin.now': 'Answered within, when somebody may be in danger',
  'answerWithin.today': 'Answered within, when it should be looked at today',
  'answerWithin.soon': 'Answered within, otherwise',
}

const labels: Record<string, string> = {
  ...Object.fromEntries(sections.flatMap(({ texts }) => texts.map(({ name, label }) => [name, label]))),
  ...Object.fromEntries(sections.flatMap(({ choices }) => choices.map(({ name, legend }) => [name, legend]))),
  ...Object.fromEntries(weekdays.map((day, index) => [`opening.${index + 1}`, day])),
  ...urgencyWords,
  closedOn: 'Days closed',
  timeZone: 'Time zone',
}

const choiceWords = new Map(
  sections.flatMap(({ choices }) =>
    choices.flatMap((fact) => fact.choices.map(({ value, text }) => [`${fact.name} ${value}`, text] as const)),
  ),
)

/** What a field is called. */
export function labelOf(name: string): string {
  return name.startsWith('closedOn.') ? `Closed on ${dayWords(name.slice('closedOn.'.length))}` : (labels[name] ?? name)
}

/** A field's value as people read it; nothing where it is not set. */
export function valueWords(name: string, value: string): string {
  if (name.startsWith('opening.')) return value ? value.split(' ').map(spanWords).join(', ') : 'Closed'
  if (name.startsWith('closedOn.')) return value ? 'Closed' : 'As on other days'
  if (name.startsWith('answerWithin.')) return `${value} minutes of opening time`
  return choiceWords.get(`${name} ${value}`) ?? value
}

const spanWords = (span: string): string => span.split('-').map(clockWords).join(' to ')

/** 9am, 12:30pm. */
function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`
}

const meanings: Record<string, string> = {
  'booking direct':
    'From now on what is booked, changed or cancelled in the chat is final at once, and nobody looks at it first. Only places that are released to the bot are offered. Requests that wait already still wait for the office.',
  'booking request':
    'From now on what is asked for in the chat is a request, and patients are told that the office confirms it. Somebody has to look at Requests every day. Appointments that were booked already stay.',
  'answering assist':
    'From now on the bot prepares answers, and a colleague has to send each of them. Emergencies, crises and symptoms are still answered at once.',
  'answering answer': 'From now on the bot answers by itself. Answers that wait to be sent still wait for a colleague.',
  'publishing onePerson':
    'From now on a change of an answer can be published by the person who wrote it, and nobody else needs to look at it.',
  'publishing twoPeople': 'From now on a change of an answer is published only after somebody else has approved it.',
}

const affectPromises = /^(opening|answerWithin)\.|^timeZone$/

type Change = Extract<FactsChange, { kind: 'changed' }>

/** What a change means to patients and colleagues where that is not plain from the words: what she is asked to look at before it is saved. */
export function meaningsOf({ names, after }: Change, fieldsAfter: Readonly<Record<string, string>>): string[] {
  const choices = names.flatMap((name) => meanings[`${name} ${fieldsAfter[name] ?? ''}`] ?? [])
  if (!names.some((name) => affectPromises.test(name))) return choices
  return [
    ...choices,
    ...(after.opening.length === 0 ? ['Nobody is there at any time: nobody who asks for a person is told by when.'] : []),
    ...(names.includes('timeZone') ? ['All times of this service, in the chat and in the console, are then those of the new zone.'] : []),
  ]
}

/** Whether a change moves the time by which a person answers. */
export const movesPromises = ({ names }: Change): boolean => names.some((name) => affectPromises.test(name))
