import { parse } from 'yaml'
import { fieldsOf } from './fieldsOf.ts'
import { writeFileYaml } from './writeFileYaml.ts'

/**
 * A file of fixed words as a form has it: every value by its place, such as `text` or `languages.pl.checkedBy`. A blank one is not in the
 * file; yes and no are those words.
 */
export type WordsFields = Readonly<Record<string, string>>

type Content = Record<string, unknown>

/** The order of the keys in these files, those of a part among the others. */
const order = [
  ...[
    'id',
    'language',
    'title',
    'where',
    'name',
    'englishName',
    'rightToLeft',
    'text',
    'interpreter',
    'person',
    'nativeCheck',
    'checkedBy',
  ],
  ...['languages', 'source', 'url', 'date', 'reviewed', 'reviewBy'],
]

/** Nothing for a file that is none. */
export const wordsIn = (yaml: string): WordsFields =>
  Object.fromEntries([...(fieldsOf(yaml) ?? [])].flatMap(([place, value]) => (typeof value === 'string' ? [[place, value]] : [])))

/** A file with its fields as they are given; those that are not given stay. What is the same is the same file, byte for byte. */
export function wordsFileWith(yaml: string | undefined, given: WordsFields): string {
  const before = yaml === undefined ? {} : wordsIn(yaml)
  const changed = Object.entries(given).filter(([place, value]) => value !== (before[place] ?? '').trim())
  if (yaml !== undefined && changed.length === 0) return yaml
  const content: Content = yaml === undefined ? {} : parse(yaml)
  return writeFileYaml(changed.reduce((so, [place, value]) => withValue(so, place.split('.'), asValue(place, value)), content))
}

const asValue = (place: string, value: string): unknown => (place === 'rightToLeft' ? value === 'yes' || undefined : value || undefined)

/** A copy with one value set, or taken out where it is undefined: what holds nothing any more goes too. */
function withValue(content: Content, [key = '', ...rest]: string[], value: unknown): Content {
  const inside = rest.length === 0 ? value : filled(withValue((content[key] ?? {}) as Content, rest, value))
  if (inside === undefined) return Object.fromEntries(Object.entries(content).filter(([name]) => name !== key))
  if (key in content) return { ...content, [key]: inside }
  return placed(content, key, inside)
}

const filled = (content: Content): Content | undefined => (Object.keys(content).length > 0 ? content : undefined)

/** A new key stands before the first of those that come after it; languages by their codes. */
function placed(content: Content, key: string, value: unknown): Content {
  const entries = Object.entries(content)
  const isLater = (name: string) => (order.includes(key) ? order.indexOf(name) > order.indexOf(key) : name > key)
  const at = entries.findIndex(([name]) => isLater(name))
  const place = at < 0 ? entries.length : at
  return Object.fromEntries([...entries.slice(0, place), [key, value], ...entries.slice(place)])
}
