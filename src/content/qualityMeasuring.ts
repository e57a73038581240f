import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { By, Draft } from './draft.ts'
import { type Intent, intentSchema, programmes } from './intentSchema.ts'
import { folderOfPath, type PackFile } from './packFile.ts'
import type { QualityReports } from './qualityReports.ts'
import type { QualityResult } from './qualityResult.ts'
import { readContent } from './readContent.ts'

/** Which pack: what the bot answers with, or what the draft makes of it. */
export type Which = 'live' | 'draft'

export type MeasureOutcome =
  | { kind: 'begun' }
  /** One is at work already, of this pack or another. */
  | { kind: 'busy' }
  /** What cannot be read cannot be measured. */
  | { kind: 'faulty'; faults: string[] }

/** A measurement at work: `ended` rejects where it fails. */
export type Measurement = { ended: Promise<QualityResult>; stop(): Promise<void> }

type Deps = {
  reports: QualityReports
  draft: Pick<Draft, 'state'>
  /** Measures beside the service; says now and then how far it is. */
  measure: (intents: Intent[], onProgress: (done: number, total: number) => void) => Measurement
  log: Log
  beatMs?: number
}

const BEAT_MS = 5_000
/** What did not come to an end so often is not begun by the service itself again. */
const MOST_TRIES = 2

/** Begins measurements, and keeps what comes of them. */
export function createQualityMeasuring({ reports, draft, measure, log, beatMs = BEAT_MS }: Deps) {
  let current: { id: string; measurement: Measurement; kept: Promise<void> } | undefined
  /** The one that was told to end. */
  let ended: string | undefined

  async function begin(packHash: string, files: PackFile[], by?: By): Promise<MeasureOutcome> {
    const read = files.filter(isIntent).map((file) => readContent(file, intentSchema))
    const faults = read.flatMap((one) => one.faults)
    if (faults.length > 0) return { kind: 'faulty', faults }
    const begun = await reports.begin(packHash, by)
    if (begun.kind === 'busy') return begun
    run(
      begun.id,
      read.flatMap(({ content }) => content ?? []),
    )
    return { kind: 'begun' }
  }

  function run(id: string, intents: Intent[]): void {
    const began = performance.now()
    const progress = { done: 0, total: 0 }
    const measurement = measure(intents, (done, total) => Object.assign(progress, { done, total }))
    // Where it cannot be said that it goes on, others may take it for dead; then what it finds is not kept.
    const beat = () =>
      reports.beat(id, progress.done, progress.total).then(
        (isOurs) => (isOurs ? undefined : measurement.stop()),
        (error) => log.warn('quality.notTold', errorFacts(error)),
      )
    const timer = setInterval(() => void beat(), beatMs)
    timer.unref()
    const kept = keep(id, measurement, began).finally(() => {
      clearInterval(timer)
      if (current?.id === id) current = undefined
    })
    current = { id, measurement, kept }
  }

  async function keep(id: string, measurement: Measurement, began: number): Promise<void> {
    try {
      const result = await measurement.ended
      const isKept = await reports.end(id, result)
      const { examples, right } = result
      log.info('quality.measured', { examples, right, kept: isKept, seconds: Math.round((performance.now() - began) / 1000) })
    } catch (error) {
      if (ended === id) return
      log.warn('quality.notMeasured', errorFacts(error))
      await reports.giveUp(id, 'failed').catch(() => undefined)
    }
  }

  return {
    async begin(which: Which, by: By): Promise<MeasureOutcome> {
      const state = await draft.state()
      return which === 'live' ? begin(state.liveHash, state.live, by) : begin(state.draftHash, state.draft, by)
    },

    /** Measures what is live, where nobody has yet. */
    async measureLive(): Promise<void> {
      const { liveHash, live } = await draft.state()
      if ((await reports.newest(liveHash)) || (await reports.lost(liveHash)).times >= MOST_TRIES) return
      await begin(liveHash, live)
    },

    /** Ends what is at work; it can be begun anew at once. */
    async stop(): Promise<void> {
      const mine = current
      if (!mine) return
      ended = mine.id
      await reports.giveUp(mine.id, 'brokenOff').catch(() => undefined)
      await mine.measurement.stop()
      await mine.kept
    },
  }
}

export type QualityMeasuring = ReturnType<typeof createQualityMeasuring>

/** Of the rest of a pack nothing is learnt. */
const isIntent = ({ path }: PackFile): boolean => programmes.some((programme) => programme === folderOfPath(path))
