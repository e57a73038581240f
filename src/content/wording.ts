import { parse } from 'yaml'
import { fillFacts } from './fillFacts.ts'
import type { PackFile } from './packFile.ts'
import type { ServiceFacts } from './serviceFactsSchema.ts'

/** How words that were quoted from one pack read in another. */
export type Wording = {
  /** What may stand for quoted words; undefined where the part that they were quoted from is there no more. */
  saidFor(quoted: string): string[] | undefined
  /** Whether a choice is offered by one of the packs and not by the other, or is called otherwise: nobody can tell where it belongs. */
  isFree(title: string): boolean
}

/** Everything reads as it was quoted. */
export const asWritten: Wording = { saidFor: (quoted) => [quoted], isFree: () => false }

/** What patients never read. */
const UNSAID = new Set(
  'id utterances heard programme dialog owner source reviewed reviewBy followUps language englishName where nativeCheck checkedBy'.split(
    ' ',
  ),
)

/**
 * Quotations of one pack as they read in another: whoever rewords an answer need not reword the conversations that quote it. Where words
 * stand in several parts, each of them may be meant. `more`: what the choice of an answer's longer part is called.
 */
export function wordingBetween(quoted: PackFile[], now: PackFile[], facts: ServiceFacts, more: string): Wording {
  const before = saidIn(quoted, facts)
  const after = saidIn(now, facts)
  const free = freeChoices(quoted, now, more)
  return {
    saidFor(words) {
      const wanted = plain(words)
      const parts = [...before].filter(([, text]) => plain(text).includes(wanted)).map(([part]) => part)
      if (parts.length === 0) return [words]
      const found = parts.flatMap((part) => {
        const text = after.get(part)
        if (text === undefined) return []
        return plain(text).includes(wanted) ? [words] : [text]
      })
      return found.length > 0 ? [...new Set(found)] : undefined
    },
    isFree: (title) => free.has(title),
  }
}

type Offering = { id?: unknown; title?: unknown; answer?: { more?: unknown; followUps?: unknown[] } }

function freeChoices(quoted: PackFile[], now: PackFile[], more: string): Set<unknown> {
  const [before, after] = [quoted, now].map((files) => new Map(files.map(({ path, yaml }) => [path, offeringIn(yaml)])))
  const all = [...(before?.values() ?? []), ...(after?.values() ?? [])]
  const titlesOf = (ids: unknown[]) => ids.flatMap((id) => all.flatMap((one) => (one.id === id ? [one.title] : [])))
  const free = new Set<unknown>()
  for (const path of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [was, is] = [before?.get(path), after?.get(path)]
    if (was?.title !== is?.title) for (const title of [was?.title, is?.title]) free.add(title)
    if ((was?.answer?.more === undefined) !== (is?.answer?.more === undefined)) free.add(more)
    const [had, has] = [was?.answer?.followUps ?? [], is?.answer?.followUps ?? []]
    const changed = [...had.filter((id) => !has.includes(id)), ...has.filter((id) => !had.includes(id))]
    for (const title of titlesOf(changed)) free.add(title)
  }
  return free
}

function offeringIn(yaml: string): Offering {
  const content = parsed(yaml)
  return typeof content === 'object' && content !== null ? content : {}
}

/** All that files say to patients, by file and place in it, with the service's facts. */
function saidIn(files: PackFile[], facts: ServiceFacts): Map<string, string> {
  const said = new Map<string, string>()
  function collect(value: unknown, place: string): void {
    if (typeof value === 'string') said.set(place, fillFacts(value, facts))
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) if (!UNSAID.has(key)) collect(one, `${place} ${key}`)
  }
  for (const { path, yaml } of files) collect(parsed(yaml), path)
  return said
}

function parsed(yaml: string): unknown {
  try {
    return parse(yaml)
  } catch {
    return undefined
  }
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
