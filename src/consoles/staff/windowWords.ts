import type { ReplyWindow } from '../../handoff/replyWindow.ts'
import { timeWords } from './deskWords.ts'

/** What the clock by the reply box says. `until`: when it turns, and to what (`next`). */
export type WindowWords = { kind: ReplyWindow['kind']; words: string; until?: Date; next?: string; mayReply: boolean }

const over = 'Nothing can be sent on Messenger any more, until she writes again. Ring, text or write instead.'

export function windowWords(window: ReplyWindow, now: Date, zone: string): WindowWords {
  switch (window.kind) {
    case 'always':
      return { kind: 'always', words: 'You can answer at any time.', mayReply: true }
    case 'open': {
      const next = window.thenPersonUntil ? personWords(window.thenPersonUntil, now, zone) : over
      return {
        kind: 'open',
        words: `You can answer until ${timeWords(window.until, now, zone)}.`,
        until: window.until,
        next,
        mayReply: true,
      }
    }
    case 'personOnly':
      return { kind: 'personOnly', words: personWords(window.until, now, zone), until: window.until, next: over, mayReply: true }
    case 'closed':
      return { kind: 'closed', words: over, mayReply: false }
    case 'unreachable':
      return {
        kind: 'unreachable',
        words: 'Messenger says that it cannot reach this person. Ring, text or write instead.',
        mayReply: false,
      }
  }
}

const personWords = (until: Date, now: Date, zone: string): string =>
  `The 24 hours are over. Your own words can still go until ${timeWords(until, now, zone)}: they are marked as a person’s.`
