import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { unlessMade } from '../../../setup/unlessMade.mjs'

let folder: string
let made: number
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'made-'))
  made = 0
  await mkdir(at('sources/deep'), { recursive: true })
  await writeFile(at('sources/deep/one'), '1')
  await writeFile(at('single'), '2')
})

/** Makes `result` from the sources where that is needed, and answers how often it was made until now. */
async function make(circumstances = ''): Promise<number> {
  await unlessMade({
    sources: [at('sources'), at('single')],
    with: circumstances,
    stamp: at('out/.stamp'),
    make: async () => {
      made += 1
      await writeFile(at('result'), 'made')
      return [at('result')]
    },
  })
  return made
}

test('what was made from the same sources is not made again', async () => {
  expect(await make()).toBe(1)
  expect(await make()).toBe(1)
})

test.each([
  ['a file in a folder changes', () => writeFile(at('sources/deep/one'), '3')],
  ['a file is added to a folder', () => writeFile(at('sources/two'), '')],
  ['a file by itself changes', () => writeFile(at('single'), '3')],
  ['a source is gone', () => rm(at('single'))],
  ['the result is gone', () => rm(at('result'))],
  ['the stamp is gone', () => rm(at('out/.stamp'))],
  ['the stamp names no result', () => writeFile(at('out/.stamp'), '')],
])('it is made again when %s', async (_, change) => {
  await make()
  await change()
  expect(await make()).toBe(2)
  expect(await make()).toBe(2)
})

test('it is made again under other circumstances', async () => {
  await make('with')
  expect(await make('without')).toBe(2)
})

test('it is made again after making failed', async () => {
  const failing = unlessMade({ sources: [at('single')], stamp: at('stamp'), make: () => Promise.reject(new Error('no')) })
  await expect(failing).rejects.toThrow('no')
  let again = 0
  await unlessMade({
    sources: [at('single')],
    stamp: at('stamp'),
    make: async () => {
      again += 1
      return [at('single')]
    },
  })
  expect(again).toBe(1)
})
