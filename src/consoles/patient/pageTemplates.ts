import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))
const templates = [dirname(fileURLToPath(import.meta.url)), join(nhsukFrontend, 'dist')]

/** The patients' pages, with the NHS's own components. Everything is escaped. */
export const pageTemplates = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
})

/** Only where a fact is a number and nothing else: "01782 000000, option 2" is for people to read. */
export function phoneLink(phone: string): string | undefined {
  return /^\+?[\d ()-]{3,}$/.test(phone) ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined
}
