import type { QualityResult } from './qualityResult.ts'

/** A measurement that is at work. `done` of `total` steps. */
export type RunningMeasure = { id: string; packHash: string; begunAt: Date; begunBy: string | undefined; done: number; total: number }

export type QualityReport = { packHash: string; begunAt: Date; endedAt: Date; begunBy: string | undefined; result: QualityResult }

/** A version beside what was measured of it: shares from 0 to 1, absent where nothing was. `figures`: what its check found. */
export type VersionQuality = {
  version: number
  kind: 'installed' | 'published' | 'rolledBack'
  madeAt: Date
  note: string
  measured: { accuracy: number; top3: number; examples: number } | undefined
  figures: Record<string, number> | undefined
}

/** What was measured of packs, each known by its hash. One measurement is at work at a time, in all processes. */
export type QualityReports = {
  /** `busy`: one is at work, and whoever is at it was heard of lately. `by`: absent where the service does it by itself. */
  begin(packHash: string, by?: { id: string; firstName: string }): Promise<{ kind: 'begun'; id: string } | { kind: 'busy' }>
  /** Says that it goes on, and how far it is. False: somebody else has taken it for dead. */
  beat(id: string, done: number, total: number): Promise<boolean>
  /** Keeps a result in place of what was measured of the same pack before. False: somebody else has taken it for dead. */
  end(id: string, result: QualityResult): Promise<boolean>
  /** Ends one without a result. */
  giveUp(id: string, as: 'failed' | 'brokenOff'): Promise<void>
  running(): Promise<RunningMeasure | undefined>
  /** The newest that ended with a result. */
  newest(packHash: string): Promise<QualityReport | undefined>
  /** How often one of this pack was begun without coming to a result since; and what became of the last. */
  lost(packHash: string): Promise<{ times: number; last: 'failed' | 'brokenOff' | undefined }>
  /** The latest versions, oldest first. */
  versions(limit: number): Promise<VersionQuality[]>
}
