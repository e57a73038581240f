import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { idOfPath, type PackFile } from './packFile.ts'

export type ReadContent<T> = { content?: T; faults: string[] }

/** Reads one file against its schema. Each fault names the file, the line where there is one, and the field. */
export function readContent<T extends { id: string }>({ path, yaml }: PackFile, schema: z.ZodType<T>): ReadContent<T> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) return { faults: [`${path}, line ${lines.linePos(broken.pos[0]).line}: not valid YAML (${messageOf(broken)}).`] }
  const { success, data, error } = schema.safeParse(document.toJS())
  if (!success)
    return { faults: error.issues.map(({ path: at, message }) => `${path}${lineOf(document, at, lines)}: ${fieldOf(at)}: ${message}.`) }
  const isNamed = data.id === idOfPath(path)
  return { content: data, faults: isNamed ? [] : [`${path}: the id is ${data.id}; the file must be called ${data.id}.yaml.`] }
}

const fieldOf = (at: readonly PropertyKey[]): string => at.join('.') || 'the file'

/** The line of the nearest thing that is there. */
function lineOf(document: Document, at: readonly PropertyKey[], lines: LineCounter): string {
  for (let length = at.length; length > 0; length--) {
    const node = document.getIn(at.slice(0, length), true)
    const start = hasRange(node) ? node.range[0] : undefined
    if (start !== undefined) return `, line ${lines.linePos(start).line}`
  }
  return ''
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)

/** Without where it is: that is said already. */
const messageOf = ({ message }: Error): string => (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, '')
