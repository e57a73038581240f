import type { CannedReply } from './desk.ts'

export type CannedWords = { title: string; text: string }

type By = { id: string; firstName: string }

/** `conflict`: somebody else has changed the same since, and nothing was written. */
export type CannedChange = { kind: 'done' | 'same' | 'gone' } | { kind: 'conflict'; now: CannedWords; by?: string }

/** The texts that colleagues insert, as admins keep them. Each change stands in the audit log, without the words. */
export type CannedReplyEditing = {
  list(): Promise<CannedReply[]>
  /** At the end of the list. The same `id` (a uuid) is added once. */
  add(by: By, id: string, words: CannedWords): Promise<void>
  /** `was`: the words when the form was opened. Title and text may be changed by two people at once; the same one of them may not. */
  change(by: By, id: string, was: CannedWords, words: CannedWords): Promise<CannedChange>
  /** One place nearer to the beginning or the end. */
  move(by: By, id: string, to: 'up' | 'down'): Promise<'done' | 'same' | 'gone'>
  remove(by: By, id: string): Promise<'done' | 'gone'>
}
