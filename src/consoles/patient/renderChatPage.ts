import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

/** What the page tells about the service, as a patient would say it. */
export type PageFacts = { name: string; phone: string; hours: string; website: string }

/** The addresses of what the page loads. */
export type PageFiles = { script: string; style: string; icon: string }

const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))
const templates = [dirname(fileURLToPath(import.meta.url)), join(nhsukFrontend, 'dist')]
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
})

/** The chat page's HTML. Every fact is escaped; one that would make an unsafe link is shown without one. */
export function renderChatPage(facts: PageFacts, files: PageFiles): string {
  const page = environment.render('chatPage.njk', {
    ...facts,
    ...files,
    phoneLink: phoneLink(facts.phone),
    websiteLink: websiteLink(facts.website),
  })
  return page
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><')
    .trimStart()
}

/** Only where the fact is a number and nothing else: "01782 000000, option 2" is for people to read. */
function phoneLink(phone: string): string | undefined {
  return /^\+?[\d ()-]{3,}$/.test(phone) ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined
}

function websiteLink(website: string): string | undefined {
  return /^https?:\/\//.test(website) ? website : undefined
}
