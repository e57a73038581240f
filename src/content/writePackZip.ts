import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { PackFile } from './packFile.ts'

/** A pack as a zip of its files, byte for byte. `at`: when they were made, so that the same version is the same zip. */
export async function writePackZip(files: readonly PackFile[], at: Date): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, yaml } of files) zip.addBuffer(Buffer.from(yaml, 'utf8'), path, { mtime: at, mode: 0o100644 })
  zip.end()
  return buffer(zip.outputStream)
}
