/** The way to a value in a file, from key to key. */
export type Place = readonly string[]

/** The order in which the files have their keys; by the key under which they lie. */
const orders: Readonly<Record<string, readonly string[]>> = {
  '': [
    'id',
    'title',
    'asked',
    'programme',
    'asksNothing',
    'utterances',
    'heard',
    'answer',
    'worry',
    'dialog',
    'owner',
    'source',
    'reviewed',
    'reviewBy',
  ],
  answer: ['text', 'easyRead', 'more', 'link', 'followUps', 'languages'],
  'answer.link': ['title', 'url'],
  worry: ['meets', 'control', 'person'],
  source: ['name', 'url', 'date'],
}

/** The order of the keys under a key; where there is none, as they come, or for a language its text first. */
export const intentKeys = (within: Place): readonly string[] => orders[within.join('.')] ?? ['text', 'nativeCheck']

/** A copy with a new key before the first of those that come after it. */
export function placedIn(content: Record<string, unknown>, key: string, value: unknown, order: readonly string[]): Record<string, unknown> {
  const later = order.includes(key) ? order.slice(order.indexOf(key) + 1) : []
  const entries = Object.entries(content)
  const at = entries.findIndex(([name]) => later.includes(name))
  const place = at < 0 ? entries.length : at
  return Object.fromEntries([...entries.slice(0, place), [key, value], ...entries.slice(place)])
}
