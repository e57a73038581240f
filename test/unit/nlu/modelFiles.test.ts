import { copyFile, mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { modelFiles } from '../../../src/nlu/modelFiles.ts'

const vocabulary = { places: new Map([['lump', 0]]), rarity: Float32Array.of(1) }
const pack = (word: string) => [{ intent: 'a', utterances: [word] }]
const model = (weight: number) =>
  ({
    intents: ['a'],
    said: new Map([['x', 1]]),
    wording: { words: vocabulary, letters: vocabulary, weights: Float32Array.of(weight), share: 1 },
  }) as never
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-'))
})

const kept = async () => (await readdir(folder)).map((name) => join(folder, name))
const age = async (file: string, seconds: number) => utimes(file, 0, Date.now() / 1000 - seconds)

test('a model is found again by its pack, and by whether it was learnt with meaning', async () => {
  const files = modelFiles(folder)
  await files.save(pack('one'), model(2))
  expect(await files.load(pack('one'), false)).toEqual(model(2))
  expect(await files.load(pack('two'), false)).toBeUndefined()
  expect(await files.load(pack('one'), true)).toBeUndefined()
})

test.each([
  ['one bit is another', (content: Uint8Array) => content.with(-1, (content.at(-1) ?? 0) ^ 1)],
  ['the end is missing', (content: Uint8Array) => content.subarray(0, -4)],
  ['nothing is left', () => new Uint8Array()],
])('a file in which %s is not read', async (_, damage) => {
  const files = modelFiles(folder)
  await files.save(pack('one'), model(2))
  const [file = ''] = await kept()
  await writeFile(file, damage(await readFile(file)))
  expect(await files.load(pack('one'), false)).toBeUndefined()
})

test('the three that were used last stay', async () => {
  const files = modelFiles(folder)
  await files.save(pack('oldest'), model(1))
  const [oldest = ''] = await kept()
  for (const [n, word] of ['second', 'third'].entries()) {
    const before = await kept()
    await files.save(pack(word), model(n))
    await age((await kept()).find((file) => !before.includes(file)) ?? '', 100 - n)
  }
  await age(oldest, 200)
  await files.load(pack('oldest'), false)
  await files.save(pack('newest'), model(4))
  expect(await kept()).toHaveLength(3)
  const found = await Promise.all(['oldest', 'second', 'third', 'newest'].map((word) => files.load(pack(word), false)))
  expect(found.map((one) => one !== undefined)).toEqual([true, false, true, true])
})

test('a model that another engine learnt is not found', async () => {
  /** The module and what it needs in a folder of its own, beside another file of the engine. */
  const engine = async (source: string): Promise<typeof modelFiles> => {
    const sources = await mkdtemp(join(tmpdir(), 'engine-'))
    for (const folder of ['nlu', 'kernel']) await mkdir(join(sources, folder))
    for (const name of ['nlu/modelFiles.ts', 'nlu/checkedFile.ts', 'kernel/wordPieceModel.ts'])
      await copyFile(join(import.meta.dirname, '../../../src', name), join(sources, name))
    await writeFile(join(sources, 'nlu/learn.ts'), source)
    return (await import(join(sources, 'nlu/modelFiles.ts'))).modelFiles
  }
  const [one, same, other] = [await engine('one'), await engine('one'), await engine('other')]
  await one(folder).save(pack('one'), model(1))
  expect(await same(folder).load(pack('one'), false)).toEqual(model(1))
  expect(await other(folder).load(pack('one'), false)).toBeUndefined()
})

test('where nothing can be written it goes on', async () => {
  await writeFile(join(folder, 'file'), '')
  const files = modelFiles(join(folder, 'file'))
  await expect(files.save(pack('one'), model(1))).resolves.toBeUndefined()
  expect(await files.load(pack('one'), false)).toBeUndefined()
})
