import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'restify'

/** A file as it is sent: compressed once, kept in memory, known by the hash of its content. */
export type PageFile = { type: string; hash: string; plain: Buffer; br: Buffer; gzip: Buffer }

export function createPageFile(type: string, content: Buffer): PageFile {
  return {
    type,
    hash: createHash('sha256').update(content).digest('base64url').slice(0, 16),
    plain: content,
    br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    gzip: gzipSync(content, { level: 9 }),
  }
}

/** Sends it in the best encoding that the browser takes; nothing but 304 to one that has it. */
export function sendPageFile(req: Request, res: Response, file: PageFile, cacheControl: string): void {
  const etag = `W/"${file.hash}"`
  const headers = { ETag: etag, Vary: 'Accept-Encoding', 'Cache-Control': cacheControl }
  if (req.headers['if-none-match']?.includes(etag)) {
    res.sendRaw(304, '', headers)
    return
  }
  const encoding = chooseEncoding(String(req.headers['accept-encoding'] ?? ''))
  const body = encoding ? file[encoding] : file.plain
  res.sendRaw(200, body, {
    ...headers,
    'Content-Type': file.type,
    'Content-Length': String(body.length),
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  })
}

function chooseEncoding(accepted: string): 'br' | 'gzip' | undefined {
  const taken = accepted
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  if (taken.includes('br')) return 'br'
  return taken.includes('gzip') ? 'gzip' : undefined
}
