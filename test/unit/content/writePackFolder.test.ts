import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readPackFolder } from '../../../src/content/readPackFolder.ts'
import { writePackFolder } from '../../../src/content/writePackFolder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
})
afterEach(() => rm(folder, { recursive: true }))

const pack = [
  { path: 'breast/a.yaml', yaml: 'a: 1\r\n' },
  { path: 'texts/b.yaml', yaml: '\ufeffb: é\n' },
]
const nothing = async () => false

describe('a pack is written into a folder', () => {
  test('byte for byte, and reads as the same', async () => {
    expect(await writePackFolder(folder, pack, nothing)).toMatchObject({ added: ['breast/a.yaml', 'texts/b.yaml'], unchanged: 0 })
    expect((await readPackFolder(folder)).files).toEqual(pack)
    expect(await writePackFolder(folder, pack, nothing)).toEqual({ added: [], changed: [], removed: [], left: [], unchanged: 2 })
  })

  test('what is not of it goes only where it is kept elsewhere, and what is beside the pack is not looked at', async () => {
    await mkdir(join(folder, 'breast'))
    await mkdir(join(folder, 'evaluation'))
    await writeFile(join(folder, 'breast/a.yaml'), 'a: 0\n')
    await writeFile(join(folder, 'breast/old.yaml'), 'kept: 1\n')
    await writeFile(join(folder, 'breast/mine.yaml'), 'mine: 1\n')
    await writeFile(join(folder, 'evaluation/e.yaml'), 'kept: 1\n')
    expect(await writePackFolder(folder, pack, async (yaml) => yaml.startsWith('kept'))).toEqual({
      added: ['texts/b.yaml'],
      changed: ['breast/a.yaml'],
      removed: ['breast/old.yaml'],
      left: ['breast/mine.yaml'],
      unchanged: 0,
    })
    expect(await readFile(join(folder, 'breast/mine.yaml'), 'utf8')).toBe('mine: 1\n')
    expect(await readFile(join(folder, 'evaluation/e.yaml'), 'utf8')).toBe('kept: 1\n')
  })

  test.each(['../evil.yaml', '/etc/evil.yaml', 'breast/../../evil.yaml', 'breast/a.sh', 'evaluation/a.yaml'])(
    'nothing of one with the path %s',
    async (path) => {
      await expect(writePackFolder(folder, [...pack, { path, yaml: 'x: 1\n' }], nothing)).rejects.toThrow('no path of a pack')
      expect((await readPackFolder(folder)).files).toEqual([])
    },
  )
})
