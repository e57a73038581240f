import { isUtf8 } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { folderOfPath, type PackFile } from './packFile.ts'
import { isPackPath } from './packPath.ts'
import { BESIDE, packFolders } from './readPackFolder.ts'

/** `left`: files that are no part of a pack, and were not taken. */
export type ZipRead = { kind: 'read'; files: PackFile[]; left: string[] } | { kind: 'refused'; faults: string[] }

/** Bytes: what a zip may have, what each of its files, and all of them. Our own 126 intents have 2.4 million in all. */
export const zipLimits = { zip: 4_000_000, files: 1_000, file: 250_000, all: 10_000_000 }

const S_IFMT = 0o170000
const S_IFLNK = 0o120000
/** What other systems put beside the files. */
const ignored = /^__MACOSX\/|(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i

/**
 * Reads a zip that somebody sent: nothing of it is written anywhere, and nothing is unpacked before its size is known. All of its files
 * may lie in one folder.
 */
export async function readPackZip(bytes: Uint8Array): Promise<ZipRead> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: false }).catch(() => undefined)
  if (!zip) return refused('The file is no zip, or it is damaged.')
  if (zip.entryCount > zipLimits.files) return refused(`The zip holds ${zip.entryCount} files; at most ${zipLimits.files} are taken.`)
  const entries = await entriesOf(zip)
  if ('fault' in entries) return refused(entries.fault)
  const wanted = entries.all.filter(({ fileName }) => !fileName.endsWith('/') && !ignored.test(fileName))
  const faults = faultsOf(wanted)
  if (faults.length > 0) return { kind: 'refused', faults }
  const place = placeIn(wanted.map(({ fileName }) => fileName))
  return unpack(zip, wanted, place)
}

async function unpack(zip: ZipFile, entries: Entry[], place: (name: string) => string): Promise<ZipRead> {
  const files: PackFile[] = []
  const [left, faults]: [string[], string[]] = [[], []]
  for (const entry of entries) {
    const path = place(entry.fileName)
    if (!isPackPath(path)) {
      const isMeant = /\.ya?ml$/i.test(path) && !BESIDE.includes(folderOfPath(path))
      if (isMeant)
        faults.push(`${path}: a file of a pack lies in one of the folders ${packFolders.join(', ')}, and its name ends in .yaml.`)
      else left.push(path)
      continue
    }
    const yaml = await textOf(zip, entry)
    if ('fault' in yaml) faults.push(`${path} ${yaml.fault}`)
    else files.push({ path, yaml: yaml.text })
  }
  if (faults.length === 0 && files.length === 0) faults.push('The zip holds no file of a pack.')
  if (faults.length > 0) return { kind: 'refused', faults }
  return { kind: 'read', files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), left }
}

async function entriesOf(zip: ZipFile): Promise<{ all: Entry[] } | { fault: string }> {
  const all: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) all.push(entry)
  } catch (error) {
    const isOutside = error instanceof Error && /^(absolute path|invalid relative path)/.test(error.message)
    return { fault: isOutside ? 'The zip holds a file that would lie outside of its folder.' : 'The zip is damaged.' }
  }
  return { all }
}

/** By what the zip says of its files: it is held to that when they are unpacked. */
function faultsOf(entries: readonly Entry[]): string[] {
  const faults = entries.flatMap((entry, index) => {
    const { fileName, uncompressedSize } = entry
    if (((entry.externalFileAttributes >>> 16) & S_IFMT) === S_IFLNK) return [`${fileName} is a link, not a file.`]
    if (entry.isEncrypted()) return [`${fileName} is protected by a password.`]
    if (!entry.canDecodeFileData()) return [`${fileName} is packed in a way that is not read here.`]
    if (uncompressedSize > zipLimits.file) return [`${fileName} has ${uncompressedSize} bytes; a file may have at most ${zipLimits.file}.`]
    if (entries.findIndex((other) => other.fileName === fileName) !== index) return [`${fileName} is in the zip twice.`]
    return []
  })
  const all = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  return all > zipLimits.all ? [...faults, `The files have ${all} bytes in all; at most ${zipLimits.all} are taken.`] : faults
}

/** Without the one folder in which all of them lie, where there is one. */
function placeIn(names: readonly string[]): (name: string) => string {
  const [first = ''] = names
  const outer = first.slice(0, first.indexOf('/') + 1)
  const known: readonly string[] = packFolders
  const isOuter = outer !== '' && !known.includes(outer.slice(0, -1)) && names.every((name) => name.startsWith(outer))
  return (name) => (isOuter ? name.slice(outer.length) : name)
}

async function textOf(zip: ZipFile, entry: Entry): Promise<{ text: string } | { fault: string }> {
  try {
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) return { fault: 'is damaged.' }
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { fault: 'is no text in UTF-8.' }
  } catch {
    return { fault: 'is damaged.' }
  }
}

const refused = (fault: string): ZipRead => ({ kind: 'refused', faults: [fault] })
