import { DateTime } from 'luxon'
import type { Meaning } from '../src/nlu/understand.ts'
import type { Turn } from './turn.ts'

/** Messages so far apart may be parts of one: people send a thought in bits. */
const ONE_THOUGHT_MINUTES = 3
/** So many of the latest messages are remembered. */
const REMEMBERED = 5

/** Words with which no thought ends: the next message goes on with them. A question mark ends one all the same. */
const BREAKS_OFF =
  /(?:^|\s)(?:i|i['’]?m|my|your|the|an?|and|or|but|because|if|(?:want|need|like|trying|hoping) to)\s*(?:\.{2,}|…|,)?\s*$|^(?:in|on|at|of|for|with|from)$/i

/** The patient's own messages of the last minutes, oldest first, without this one. */
export function wordsBefore({ deps, session }: Turn): string[] {
  const since = deps.clock.now().minus({ minutes: ONE_THOUGHT_MINUTES })
  return (session.lately ?? []).filter(({ at }) => DateTime.fromISO(at) >= since).map(({ text }) => text)
}

/** Remembers a message for the next one. What was answered by itself needs no joining. */
export function rememberWords({ deps, session }: Turn, text: string): void {
  if (!text.trim()) return
  session.lately = [...(session.lately ?? []), { text, at: deps.clock.now().toISO() ?? '' }].slice(-REMEMBERED)
}

/**
 * What a message means: with the unfinished ones before it; or by itself; or else together with the one before it that was not
 * understood either. What breaks off ("can I", "change my") is waited for.
 */
export async function withWordsBefore(turn: Turn, text: string): Promise<Meaning | { kind: 'unfinished' }> {
  if (BREAKS_OFF.test(text)) return { kind: 'unfinished' }
  const before = wordsBefore(turn)
  const begun = before.slice(before.findLastIndex((words) => !BREAKS_OFF.test(words)) + 1)
  const alone = await turn.understand(text)
  if (begun.length === 0 && (alone.kind === 'understood' || turn.session.misses === 0)) return alone
  const together = await turn.understand([...(begun.length > 0 ? begun : before.slice(-1)), text].join(' '))
  return together.kind === 'understood' ? together : alone
}
