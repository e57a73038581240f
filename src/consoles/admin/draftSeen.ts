import type { Seen } from '../../content/publisher.ts'
import { AppError } from '../../kernel/errors.ts'

const hash = /^[0-9a-f]{64}$/

/** What was looked at when a form was sent; without it the form is none of ours. */
export function seenIn(form: URLSearchParams): Seen {
  const [draftHash, liveHash] = [form.get('draftHash') ?? '', form.get('liveHash') ?? '']
  if (!hash.test(draftHash) || !hash.test(liveHash)) throw new AppError('INVALID_REQUEST', 'the form does not say what was seen')
  return { draftHash, liveHash }
}
