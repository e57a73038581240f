import { parse } from 'yaml'

/** What a field of a file says: a text, or a list of them in their order. */
export type FieldValue = string | string[]

/**
 * The fields of a file by their places, such as `answer.text` or `steps.2.title`; undefined where it is none that has fields. A list of
 * texts is one field.
 */
export function fieldsOf(yaml: string): Map<string, FieldValue> | undefined {
  const content = parsed(yaml)
  if (!isGroup(content)) return undefined
  const fields = new Map<string, FieldValue>()
  collect(content, '', fields)
  return fields
}

function collect(content: Record<string, unknown>, place: string, fields: Map<string, FieldValue>): void {
  for (const [name, value] of Object.entries(content)) {
    const at = place ? `${place}.${name}` : name
    if (Array.isArray(value) && !value.some(isGroup)) fields.set(at, value.map(String))
    else if (Array.isArray(value)) collect(Object.fromEntries(value.map((one, index) => [index + 1, one])), at, fields)
    else if (isGroup(value)) collect(value, at, fields)
    else fields.set(at, wordsOf(value))
  }
}

const wordsOf = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : String(value ?? ''))

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(yaml: string): unknown {
  try {
    return parse(yaml)
  } catch {
    return undefined
  }
}
