import { safeLink } from './safeLink.ts'

/** Web addresses, and British telephone numbers as people write them. */
const linkable = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]']|\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b/g

/** The text with its addresses and numbers as links. */
export function linkedText(text: string): (Node | string)[] {
  const parts: (Node | string)[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(linkable)) {
    parts.push(text.slice(end, index), safeLink(found.startsWith('http') ? found : `tel:${found.replace(/ /g, '')}`, found))
    end = index + found.length
  }
  return [...parts, text.slice(end)]
}
