import { parse } from 'yaml'
import { intentKeys, type Place, placedIn } from './intentPlaces.ts'
import { writeFileYaml } from './writeFileYaml.ts'

/**
 * An intent as a form has it: every field by its name, as text. Examples are a line each, follow-ups are ids with spaces between,
 * `language.pl` is the answer in a language, and `languageCheck.pl` whether a speaker has read it. What is not there is empty.
 */
export type IntentFields = Readonly<Record<string, string>>

type Content = Record<string, unknown>

/** Where a field stands in the file. */
const places: Readonly<Record<string, Place>> = {
  title: ['title'],
  asked: ['asked'],
  programme: ['programme'],
  utterances: ['utterances'],
  heard: ['heard'],
  text: ['answer', 'text'],
  easyRead: ['answer', 'easyRead'],
  more: ['answer', 'more'],
  linkTitle: ['answer', 'link', 'title'],
  linkUrl: ['answer', 'link', 'url'],
  followUps: ['answer', 'followUps'],
  meets: ['worry', 'meets'],
  control: ['worry', 'control'],
  person: ['worry', 'person'],
  owner: ['owner'],
  sourceName: ['source', 'name'],
  sourceUrl: ['source', 'url'],
  sourceDate: ['source', 'date'],
  reviewed: ['reviewed'],
  reviewBy: ['reviewBy'],
}

/** The fields whose value is a list: what is between its items. */
const lists: Readonly<Record<string, string>> = { utterances: '\n', heard: '\n', followUps: ' ' }

/** Fields of which both may change different items. */
export const linesOfExamples: readonly string[] = ['utterances', 'heard']

export const intentFieldNames = Object.keys(places)

export const isLanguageField = (name: string): boolean => /^language(?:Check)?\.[a-z]{2,3}$/.test(name)

/** The fields of a file; all of them empty where there is none. Throws where it is not YAML. */
export function fieldsOfFile(yaml: string | undefined): IntentFields {
  const content = contentOf(yaml)
  const fields = Object.fromEntries(Object.entries(places).map(([name, place]) => [name, asText(name, valueAt(content, place))]))
  const versions = (valueAt(content, ['answer', 'languages']) ?? {}) as Record<string, Content>
  for (const [code, { text, nativeCheck }] of Object.entries(versions)) {
    fields[`language.${code}`] = String(text ?? '')
    fields[`languageCheck.${code}`] = String(nativeCheck ?? '')
  }
  return fields
}

/** A file with its fields as they are given: only what differs is changed, so that the same fields give the same file, byte for byte. */
export function fileWith(yaml: string | undefined, id: string, given: IntentFields): string {
  const fields = tidy(given)
  const before = fieldsOfFile(yaml)
  const changed = Object.keys(fields).filter((name) => fields[name] !== (before[name] ?? ''))
  if (yaml !== undefined && changed.length === 0) return yaml
  let content = yaml === undefined ? { id } : contentOf(yaml)
  for (const name of changed) content = withValue(content, placeOf(name), asValue(name, fields[name] ?? '')) ?? {}
  return writeFileYaml(content)
}

/** Fields as they are kept: without white space at the ends, a worry that is none without its person. */
export function tidy(fields: IntentFields): IntentFields {
  const tidied = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, tidyValue(name, value)]))
  const isWorry = Boolean(tidied.meets || tidied.control)
  if ('person' in tidied) tidied.person = isWorry ? tidied.person || 'offered' : ''
  for (const name of Object.keys(tidied).filter((one) => one.startsWith('languageCheck.')))
    if (!tidied[name.replace('Check', '')]) tidied[name] = ''
  return tidied
}

export const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').filter(Boolean)

function tidyValue(name: string, value: string): string {
  const text = value.replaceAll('\r\n', '\n').replaceAll('\0', '')
  const between = lists[name]
  return between === undefined ? text.trim() : itemsIn(name, text).join(between)
}

const itemsIn = (name: string, text: string): string[] =>
  text
    .split(lists[name] ?? '\n')
    .map((item) => item.trim())
    .filter(Boolean)

function placeOf(name: string): Place {
  const [kind, code = ''] = name.split('.')
  return places[name] ?? ['answer', 'languages', code, kind === 'language' ? 'text' : 'nativeCheck']
}

function contentOf(yaml: string | undefined): Content {
  const content: unknown = yaml === undefined ? {} : parse(yaml)
  return typeof content === 'object' && content !== null ? (content as Content) : {}
}

const valueAt = (content: Content, place: Place): unknown =>
  place.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Content)[key] : undefined), content)

function asText(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(lists[name] ?? '\n')
  return value === undefined || value === null ? '' : String(value)
}

function asValue(name: string, text: string): unknown {
  if (text === '') return undefined
  return lists[name] === undefined ? text : itemsIn(name, text)
}

/** A copy with one value set, or taken out where it is undefined: what holds nothing any more goes too. */
function withValue(content: Content, [key = '', ...rest]: Place, value: unknown, within: readonly string[] = []): Content | undefined {
  const old = content[key]
  const inside = typeof old === 'object' && old !== null && !Array.isArray(old) ? (old as Content) : {}
  const next = rest.length === 0 ? value : withValue(inside, rest, value, [...within, key])
  const others = Object.fromEntries(Object.entries(content).filter(([name]) => name !== key))
  if (next === undefined) return Object.keys(others).length > 0 ? others : undefined
  return key in content ? { ...content, [key]: next } : placedIn(content, key, next, intentKeys(within))
}
