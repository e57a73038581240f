import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { ZipFile } from 'yazl'
import { PACK } from '../../../src/app/openPack.ts'
import { readPackFolder } from '../../../src/content/readPackFolder.ts'
import { readPackZip, zipLimits } from '../../../src/content/readPackZip.ts'
import { writePackZip } from '../../../src/content/writePackZip.ts'

type Zipped = { path: string; bytes: string | Buffer; mode?: number; compress?: boolean }

async function zipOf(...files: Zipped[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, bytes, mode = 0o100644, compress = true } of files)
    if (path.endsWith('/')) zip.addEmptyDirectory(path)
    else zip.addBuffer(Buffer.from(bytes), path, { mode, compress })
  zip.end()
  return buffer(zip.outputStream)
}

/** Puts other bytes of the same length everywhere, as somebody would who makes zips by hand. */
function forge(zip: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [old, now] = [Buffer.from(from), Buffer.from(to)]
  expect(now).toHaveLength(old.length)
  for (let at = zip.indexOf(old); at >= 0; at = zip.indexOf(old, at + old.length)) now.copy(zip, at)
  return zip
}

const faultsOf = async (zip: Uint8Array): Promise<string> => {
  const read = await readPackZip(zip)
  return read.kind === 'refused' ? read.faults.join('\n') : `read: ${read.files.map(({ path }) => path).join(', ')}`
}

const yaml = 'id: x\n'
const uint32 = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n)
  return bytes
}

describe('a zip of a pack', () => {
  test('gives back the very bytes that were put in, of every file of the pack', async () => {
    const { files } = await readPackFolder(PACK)
    const odd = { path: 'breast/zz_odd.yaml', yaml: '\ufeffid: é\r\n\tx: "\u2028"\n' }
    const all = [...files, odd].sort((a, b) => (a.path < b.path ? -1 : 1))
    expect(await readPackZip(await writePackZip(all, new Date(0)))).toEqual({ kind: 'read', files: all, left: [] })
  })

  test('of the same version is the same zip', async () => {
    const at = new Date('2026-11-27T10:30:00Z')
    const files = [{ path: 'breast/x.yaml', yaml }]
    expect(await writePackZip(files, at)).toEqual(await writePackZip(files, at))
  })

  test('may hold all in one folder, and what is none of the pack is left and named', async () => {
    const zip = await zipOf(
      { path: 'intents/breast/x.yaml', bytes: yaml },
      { path: 'intents/README.md', bytes: 'x' },
      { path: 'intents/conversations/a.yaml', bytes: 'x' },
      { path: 'intents/.DS_Store', bytes: 'x' },
      { path: 'intents/breast/', bytes: '' },
      { path: '__MACOSX/intents/breast/._x.yaml', bytes: 'x' },
    )
    expect(await readPackZip(zip)).toEqual({
      kind: 'read',
      files: [{ path: 'breast/x.yaml', yaml }],
      left: ['README.md', 'conversations/a.yaml'],
    })
  })
})

