import type { WordsFile, WordsOutcome } from '../../content/wordsEditing.ts'
import { type Fault, fault } from '../staff/personFields.ts'
import type { Fields } from './textsForm.ts'

/** What is told after something was done, by the word in the address. */
export const notices: Readonly<Record<string, string>> = {
  kept: 'Saved in the draft. It is said once the draft is published.',
  reopened: 'Saved in the draft. The words are new, so their native check is open again.',
  same: 'Nothing was changed.',
  added: 'Added to the draft. It is said once the draft is published.',
}

/** What both have changed: what is now saved there, beside what she typed. */
export function conflictFaults(outcome: Extract<WordsOutcome, { kind: 'conflict' }>, labelOf: (place: string) => string): Fault[] {
  const { conflicts, now, by = 'Somebody' } = outcome
  return conflicts.map((place) => {
    const theirs = now[place] ? `has saved “${now[place]}” since` : 'has emptied it since'
    return fault(place, `${labelOf(place)}: ${by} ${theirs}. If you save again, yours is kept`)
  })
}

/** "Changed by Ann and Bea": in the draft, and not yet said. */
export function draftWords({ changedBy, isNew }: Pick<WordsFile, 'changedBy' | 'isNew'>): string | undefined {
  if (changedBy.length === 0) return undefined
  return `${isNew ? 'Added' : 'Changed'} by ${new Intl.ListFormat('en-GB').format(changedBy)}, not yet published`
}

/** A text as it reads with what it names filled in; an unknown name stays as it is written. */
export const filled = (text: string, names: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) => names[name] ?? whole)

/** Whether the day by which it is to be looked at again is over. */
export const isOverdue = ({ reviewBy = '' }: Fields, today: string): boolean => reviewBy !== '' && reviewBy < today
