import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'

export type Fields = Readonly<Record<string, string>>

const LONGEST = 4000
const sourceAndDates = ['source.name', 'source.url', 'source.date', 'reviewed', 'reviewBy']

/** What a form of a fixed text has, with its versions in these languages. */
export const textPlaces = (languages: readonly string[]): string[] => [
  'text',
  ...languages.flatMap((code) => ['text', 'nativeCheck', 'checkedBy'].map((part) => `languages.${code}.${part}`)),
  ...sourceAndDates,
]

/** What a form of a language's fixed words has. */
export const languagePlaces = ['name', 'englishName', 'text', 'interpreter', 'person', 'nativeCheck', 'checkedBy', ...sourceAndDates]

/** What was typed, place by place. Fields that the form did not send are not among them. */
export function typedIn(form: URLSearchParams, places: readonly string[]): Fields {
  const sent = places.flatMap((place) => {
    const value = form.get(place)
    return value === null ? [] : [[place, value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim().slice(0, LONGEST)]]
  })
  return Object.fromEntries(sent)
}

/** The fields as they were when the form was opened: it brings them along. */
export function wasIn(form: URLSearchParams): Fields {
  const was = z.record(z.string(), z.string()).safeParse(parsed(form.get('was') ?? ''))
  if (!was.success) throw new AppError('INVALID_REQUEST', 'the form does not say what it began with')
  return was.data
}

/** Of a file's fields those of the form. */
export const fieldsOfForm = (fields: Fields, places: readonly string[]): Fields =>
  Object.fromEntries(places.map((place) => [place, fields[place] ?? '']))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
