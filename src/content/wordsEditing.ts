import { parse } from 'yaml'
import type { z } from 'zod'
import type { By, Draft, DraftState } from './draft.ts'
import { folderOfPath, idOfPath } from './packFile.ts'
import { mergeFields } from './serviceFactsMerge.ts'
import { type WordsFault, wordsFaults } from './wordsFaults.ts'
import { type WordsFields, wordsFileWith, wordsIn } from './wordsFile.ts'

/** A file of fixed words as it is in the draft. */
export type WordsFile = {
  id: string
  fields: WordsFields
  /** Who has changed it since the last publication, the last one last; nobody where it is as it is live. */
  changedBy: string[]
  isNew: boolean
}

export type WordsOutcome =
  /** `reopened`: the words are new, so their native check counts no more. */
  | { kind: 'kept'; reopened: boolean }
  | { kind: 'same' }
  /** Nothing was written. `fields`: hers, with what others have changed elsewhere in the file. */
  | { kind: 'faults'; faults: WordsFault[]; fields: WordsFields; now: WordsFields }
  /** Nothing was written: others have changed the same fields. `now`: as they are by now; `by`: whose hand was last. */
  | { kind: 'conflict'; conflicts: string[]; fields: WordsFields; now: WordsFields; by: string | undefined }
  | { kind: 'gone' }

/** The files of one folder of the draft, as admins word them. */
export type WordsEditing = {
  list(): Promise<WordsFile[]>
  read(id: string): Promise<WordsFile | undefined>
  /** `was`: the fields as she began with them, `mine`: as she has them now. Fields that are in neither stay as they are. */
  keep(by: By, id: string, was: WordsFields, mine: WordsFields): Promise<WordsOutcome>
  /** `exists`: there is such a file already. */
  add(by: By, id: string, fields: WordsFields): Promise<Exclude<WordsOutcome, { kind: 'gone' | 'conflict' }> | { kind: 'exists' }>
}

type Deps = { draft: Pick<Draft, 'state' | 'put'>; folder: 'texts' | 'languages'; schema: z.ZodType }

export function createWordsEditing({ draft, folder, schema }: Deps): WordsEditing {
  const pathOf = (id: string) => `${folder}/${id}.yaml`

  function faultsOf(yaml: string, fields: WordsFields): WordsFault[] {
    const { error } = schema.safeParse(parse(yaml))
    return error ? wordsFaults(error.issues, fields) : []
  }

  async function keep(by: By, id: string, was: WordsFields, mine: WordsFields): Promise<WordsOutcome> {
    const path = pathOf(id)
    const { change, yaml } = lookUp(await draft.state(), path)
    if (yaml === undefined) return { kind: 'gone' }
    const now = wordsIn(yaml)
    const known = (fields: WordsFields) => Object.fromEntries(Object.keys(mine).map((place) => [place, (fields[place] ?? '').trim()]))
    const { changes, conflicts } = mergeFields(known(was), mine, known(now))
    const fields = { ...known(now), ...changes }
    if (conflicts.length > 0) {
      const hers = Object.fromEntries(conflicts.map((place) => [place, mine[place] ?? '']))
      return { kind: 'conflict', conflicts, fields: { ...fields, ...hers }, now, by: change?.authors.at(-1)?.firstName }
    }
    const checks = checksOfNewWords(now, mine, fields)
    const next = wordsFileWith(yaml, withoutEmptyVersions({ ...fields, ...checks }))
    if (next === yaml) return { kind: 'same' }
    const faults = faultsOf(next, fields)
    if (faults.length > 0) return { kind: 'faults', faults, fields, now }
    const outcome = await draft.put(by, [{ path, yaml: next, from: yaml }])
    // Somebody was quicker: her words are put together with theirs.
    if (outcome.kind === 'changedMeanwhile') return keep(by, id, was, mine)
    return { kind: 'kept', reopened: Object.keys(checks).length > 0 }
  }

  return {
    keep,

    async list() {
      const state = await draft.state()
      return state.draft.filter(({ path }) => folderOfPath(path) === folder).map(({ path }) => fileOf(state, path))
    },

    async read(id) {
      const state = await draft.state()
      return lookUp(state, pathOf(id)).yaml === undefined ? undefined : fileOf(state, pathOf(id))
    },

    async add(by, id, fields) {
      const path = pathOf(id)
      const { yaml } = lookUp(await draft.state(), path)
      if (yaml !== undefined) return { kind: 'exists' }
      const next = wordsFileWith(undefined, fields)
      const faults = faultsOf(next, fields)
      if (faults.length > 0) return { kind: 'faults', faults, fields, now: {} }
      const outcome = await draft.put(by, [{ path, yaml: next, from: undefined }])
      return outcome.kind === 'kept' ? { kind: 'kept', reopened: false } : { kind: 'exists' }
    },
  }
}

function lookUp({ changes, draft }: DraftState, path: string) {
  return { change: changes.find((one) => one.path === path), yaml: draft.find((file) => file.path === path)?.yaml }
}

function fileOf(state: DraftState, path: string): WordsFile {
  const { change, yaml = '' } = lookUp(state, path)
  const changedBy = (change?.authors ?? []).map(({ firstName }) => firstName)
  return { id: idOfPath(path), fields: wordsIn(yaml), changedBy, isNew: change !== undefined && change.base === undefined }
}

const PARTS = ['text', 'interpreter', 'person']

/** A native speaker has read what was there, or what she who says so had before her: of other words the check is open again. */
function checksOfNewWords(now: WordsFields, mine: WordsFields, next: WordsFields): WordsFields {
  const prefixes = Object.keys(next).flatMap((place) => (place.endsWith('nativeCheck') ? [place.slice(0, -'nativeCheck'.length)] : []))
  const isSame = (place: string) => (next[place] ?? '') === (now[place] ?? '')
  const isHers = (place: string) => !(place in mine) || (next[place] ?? '') === (mine[place] ?? '').trim()
  const stale = prefixes.filter((prefix) => {
    if (next[`${prefix}nativeCheck`] !== 'done') return false
    const isOld = isSame(`${prefix}nativeCheck`) && isSame(`${prefix}checkedBy`)
    return PARTS.some((part) => !(isOld ? isSame : isHers)(prefix + part))
  })
  return Object.fromEntries(
    stale.flatMap((prefix) => [
      [`${prefix}nativeCheck`, 'awaiting'],
      [`${prefix}checkedBy`, ''],
    ]),
  )
}

/** A version without words is none; of a check that is open nobody is named. */
function withoutEmptyVersions(fields: WordsFields): WordsFields {
  const entries = Object.entries(fields).map(([place, value]): [string, string] => {
    const [, prefix, part] = /^(languages\.[a-z]+\.|)(\w+)$/.exec(place) ?? []
    if (prefix === undefined) return [place, value]
    if (prefix && !fields[`${prefix}text`]) return [place, '']
    return [place, part === 'checkedBy' && fields[`${prefix}nativeCheck`] !== 'done' ? '' : value]
  })
  return Object.fromEntries(entries)
}
