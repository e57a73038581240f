import { AppError } from '../../kernel/errors.ts'
import { type ReceivedActivity, receivedActivitySchema } from './receivedActivitySchema.ts'

/** Throws INVALID_REQUEST with the first thing wrong, without a word of what was written. */
export function parseReceivedActivity(json: unknown): ReceivedActivity {
  const result = receivedActivitySchema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new AppError('INVALID_REQUEST', issue && issue.path.length > 0 ? issue.message : 'the body must be an activity')
}
