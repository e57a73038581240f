import { posix } from 'node:path'
import { parseSync } from '@swc/core'
import type { ProjectFile } from './repository.ts'

/** One file of the project importing another. Type-only means `import type`, which leaves nothing at run time. */
export type Import = { from: string; to: string; typeOnly: boolean }

/** Every import of another project file, dynamic imports and re-exports included. */
export function importsOf(file: ProjectFile): Import[] {
  const found: Import[] = []
  const note = (specifier: unknown, typeOnly: boolean) => {
    if (typeof specifier !== 'string' || !specifier.startsWith('.')) return
    found.push({ from: file.path, to: posix.join(posix.dirname(file.path), specifier), typeOnly })
  }
  visit(parseSync(file.text, { syntax: 'typescript', target: 'es2024' }), (node) => {
    if (node.type === 'TsImportType') note(node.argument?.value, true)
    else if (node.type === 'CallExpression' && node.callee?.type === 'Import') note(node.arguments?.[0]?.expression?.value, false)
    else if (node.source) note(node.source.value, node.typeOnly === true)
  })
  return found
}

type SyntaxNode = {
  type?: string
  typeOnly?: boolean
  source?: { value?: unknown }
  argument?: { value?: unknown }
  callee?: { type?: string }
  arguments?: { expression?: { value?: unknown } }[]
}

function visit(node: object, see: (node: SyntaxNode) => void): void {
  see(node)
  for (const child of Object.values(node)) if (child !== null && typeof child === 'object') visit(child, see)
}
