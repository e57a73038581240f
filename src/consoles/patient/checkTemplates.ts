import { pageTemplates, phoneLink } from './pageTemplates.ts'

/** What the pages tell about the service. */
export type CheckFacts = { name: string; phone: string; hours: string }

/** A page's HTML. Everything is escaped; a phone number is a link only where it is a number and nothing else. */
export function renderCheckTemplate(name: string, facts: CheckFacts, values: object): string {
  return pageTemplates
    .render(name, { ...facts, hours: facts.hours.replace(/\.$/, ''), phoneLink: phoneLink(facts.phone), ...values })
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
