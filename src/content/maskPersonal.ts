import { findContacts } from './masking/findContacts.ts'
import { findDates } from './masking/findDates.ts'
import type { Finding, Hidden } from './masking/finding.ts'
import { findNames } from './masking/findNames.ts'
import { findPlaces } from './masking/findPlaces.ts'

export type { Hidden } from './masking/finding.ts'

/** A text in which what may say who somebody is has been hidden, and what kinds of it that was. */
export type MaskedWords = { text: string; hidden: Hidden[] }

export type MaskPersonal = (text: string) => MaskedWords

/** What stands in the place of something hidden, here and where a message came in. */
const MASK = '•••'

/**
 * Hides what may say who somebody is, for readers who need a message's sense and not its writer: numbers, contacts, dates, addresses, names.
 * It rather hides too much. `maskNumbers`: how numbers from a letter are hidden when a message comes in.
 */
export function createMaskPersonal(maskNumbers: (text: string) => { text: string }): MaskPersonal {
  return (given) => {
    const { text } = maskNumbers(given)
    const found = apart([findDates, findPlaces, findContacts, findNames].flatMap((find) => find(text)))
    const hidden = new Set<Hidden>(text.includes(MASK) ? ['number'] : [])
    for (const { what } of found) hidden.add(what)
    return { text: replaced(text, found), hidden: [...hidden] }
  }
}

/** Findings that overlap are one, of the first one's kind. */
function apart(found: Finding[]): Finding[] {
  const result: Finding[] = []
  for (const { from, to, what } of found.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to, what })
  }
  return result
}

function replaced(text: string, found: Finding[]): string {
  let result = ''
  let done = 0
  for (const { from, to } of found) {
    result += text.slice(done, from) + MASK
    done = to
  }
  return (result + text.slice(done)).replace(/•••(?:\s*•••)+/g, MASK)
}
