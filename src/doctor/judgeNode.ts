import { type Finding, fault, ok } from './finding.ts'

/** The service is written for Node 24 (`docs/decisions/0007-scripts-name-their-node.md`). `version` reads `24.1.0`. */
export function judgeNode(version: string): Finding {
  const major = Number(version.split('.')[0])
  if (major >= 24) return ok('Node', `Version ${version}.`)
  return fault(
    'Node',
    `Version ${version} is too old: the service needs 24.`,
    'Start it with npm start, which brings the right one, or install Node 24.',
  )
}
