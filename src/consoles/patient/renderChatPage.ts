import { pageTemplates, phoneLink } from './pageTemplates.ts'

/** What the page tells about the service, as a patient would say it. */
export type PageFacts = { name: string; phone: string; hours: string; website: string }

/** The addresses of what the page loads. */
export type PageFiles = { script: string; style: string; icon: string }

/** The chat page's HTML. Every fact is escaped; one that would make an unsafe link is shown without one. */
export function renderChatPage(facts: PageFacts, files: PageFiles): string {
  const page = pageTemplates.render('chatPage.njk', {
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

function websiteLink(website: string): string | undefined {
  return /^https?:\/\//.test(website) ? website : undefined
}
