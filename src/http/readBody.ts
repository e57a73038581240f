import type { Request } from 'restify'
import { AppError } from '../kernel/errors.ts'

/**
 * The body's bytes exactly as they came over the wire: what a signature is computed over.
 * Throws BODY_TOO_LARGE past `limit` bytes and INVALID_REQUEST when the sender breaks off; then nothing is kept.
 */
export async function readBytes(req: Request, limit: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(req, limit)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) throw tooLarge(req, limit)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('INVALID_REQUEST', 'the body broke off')
  }
  return Buffer.concat(chunks)
}

/** Parses JSON bytes; throws MALFORMED_JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new AppError('MALFORMED_JSON')
  }
}

/** Throws WRONG_CONTENT_TYPE unless the body is said to be JSON. */
export function requireJson(req: Request): void {
  requireType(req, 'application/json', 'it must be JSON')
}

/** Throws WRONG_CONTENT_TYPE unless the body is said to be a form. */
export function requireForm(req: Request): void {
  requireType(req, 'application/x-www-form-urlencoded', 'it must be a form')
}

/** Throws WRONG_CONTENT_TYPE unless the body is said to be of this type; `detail` says what it should be. */
export function requireType(req: Request, wanted: string, detail: string): void {
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== wanted) throw new AppError('WRONG_CONTENT_TYPE', detail)
}

function tooLarge(req: Request, limit: number): AppError {
  req.resume()
  return new AppError('BODY_TOO_LARGE', `at most ${limit} bytes`)
}
