import type { SaveIntent } from '../../content/intentEditing.ts'
import type { IntentRow } from '../../content/listIntents.ts'

export type Tag = { text: string; colour: string }

const states: Readonly<Record<IntentRow['state'], Tag | undefined>> = {
  live: undefined,
  changed: { text: 'Changed', colour: 'yellow' },
  new: { text: 'New', colour: 'green' },
  takenOut: { text: 'Taken out', colour: 'red' },
}

/** What a list says of an intent beside its title. */
export function tagsOf({ state, isSafety, isBroken, review }: IntentRow): Tag[] {
  return [
    states[state],
    isSafety ? { text: 'Safety', colour: 'blue' } : undefined,
    isBroken ? { text: 'Cannot be read', colour: 'red' } : undefined,
    review === 'overdue' ? { text: 'Review overdue', colour: 'red' } : undefined,
    review === 'soon' ? { text: 'Review due', colour: 'orange' } : undefined,
  ].filter((tag) => tag !== undefined)
}

/** What a list can be narrowed to. */
export const stateChoices = [
  { value: '', text: 'All' },
  { value: 'changed', text: 'Changed in the draft' },
  { value: 'new', text: 'New in the draft' },
  { value: 'takenOut', text: 'Taken out in the draft' },
  { value: 'overdue', text: 'Review overdue' },
  { value: 'soon', text: 'Review due in 30 days' },
  { value: 'safety', text: 'Safety answers' },
  { value: 'live', text: 'As they are live' },
] as const

/** What fields are called where they stand alone. */
export const fieldNames: Readonly<Record<string, string>> = {
  title: 'Title',
  asked: 'What is asked',
  programme: 'Programme',
  text: 'Answer',
  easyRead: 'Answer in easy words',
  more: 'Longer part',
  linkTitle: 'Title of the link',
  linkUrl: 'Address of the link',
  followUps: 'Questions offered afterwards',
  meets: 'What meets the worry',
  control: 'What she can ask for and decide',
  person: 'A person',
  owner: 'Who looks after it',
  sourceName: 'Source',
  sourceUrl: 'Address of the source',
  sourceDate: 'Date of the source',
  reviewed: 'Last reviewed',
  reviewBy: 'Review again by',
}

export const personChoices = [
  { value: 'offered', text: 'Offer a person beside the other choices' },
  { value: 'soon', text: 'Call a person at once' },
] as const

/** The notice of what came of a saving. */
export const doneOf = (outcome: Extract<SaveIntent, { kind: 'kept' | 'same' }>): string =>
  outcome.kind === 'kept' && outcome.reopened ? 'reopened' : outcome.kind

export const notices: Readonly<Record<string, string>> = {
  kept: 'Saved in the draft. Patients hear it once the draft is published.',
  reopened: 'Saved in the draft. The words are new, so their native check is open again.',
  same: 'Nothing was changed.',
  takenOut: 'Taken out in the draft. Patients are answered with it until the draft is published.',
  discarded: 'The draft’s change is gone. What is live stays.',
  changedMeanwhile: 'Nothing was done: somebody else has changed it meanwhile. Look at it again.',
}
