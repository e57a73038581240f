import type { Draft } from '../../handoff/drafts.ts'
import { timeWords } from './deskWords.ts'

/** Drafts as `_draft.njk` wants them. */
export function presentDrafts(drafts: Draft[], now: Date, zone: string) {
  return drafts.map(({ conversationId: _, at, ...draft }) => ({ ...draft, at: at.toISOString(), clock: timeWords(at, now, zone) }))
}
