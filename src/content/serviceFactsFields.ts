import { nameableFacts, neutralSentences, practicalNames, type ServiceFacts, serviceFactsSchema } from './serviceFactsSchema.ts'

/**
 * The facts as a form has them: every value by itself, as text, so that two people who change different ones are not in each other's way.
 * `opening.1` is Monday as `09:00-12:30 13:30-17:00`, `closedOn.2026-12-25` is there when it is closed on that day, `answerWithin.now` are
 * minutes; the others have the facts' names. A practical that is not set is empty.
 */
export type FactFields = Readonly<Record<string, string>>

const plain = [...nameableFacts, 'booking', 'answering', 'publishing', 'timeZone'] as const
const urgencies = ['now', 'today', 'soon'] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7]
const neutral: Readonly<Record<string, string>> = neutralSentences

export function fieldsOf(facts: ServiceFacts): FactFields {
  return Object.fromEntries([
    ...plain.map((name) => [name, facts[name] === neutral[name] ? '' : facts[name]]),
    ...urgencies.map((urgency) => [`answerWithin.${urgency}`, String(facts.answerWithin[urgency])]),
    ...weekdays.map((day) => [`opening.${day}`, spansOf(facts, day)]),
    ...facts.closedOn.map((day) => [`closedOn.${day}`, 'closed']),
  ])
}

/** The facts with some fields changed. Throws where the schema would not take them. */
export function withFields(facts: ServiceFacts, changes: FactFields): ServiceFacts {
  const fields: FactFields = { ...fieldsOf(facts), ...changes }
  const opens = Object.keys(changes).some((name) => name.startsWith('opening.'))
  return serviceFactsSchema.parse({
    ...Object.fromEntries(plain.map((name) => [name, fields[name] || undefined])),
    answerWithin: Object.fromEntries(urgencies.map((urgency) => [urgency, Number(fields[`answerWithin.${urgency}`])])),
    opening: opens ? openingOf(fields) : facts.opening,
    closedOn: Object.keys(fields)
      .filter((name) => name.startsWith('closedOn.') && fields[name])
      .map((name) => name.slice('closedOn.'.length))
      .sort(),
  })
}

/** As they are kept: a sentence that is said only until the service has its own is not. */
export function keptFacts(facts: ServiceFacts): Partial<ServiceFacts> {
  const isNeutral = (name: string, value: unknown) => practicalNames.some((one) => one === name) && value === neutral[name]
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => !isNeutral(name, value)))
}

function spansOf({ opening }: ServiceFacts, day: number): string {
  const spans = opening.flatMap(({ days, from, to }) => (days.includes(day) ? [`${from}-${to}`] : []))
  return spans.sort().join(' ')
}

/** Days with the same times stand together. */
function openingOf(fields: FactFields): ServiceFacts['opening'] {
  const daysBySpan = new Map<string, number[]>()
  for (const day of weekdays)
    for (const span of (fields[`opening.${day}`] ?? '').split(' ').filter(Boolean))
      daysBySpan.set(span, [...(daysBySpan.get(span) ?? []), day])
  return [...daysBySpan].map(([span, days]) => {
    const [from = '', to = ''] = span.split('-')
    return { days, from, to }
  })
}
