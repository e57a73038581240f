import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeFolder } from '../../../src/kernel/makeFolder.ts'

const newFolder = () => mkdtemp(join(tmpdir(), 'make-folder-'))

test('a folder is made with those it lies in, and the outermost that was made is named', async () => {
  const base = await newFolder()
  expect(await makeFolder(join(base, 'a/b/c'), 0o700)).toBe(join(base, 'a'))
  for (const made of ['a', 'a/b', 'a/b/c']) expect((await stat(join(base, made))).mode & 0o777).toBe(0o700)
})

test('a folder that is there is left as it is', async () => {
  const base = await newFolder()
  expect(await makeFolder(base)).toBeUndefined()
})

test('two may make the same at once', async () => {
  const folder = join(await newFolder(), 'a/b/c')
  await Promise.all(Array.from({ length: 20 }, () => makeFolder(folder)))
  expect((await stat(folder)).isDirectory()).toBe(true)
})

test('a file in its place, or on the way, is refused', async () => {
  const file = join(await newFolder(), 'file')
  await writeFile(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST', path: file })
  await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})
