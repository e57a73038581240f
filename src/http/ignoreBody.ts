import type { Request } from 'restify'
import { readBytes } from './readBody.ts'

/** Bytes. */
const longest = 4 * 1024

/** Clients send their user's name and language here; nothing is decided by them. Throws BODY_TOO_LARGE for more than that. */
export async function ignoreBody(req: Request): Promise<void> {
  await readBytes(req, longest)
}
