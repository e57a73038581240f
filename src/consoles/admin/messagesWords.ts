import type { LearningReason, Made, SettledAs } from '../../content/learningInbox.ts'
import type { Hidden } from '../../content/maskPersonal.ts'

/** Why messages are here, as a list's name. */
export const reasonTitles: Record<LearningReason, string> = {
  notUnderstood: 'Not understood',
  unsure: 'Unsure',
  lowConfidence: 'Low confidence',
  unhelpful: 'Did not help',
  corrected: 'A colleague answered otherwise',
}

export const hiddenWords: Record<Hidden, string> = {
  number: 'a number',
  phone: 'a phone number',
  email: 'an email address',
  link: 'a link',
  postcode: 'a postcode',
  date: 'a date',
  address: 'an address',
  name: 'a name',
}

/** What the bot did with a message, in a line, and how sure it was. */
export function didWords({ kind, intents, likely: [best] }: Made, titleOf: (intent: string) => string): string {
  const titles = intents.map(titleOf).join(' · ')
  const sure = best ? `${Math.round(best.confidence * 100)}%` : ''
  const guess = best ? `. Its best guess was ${titleOf(best.intent)}, ${sure} sure` : ''
  switch (kind) {
    case 'answered':
      return `The bot answered: ${titles}${sure && ` (${sure} sure)`}`
    case 'unsure':
      return `The bot asked which was meant: ${titles}${guess}`
    case 'notUnderstood':
      return `The bot did not understand${titles && `, and offered: ${titles}`}${guess}`
    case 'danger':
      return 'The bot gave the fixed words for a danger'
  }
}

const settledAs: Record<SettledAs, string> = {
  added: 'added to an intent',
  begun: 'made into a new intent',
  outOfScope: 'marked as out of scope',
  aside: 'put aside',
}

/** Somebody was faster. */
export const takenWords = (by: string | undefined, as: SettledAs): string =>
  `${by ?? 'A colleague'} was faster: some of these messages have just been ${settledAs[as]}. Nothing that you sent was kept. What is still open is below.`

/** What was done, for the page after it; the code stands in the address. */
export const doneWords: Record<string, string> = {
  added: 'The messages are examples in the draft now. They count once the draft is published.',
  begun: 'The draft has a new intent with these examples. It needs an answer before it can be published.',
  outOfScope: 'The messages are marked as out of scope. They are not offered again.',
  aside: 'The messages are put aside. They are not offered again.',
}
