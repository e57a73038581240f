import { type IntentFields, linesOf, linesOfExamples } from './intentForm.ts'

/** `conflicts`: the fields that both have changed, to something else; in `fields` they are as she has them. */
export type MergedIntent = { fields: IntentFields; conflicts: string[] }

/**
 * What somebody has made of an intent, put together with what it is `now`. `was`: as it was when she began. What only one of the two has
 * changed is kept as that one has it; of examples, each line counts by itself, so that both may add and take out.
 */
export function mergeIntent(was: IntentFields, mine: IntentFields, now: IntentFields): MergedIntent {
  const names = [...new Set([...Object.keys(was), ...Object.keys(mine), ...Object.keys(now)])]
  const conflicts: string[] = []
  const merged = names.map((name): [string, string] => {
    const [before, hers, theirs] = [was[name] ?? '', mine[name] ?? was[name] ?? '', now[name] ?? '']
    if (hers === before || hers === theirs) return [name, theirs]
    if (theirs === before) return [name, hers]
    if (linesOfExamples.includes(name)) return [name, mergeLines(linesOf(before), linesOf(hers), linesOf(theirs)).join('\n')]
    conflicts.push(name)
    return [name, hers]
  })
  return { fields: Object.fromEntries(merged), conflicts }
}

/**
 * The native checks that are open again: a speaker has read what was there, or what she who says so had before her. `next`: as the fields
 * become.
 */
export function openedChecks(now: IntentFields, mine: IntentFields, next: IntentFields): IntentFields {
  const done = Object.keys(next).filter((name) => name.startsWith(CHECK) && next[name] === 'done')
  const opened = done.filter((name) => {
    const text = `language.${name.slice(CHECK.length)}`
    const read = now[name] === 'done' ? now[text] : mine[text]
    return (next[text] ?? '') !== (read ?? '')
  })
  return Object.fromEntries(opened.map((name) => [name, 'awaiting']))
}

const CHECK = 'languageCheck.'

/** The others' lines without those that she took out, and with those that she added. */
function mergeLines(was: string[], mine: string[], now: string[]): string[] {
  const [before, hers] = [new Set(was), new Set(mine)]
  const kept = now.filter((line) => !before.has(line) || hers.has(line))
  return [...kept, ...mine.filter((line) => !before.has(line) && !kept.includes(line))]
}
