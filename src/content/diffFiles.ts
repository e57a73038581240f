import { diffTexts, type Piece } from './diffTexts.ts'
import { type FieldValue, fieldsOf } from './fieldsOf.ts'
import { fieldWords } from './fieldWords.ts'
import { folderOfPath, idOfPath, type PackFile } from './packFile.ts'

/** What changes of one field: the pieces of a text, or what comes into a list and what goes. */
export type FieldDifference = { place: string; name: string } & (
  | { kind: 'text'; pieces: Piece[] }
  | { kind: 'list'; added: string[]; removed: string[]; isReordered: boolean }
)

/** What changes of one file. `fields` is empty where only its layout changes, not what is said. */
export type FileDifference = {
  path: string
  kind: 'new' | 'removed' | 'changed'
  /** What people call it. */
  title: string
  folder: string
  fields: FieldDifference[]
}

/** What two packs have that differs, file by file. */
export function diffFiles(before: readonly PackFile[], after: readonly PackFile[]): FileDifference[] {
  const [old, now] = [yamlByPath(before), yamlByPath(after)]
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort()
  return paths.flatMap((path) => (old.get(path) === now.get(path) ? [] : diffFile(path, old.get(path), now.get(path))))
}

/** What one file has that differs; undefined stands for no file. */
export function diffFile(path: string, before: string | undefined, after: string | undefined): FileDifference {
  return {
    path,
    kind: before === undefined ? 'new' : after === undefined ? 'removed' : 'changed',
    title: titleOfFile(path, after ?? before ?? ''),
    folder: folderOfPath(path),
    fields: diffFields(before, after),
  }
}

const yamlByPath = (files: readonly PackFile[]) => new Map(files.map(({ path, yaml }) => [path, yaml]))

/** What people call what a file holds. */
export function titleOfFile(path: string, yaml: string): string {
  const fields = fieldsOf(yaml)
  const title = ['title', 'englishName', 'name', 'asked'].map((name) => fields?.get(name)).find(Boolean)
  return typeof title === 'string' ? title : idOfPath(path)
}

function diffFields(before: string | undefined, after: string | undefined): FieldDifference[] {
  const [old, now] = [before === undefined ? none : fieldsOf(before), after === undefined ? none : fieldsOf(after)]
  if (!old || !now) return [{ place: '', name: 'The file', kind: 'text', pieces: diffTexts(before ?? '', after ?? '') }]
  const places = [...new Set([...now.keys(), ...old.keys()])]
  return places.flatMap((place) => diffField(place, old.get(place), now.get(place)))
}

const none: ReadonlyMap<string, FieldValue> = new Map()

function diffField(place: string, before: FieldValue | undefined, after: FieldValue | undefined): FieldDifference[] {
  const named = { place, name: fieldWords(place) }
  if (!Array.isArray(before) && !Array.isArray(after)) {
    const [old, now] = [before ?? '', after ?? '']
    return old === now ? [] : [{ ...named, kind: 'text', pieces: diffTexts(old, now) }]
  }
  const [old, now] = [asList(before), asList(after)]
  const [added, removed] = [without(now, old), without(old, now)]
  const isReordered = added.length + removed.length === 0 && old.join('\n') !== now.join('\n')
  return added.length + removed.length > 0 || isReordered ? [{ ...named, kind: 'list', added, removed, isReordered }] : []
}

const asList = (value: FieldValue | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** What is in the one list more often than in the other. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1)
  return list.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}
