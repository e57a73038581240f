import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { keepEmbeddings } from '../../../src/nlu/keptEmbeddings.ts'
import { wordEmbedder } from './wordEmbedder.ts'

let folder: string
let sentenceModel: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'kept-')), 'understanding')
  sentenceModel = await mkdtemp(join(tmpdir(), 'model-'))
  await writeFile(join(sentenceModel, 'model.onnx'), 'weights')
})

/** Embeds texts in a process of its own, as it were; says what was embedded anew, and the embeddings. */
async function embed(...texts: string[]) {
  const embedder = wordEmbedder()
  const keeping = keepEmbeddings(embedder, sentenceModel, folder)
  const embeddings = await Promise.all(texts.map(keeping.embed))
  await keeping.keep()
  return { anew: embedder.asked, embeddings }
}
const kept = async () => (await readdir(folder)).map((name) => join(folder, name))

test('what was embedded before is known, to the last bit; only what is new is embedded', async () => {
  const before = await embed('a lump', 'the van', '')
  const after = await embed('the van', 'a lump', 'free parking')
  expect(before.anew).toEqual(['a lump', 'the van', ''])
  expect(after.anew).toEqual(['free parking'])
  expect(after.embeddings.slice(0, 2)).toEqual([before.embeddings[1], before.embeddings[0]])
})

test('what the pack no longer says is forgotten when the file is next written', async () => {
  await embed('a lump', 'the van')
  await embed('the van', 'free parking')
  expect((await embed('a lump')).anew).toEqual(['a lump'])
})

test('nothing is written where nothing is new', async () => {
  await embed('a lump', 'the van')
  const [file = ''] = await kept()
  const before = await readFile(file)
  await embed('the van')
  expect((await readFile(file)).equals(before)).toBe(true)
  expect((await embed('a lump')).anew).toEqual([])
})

test.each([
  ['one bit is another', (content: Uint8Array) => content.with(-1, (content.at(-1) ?? 0) ^ 1)],
  ['the end is missing', (content: Uint8Array) => content.subarray(0, -4)],
  ['nothing is left', () => new Uint8Array()],
])('a file in which %s is not read, and is replaced', async (_, damage) => {
  await embed('a lump')
  const [file = ''] = await kept()
  await writeFile(file, damage(await readFile(file)))
  expect((await embed('a lump')).anew).toEqual(['a lump'])
  expect((await embed('a lump')).anew).toEqual([])
})

test('another sentence model embeds anew, and takes the place of the file', async () => {
  await embed('a lump')
  await writeFile(join(sentenceModel, 'model.onnx'), 'other weights')
  expect((await embed('a lump')).anew).toEqual(['a lump'])
  expect(await kept()).toHaveLength(1)
})

test('where nothing can be written it goes on', async () => {
  await writeFile(folder, '')
  expect((await embed('a lump')).embeddings).toHaveLength(1)
  expect((await embed('a lump')).anew).toEqual(['a lump'])
})

test('a sentence model that could not be read is read by the next who asks', async () => {
  const keeping = keepEmbeddings(wordEmbedder(), join(sentenceModel, 'later'), folder)
  await expect(keeping.embed('a lump')).rejects.toThrow('ENOENT')
  await mkdir(join(sentenceModel, 'later'))
  expect(await keeping.embed('a lump')).toEqual(await wordEmbedder().embed('a lump'))
})
