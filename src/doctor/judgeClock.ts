import { type Finding, fault, ok, warning } from './finding.ts'

/** How far another clock is ahead of ours (behind: negative), and how sure that is, in milliseconds. */
export type ClockDifference = { aheadMs: number; uncertaintyMs: number }

export const clockLimits = { warningMs: 2_000, faultMs: 60_000 } as const

/** Our clock beside another. The 24-hour window, tokens and Meta's signatures in time depend on it. */
export function judgeClock(other: string, { aheadMs, uncertaintyMs }: ClockDifference): Finding {
  const surely = Math.max(0, Math.abs(aheadMs) - uncertaintyMs)
  const what = 'Clock'
  if (surely <= clockLimits.warningMs) return ok(what, `This machine and ${other} agree.`)
  const says = `This machine's clock is ${inWords(surely)} ${aheadMs > 0 ? 'behind' : 'ahead of'} that of ${other}.`
  const advice = 'Let the machine keep its time by NTP (timedatectl set-ntp true). Reply windows and tokens depend on it.'
  return surely > clockLimits.faultMs ? fault(what, says, advice) : warning(what, says, advice)
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}

/** From when a question was asked and answered here, and what time the other named meanwhile; all in milliseconds since 1970. */
export function clockDifference(asked: number, answered: number, named: number, grainMs = 0): ClockDifference {
  return { aheadMs: named + grainMs / 2 - (asked + answered) / 2, uncertaintyMs: (answered - asked) / 2 + grainMs / 2 }
}
