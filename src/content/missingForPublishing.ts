import type { CheckReport } from './checks.ts'

type Standing = {
  changes: number
  /** Of exactly this draft. */
  check: Pick<CheckReport, 'state' | 'passed' | 'result'> | undefined
  approvals: number
  needed: number
}

/** What is missing before a draft can be published, one plain sentence each. Nothing is missing where there is none. */
export function missingForPublishing({ changes, check, approvals, needed }: Standing): string[] {
  if (changes === 0) return ['The draft changes nothing.']
  return [...missingOfCheck(check), ...missingPeople(needed - approvals, needed)]
}

function missingOfCheck(check: Standing['check']): string[] {
  if (!check) return ['It has to be found out what would change.']
  if (check.state === 'running') return ['The check of what would change is still running.']
  if (check.state === 'brokenOff') return ['The check of what would change broke off. It has to be begun again.']
  if (check.passed) return []
  const reasons = (check.result?.gates ?? []).filter(({ passed }) => !passed).flatMap(({ reasons }) => reasons)
  return reasons.length > 0 ? reasons.map((reason) => `The check found: ${reason}`) : ['The check found something that stands against it.']
}

/** Two are needed only where it is about safety. */
function missingPeople(missing: number, needed: number): string[] {
  if (missing <= 0) return []
  const why = needed > 1 ? ', because it changes what is said where somebody may be in danger' : ''
  if (missing > 1) return [`Two colleagues who wrote none of it have to approve${why}.`]
  return [needed > 1 ? `One more colleague who wrote none of it has to approve${why}.` : 'A colleague who wrote none of it has to approve.']
}
