import type { Gate } from '../checks.ts'
import { gate, quote } from './gate.ts'

/** A conversation as it went: its lines that are not met, and what was said and done instead, by their places in it. */
export type Rehearsed = { about: string; unmet: { at: number; line: string; instead: string[] }[] }

/** Conversations that must go on as they are written do. What does not go so today either only warns. */
export function conversationsGate(live: Rehearsed[], draft: Rehearsed[]): Gate {
  const today = new Map(live.map(({ about, unmet }) => [about, new Set(unmet.map(({ at }) => at))]))
  const reasons: string[] = []
  const warnings: string[] = []
  for (const { about, unmet } of draft) {
    const [first] = unmet.filter(({ at }) => !today.get(about)?.has(at))
    if (first) reasons.push(`${quote(about)}: ${described(first)}`)
    else if (unmet.length > 0) warnings.push(`${quote(about)} does not go as it is written today either.`)
  }
  return gate('conversations', 'Conversations go on as they are written', reasons, warnings)
}

function described({ line, instead }: Rehearsed['unmet'][number]): string {
  const said = instead.map((one) => one.trim()).join(' · ')
  return `the line “${line.trim()}” does not come true.${said ? ` Instead, ${said}` : ''}`
}
