import type { Draft } from '../../content/draft.ts'
import type { Which } from '../../content/qualityMeasuring.ts'
import type { QualityReport, QualityReports } from '../../content/qualityReports.ts'
import { query } from '../staff/personFields.ts'
import type { Visit } from '../staff/visit.ts'

type Deps = { draft: Pick<Draft, 'state'>; reports: Pick<QualityReports, 'newest'> }

/** What a page of quality is about: of the live pack, or of the draft where the address asks for it and there is one. */
export type Shown = {
  which: Which
  hash: string
  report: QualityReport | undefined
  /** The draft says something else than what is live. */
  hasDraft: boolean
  version: number | undefined
  /** Ends addresses of pages about the same pack. */
  suffix: string
  liveHash: string
  draftHash: string
}

export const createQualitySource =
  ({ draft, reports }: Deps) =>
  async (visit: Visit): Promise<Shown> => {
    const { liveHash, draftHash, version } = await draft.state()
    const hasDraft = liveHash !== draftHash
    const which: Which = hasDraft && query(visit, 'of') === 'draft' ? 'draft' : 'live'
    const hash = which === 'draft' ? draftHash : liveHash
    const suffix = which === 'draft' ? '?of=draft' : ''
    return { which, hash, report: await reports.newest(hash), hasDraft, version, suffix, liveHash, draftHash }
  }

export type QualitySource = ReturnType<typeof createQualitySource>
