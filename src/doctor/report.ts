import type { Finding } from './finding.ts'

const signs = { ok: '✓', idle: '·', warning: '!', fault: '✗' } as const
const colours = { ok: 32, idle: 2, warning: 33, fault: 31 } as const

/** The findings as a list to read, with what to do under each that needs it, and a line that sums up. */
export function report(findings: Finding[], { colour }: { colour: boolean }): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  const sign = (state: Finding['state']) => (colour ? `\u001b[${colours[state]}m${signs[state]}\u001b[0m` : signs[state])
  const lines = findings.flatMap(({ what, state, says, advice }) => [
    `${sign(state)} ${what.padEnd(width)}  ${says}`,
    ...(advice === undefined ? [] : [`${' '.repeat(width + 4)}→ ${advice}`]),
  ])
  return `${lines.join('\n')}\n\n${sum(findings)}`
}

function sum(findings: Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const [faults, warnings] = [count('fault'), count('warning')]
  if (faults > 0)
    return `${plural(faults, 'thing is', 'things are')} broken${warnings > 0 ? `, and ${plural(warnings, 'warning', 'warnings')}` : ''}.`
  if (warnings > 0) return `Nothing is broken; ${plural(warnings, 'warning', 'warnings')}.`
  return count('idle') > 0 ? 'Nothing is wrong with what could be looked at; the service itself does not run.' : 'All is well.'
}

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
