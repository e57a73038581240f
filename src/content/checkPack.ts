import { checkFactNames } from './checkFactNames.ts'
import type { Intent } from './intentSchema.ts'

/**
 * Faults that only show when the files are seen together, one plain sentence each. `fileIds`: the ids that the
 * files are named after, also those of files that could not be read. `languages`: the codes that there are; without them no answer's are looked at.
 */
export function checkPack(intents: Intent[], fileIds: string[], languages?: string[]): string[] {
  const ids = new Set([...fileIds, ...intents.map((intent) => intent.id)])
  const titles = new Map<string, string>()
  const utterances = new Map<string, string>()
  const twice = fileIds.filter((id, at) => fileIds.indexOf(id) !== at).map((id) => `${id}: two files are called so.`)
  const faults = intents.flatMap((intent) => [
    ...(intent.answer?.followUps ?? []).filter((id) => !ids.has(id)).map((id) => `${intent.id}: the follow-up ${id} does not exist.`),
    ...checkFactNames(intent.id, textsOf(intent)),
    ...Object.keys(intent.answer?.languages ?? {})
      .filter((code) => languages && !languages.includes(code))
      .map((code) => `${intent.id}: there is no language ${code}.`),
    ...alreadyTaken(titles, intent.title.toLowerCase(), intent.id, 'title'),
    ...[...intent.utterances, ...intent.heard].flatMap((text) =>
      alreadyTaken(utterances, text.toLowerCase(), intent.id, 'example message'),
    ),
  ])
  return [...twice, ...faults]
}

/** What an intent says, in the order in which it is said. */
function textsOf({ worry, answer }: Intent): string[] {
  const versions = Object.values(answer?.languages ?? {}).map(({ text }) => text)
  return [worry?.meets, ...versions, answer?.text, answer?.easyRead, answer?.more, worry?.control].flatMap((text) => text ?? [])
}

function alreadyTaken(taken: Map<string, string>, key: string, id: string, what: string): string[] {
  const other = taken.get(key)
  taken.set(key, id)
  if (!other) return []
  return [`${id}: the ${what} "${key}" is ${other === id ? 'there twice' : `also in ${other}`}.`]
}
