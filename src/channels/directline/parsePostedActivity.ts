import { AppError } from '../../kernel/errors.ts'
import { type PostedActivity, postedActivitySchema } from './postedActivitySchema.ts'

/** Checks a posted activity. INVALID_REQUEST says what is wrong, without a word of what was written. */
export function parsePostedActivity(json: unknown): PostedActivity {
  const result = postedActivitySchema.safeParse(json)
  if (!result.success) throw new AppError('INVALID_REQUEST', result.error.issues[0]?.message)
  return result.data
}
