import type { ColumnType, Generated } from 'kysely'
import type { QualityResult } from '../../content/qualityResult.ts'

/** How well packs are understood. */
export type QualityTables = {
  quality_reports: {
    id: Generated<string>
    pack_hash: string
    state: Generated<'running' | 'ended' | 'failed' | 'brokenOff'>
    begun_at: Date
    begun_by_name: string | null
    seen_at: Date
    done: Generated<number>
    total: Generated<number>
    ended_at: Date | null
    accuracy: number | null
    top3: number | null
    examples: number | null
    result: ColumnType<QualityResult | null, string | undefined, string>
  }
}
