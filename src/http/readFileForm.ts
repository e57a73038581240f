import type { Request } from 'restify'
import { AppError } from '../kernel/errors.ts'
import { readBytes, requireType } from './readBody.ts'

/** What somebody chose in a form. The name is hers, and may hold anything. */
export type SentFile = { name: string; bytes: Uint8Array }

/** Bytes: everything of the form but its file. */
const LONGEST_REST = 64 * 1024

/**
 * A form with one file in it, whose field is called `file`; without it where nothing was chosen. Node's own reader does it, which keeps all
 * of it in memory: so call it only for people who may send that much. Throws BODY_TOO_LARGE for a file past `longest` bytes,
 * WRONG_CONTENT_TYPE for any other body, INVALID_REQUEST for one that is no such form.
 */
export async function readFileForm(req: Request, longest: number): Promise<{ form: URLSearchParams; file?: SentFile }> {
  requireType(req, 'multipart/form-data', 'it must be a form with a file')
  const body = await readBytes(req, longest + LONGEST_REST)
  const data = await parse(body, req.headers['content-type'] ?? '')
  const form = new URLSearchParams()
  let chosen: File | undefined
  for (const [name, value] of data) {
    if (typeof value === 'string') form.append(name, value)
    else if (name === 'file' && value.name) chosen = value
  }
  if (!chosen) return { form }
  if (chosen.size > longest) throw new AppError('BODY_TOO_LARGE', `at most ${longest} bytes`)
  return { form, file: { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) } }
}

async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new AppError('INVALID_REQUEST', 'the form cannot be read')
  }
}
