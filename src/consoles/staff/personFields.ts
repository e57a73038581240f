import { AppError } from '../../kernel/errors.ts'
import type { Visit } from './visit.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isId = (text: string | null | undefined): text is string => uuid.test(text ?? '')

/** An id in the address; NOT_FOUND for what cannot be one. */
export function idIn(visit: Pick<Visit, 'param'>, name = 'id'): string {
  const id = visit.param(name)
  if (!isId(id)) throw new AppError('NOT_FOUND')
  return id
}

/** What was typed into a field, without what is longer than anything to be typed there. */
export const field = (form: URLSearchParams, name: string, longest = 100): string => (form.get(name) ?? '').trim().slice(0, longest)

/** A part of the address after the `?`. */
export function query(visit: Pick<Visit, 'req'>, name: string, longest = 100): string {
  const value: unknown = visit.req.query?.[name]
  return typeof value === 'string' ? value.trim().slice(0, longest) : ''
}

/** The mark of the form that was sent: what is done under it is done once. */
export function formKey(form: URLSearchParams): string {
  const key = form.get('key')
  if (!isId(key)) throw new AppError('INVALID_REQUEST', 'the form has no key')
  return key
}

/** One of the words that a form may send. */
export const oneOf = <T extends string>(value: string | null, all: readonly T[]): T | undefined => all.find((one) => one === value)

/** What is wrong with a form: the field's id and what to do about it. */
export type Fault = { href: string; text: string }

export const fault = (id: string, text: string): Fault => ({ href: `#${id}`, text })

/** The faults as the templates take them: for the summary, and by their fields. Nothing where there are none. */
export const shownFaults = (faults: readonly Fault[]): { faults?: readonly Fault[]; texts?: Record<string, string> } =>
  faults.length === 0 ? {} : { faults, texts: Object.fromEntries(faults.map(({ href, text }) => [href.slice(1), text])) }
