import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { AppError } from '../kernel/errors.ts'

/** Many times what a file of a pack has. */
const LONGEST = 512 * 1024

/** A file in a form's hidden field: what was shown is known when the form comes back, whatever became of the file. Empty: there is none. */
export const packedFile = (yaml: string | undefined): string => (yaml === undefined ? '' : deflateRawSync(yaml).toString('base64url'))

/** Throws INVALID_REQUEST for what was not made here. */
export function unpackedFile(packed: string): string | undefined {
  if (packed === '') return undefined
  try {
    return inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: LONGEST }).toString('utf8')
  } catch {
    throw new AppError('INVALID_REQUEST', 'the form does not say what it began with')
  }
}
