import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

/** What the pages tell about the service. */
export type CheckFacts = { name: string; phone: string; hours: string }

const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))
const templates = [dirname(fileURLToPath(import.meta.url)), join(nhsukFrontend, 'dist')]
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
})

/** A page's HTML. Everything is escaped; a phone number is a link only where it is a number and nothing else. */
export function renderCheckTemplate(name: string, facts: CheckFacts, values: object): string {
  const { phone } = facts
  const phoneLink = /^\+?[\d ()-]{3,}$/.test(phone) ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined
  return environment
    .render(name, { ...facts, hours: facts.hours.replace(/\.$/, ''), phoneLink, ...values })
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
