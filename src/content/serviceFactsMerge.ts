import type { FactFields } from './serviceFactsFields.ts'

/** `changes`: what is to be written. `conflicts`: fields that somebody else has changed since, to something else. */
type Merge = { changes: FactFields; conflicts: string[] }

/**
 * What somebody changed who began with the fields `was` and has made them `mine`, put together with what they are `now`. What only one of
 * the two has changed is kept as that one has it.
 */
export function mergeFields(was: FactFields, mine: FactFields, now: FactFields): Merge {
  const names = [...new Set([...Object.keys(was), ...Object.keys(mine)])]
  const valueIn = (fields: FactFields, name: string) => fields[name] ?? ''
  const changed = names.filter((name) => ![valueIn(was, name), valueIn(now, name)].includes(valueIn(mine, name)))
  const isHersAlone = (name: string) => valueIn(now, name) === valueIn(was, name)
  return {
    changes: Object.fromEntries(changed.filter(isHersAlone).map((name) => [name, valueIn(mine, name)])),
    conflicts: changed.filter((name) => !isHersAlone(name)),
  }
}
