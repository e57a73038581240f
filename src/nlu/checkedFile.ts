import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Bytes of the SHA-256 that a file begins with. */
const DIGEST = 32

/** What was written to a file; undefined where there is none, or it is damaged. */
export async function readChecked<T>(file: string): Promise<T | undefined> {
  try {
    return decodeChecked<T>(await readFile(file))
  } catch {
    return undefined
  }
}

/** Writes a file as a whole or not at all: plain data, which `readChecked` reads. */
export async function writeChecked(file: string, content: unknown): Promise<void> {
  const unfinished = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(unfinished, encodeChecked(content))
  await rename(unfinished, file)
}

/** Plain data as bytes that show whether all of them are there. */
export function encodeChecked(content: unknown): Buffer {
  const body = serialize(content)
  return Buffer.concat([digestOf(body), body])
}

/** Undefined where they are damaged. */
export function decodeChecked<T>(bytes: Buffer): T | undefined {
  const body = bytes.subarray(DIGEST)
  return bytes.subarray(0, DIGEST).equals(digestOf(body)) ? (deserialize(body) as T) : undefined
}

const digestOf = (body: Uint8Array) => createHash('sha256').update(body).digest()
