import { element } from './element.ts'

/**
 * A link to a web page (https, or our own server), a phone number or a mail address; plain text for anything else.
 * Web pages open beside the chat.
 */
export function safeLink(href: string, text: string): HTMLElement {
  const isPage = /^https:\/\//i.test(href) || href.startsWith(`${location.origin}/`)
  if (!isPage && !/^(tel|mailto):/i.test(href)) return element('span', '', text)
  const link = element('a', '', text)
  link.href = href
  if (isPage) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    link.append(element('span', 'nhsuk-u-visually-hidden', ' (opens in a new tab)'))
  }
  return link
}
