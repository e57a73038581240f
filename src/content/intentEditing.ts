import type { By, DraftChange } from './draft.ts'
import type { IntentState } from './draftIntents.ts'
import type { Advice } from './intentAdvice.ts'
import type { IntentFault } from './intentFaults.ts'
import type { IntentFields } from './intentForm.ts'
import type { Intent } from './intentSchema.ts'

/** An intent, as its page shows it. */
export type IntentPage = {
  id: string
  /** In the draft, or as it is live where the draft takes it out. */
  fields: IntentFields
  /** Goes into the form: what her changes go out from. */
  was: string
  state: IntentState
  /** It is answered in danger or distress: two people approve it, and it cannot be taken out. */
  isSafety: boolean
  dialog: string | undefined
  asksNothing: boolean
  /** Of what the draft says otherwise: who, and when last. */
  change: Pick<DraftChange, 'authors' | 'changedAt'> | undefined
  /** After which others it is offered. */
  offeredAfter: { id: string; title: string }[]
  others: OtherIntent[]
  languages: { code: string; name: string; rightToLeft: boolean }[]
}

export type OtherIntent = Pick<Intent, 'id' | 'title' | 'asked' | 'programme' | 'asksNothing'>

/** A field that both have changed. */
export type BothChanged = { field: string; was: string; mine: string; theirs: string }

export type SaveIntent =
  /** `reopened`: words in another language are new, so that their native check counts no more. */
  | { kind: 'kept'; id: string; reopened: boolean }
  | { kind: 'same'; id: string }
  /** Nothing was written. `was`: what the form goes out from now; others' changes are in the fields already. */
  | { kind: 'faults'; fields: IntentFields; faults: IntentFault[]; was: string }
  /** Nothing was written: somebody must choose. What only one has changed is in the fields already. */
  | { kind: 'bothChanged'; fields: IntentFields; both: BothChanged[]; was: string; by: string[] }
  /** Somebody has taken it out meanwhile; keeping it again puts it back. */
  | { kind: 'takenOut'; fields: IntentFields; was: string }
  | { kind: 'unknown' }

export type ChangeIntent = 'done' | 'changedMeanwhile' | 'refused' | 'unknown'

/** What she has typed, and the page that it was typed on. `id`: undefined for a new intent. */
export type TypedIntent = { id: string | undefined; was: string; fields: IntentFields }

/** What an admin does with the intents of the draft. Throws INVALID_REQUEST where `was` is not from a page of ours. */
export type IntentEditing = {
  open(id: string): Promise<IntentPage | undefined>
  /** What a page for a new one needs. */
  openNew(): Promise<Pick<IntentPage, 'fields' | 'was' | 'others' | 'languages'>>
  save(by: By, typed: TypedIntent): Promise<SaveIntent>
  /** Refuses for the safety's. Where others offer it afterwards, they no longer do. `seen`: her page's `was`. */
  takeOut(by: By, id: string, seen: string): Promise<ChangeIntent>
  /** Makes the draft say what is live: puts back what was taken out, and discards changes. */
  discard(by: By, id: string, seen: string): Promise<ChangeIntent>
  /** While she types. `intent`: as it would be, as far as there is an answer. */
  advise(typed: TypedIntent): Promise<{ advice: Advice; intent: Intent | undefined; draft: readonly Intent[] } | undefined>
}