describe('refused, with the reason in plain words', () => {
  test.each([
    ['no zip', async () => Buffer.from('id: x'), 'no zip'],
    ['an empty one', () => zipOf(), 'holds no file of a pack'],
    [
      'half of one',
      async () => (await zipOf({ path: 'breast/x.yaml', bytes: yaml.repeat(500) })).subarray(40),
      'no zip, or it is damaged|The zip is damaged',
    ],
    [
      'a path that leads outside',
      async () => forge(await zipOf({ path: 'XX/evil.yaml', bytes: yaml }), 'XX/evil', '../evil'),
      'outside of its folder',
    ],
    [
      'a path that leads outside half-way',
      async () => forge(await zipOf({ path: 'breast/XX/XX/x.yaml', bytes: yaml }), 'XX/XX', '../..'),
      'outside of its folder',
    ],
    [
      'an absolute path',
      async () => forge(await zipOf({ path: 'X/breast/x.yaml', bytes: yaml }), 'X/breast', '//breast'),
      'outside of its folder',
    ],
    [
      'a drive of Windows',
      async () => forge(await zipOf({ path: 'CX/breast/x.yaml', bytes: yaml }), 'CX/', 'C:/'),
      'outside of its folder',
    ],
    [
      'a folder in a folder',
      () => zipOf({ path: 'breast/deep/x.yaml', bytes: yaml }),
      'breast/deep/x.yaml: a file of a pack lies in one of the folders',
    ],
    [
      'an unknown folder',
      () => zipOf({ path: 'brest/x.yaml', bytes: yaml }, { path: 'breast/x.yaml', bytes: yaml }),
      'brest/x.yaml: a file of a pack lies',
    ],
    ['another ending', () => zipOf({ path: 'breast/x.yml', bytes: yaml }), 'ends in .yaml'],
    ['a link', () => zipOf({ path: 'breast/x.yaml', bytes: '/etc/passwd', mode: 0o120777 }), 'breast/x.yaml is a link'],
    [
      'the same twice',
      () => zipOf({ path: 'breast/x.yaml', bytes: yaml }, { path: 'breast/x.yaml', bytes: 'id: y\n' }),
      'is in the zip twice',
    ],
    ['what is no text', () => zipOf({ path: 'breast/x.yaml', bytes: Buffer.from([0x69, 0xff, 0xfe]) }), 'is no text in UTF-8'],
    [
      'bytes that have changed',
      async () => forge(await zipOf({ path: 'breast/x.yaml', bytes: 'id: right\n', compress: false }), 'right', 'wrong'),
      'breast/x.yaml is damaged',
    ],
  ])('%s', async (_what, make, reason) => expect(await faultsOf(await make())).toMatch(new RegExp(reason)))

  test('a file that is too large, though it is small when packed', async () => {
    const zip = await zipOf({ path: 'breast/x.yaml', bytes: Buffer.alloc(50_000_000, 'a') })
    expect(zip.length).toBeLessThan(zipLimits.zip)
    expect(await faultsOf(zip)).toContain('breast/x.yaml has 50000000 bytes; a file may have at most 250000')
  })

  test('a file that is larger than the zip says of it, without unpacking more', async () => {
    const zip = await zipOf({ path: 'breast/x.yaml', bytes: Buffer.alloc(20_000_000, 'a') })
    expect(await faultsOf(forge(zip, uint32(20_000_000), uint32(1_000)))).toBe('breast/x.yaml is damaged.')
  })

  test('one that is protected by a password', async () => {
    const zip = await zipOf({ path: 'breast/x.yaml', bytes: yaml })
    const central = zip.indexOf(Buffer.from('PK\u0001\u0002'))
    zip[central + 8] = (zip[central + 8] ?? 0) | 1
    expect(await faultsOf(zip)).toContain('is protected by a password')
  })

  test('as many bytes as may be, and one file more', async () => {
    const each = { bytes: Buffer.alloc(zipLimits.file, 'a') }
    const full = Array.from({ length: zipLimits.all / zipLimits.file }, (_, n) => ({ ...each, path: `breast/n${n}.yaml` }))
    expect(await faultsOf(await zipOf(...full))).toMatch(/^read: /)
    expect(await faultsOf(await zipOf(...full, { path: 'breast/more.yaml', bytes: 'a' }))).toContain('10000001 bytes in all')
  })

  test('as many files as may be, and one more', async () => {
    const full = Array.from({ length: zipLimits.files }, (_, n) => ({ bytes: yaml, path: `breast/n${n}.yaml` }))
    expect(await faultsOf(await zipOf(...full))).toMatch(/^read: /)
    expect(await faultsOf(await zipOf(...full, { path: 'breast/more.yaml', bytes: yaml }))).toBe(
      'The zip holds 1001 files; at most 1000 are taken.',
    )
  })
})
