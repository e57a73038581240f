import { AppError } from '../../kernel/errors.ts'

/**
 * A watermark is the number of the last entry the client has. Absent, blank and `-` mean "from the start".
 * Throws INVALID_REQUEST for anything else that is not such a number.
 */
export function parseWatermark(watermark: unknown): number {
  if (watermark === undefined || watermark === null || watermark === '' || watermark === '-') return 0
  if (typeof watermark === 'string' && /^\d{1,15}$/.test(watermark)) return Number(watermark)
  throw new AppError('INVALID_REQUEST', 'watermark must be one that this service gave')
}
