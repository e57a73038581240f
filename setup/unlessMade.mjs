import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Makes something unless it was made from exactly these sources already and is still there, as a stamp says.
 *
 * @param {object} what
 * @param {string[]} what.sources files and folders that it is made from
 * @param {string} [what.with] what else decides about the result, in words
 * @param {string} what.stamp the file that keeps what was made from what
 * @param {() => Promise<string[]>} what.make answers with the files that it made
 * @returns {Promise<void>}
 */
export async function unlessMade({ sources, with: circumstances = '', stamp, make }) {
  const inputs = await hashOf(sources, circumstances)
  const [madeFrom, ...made] = (await contentOf(stamp))?.toString().split('\n') ?? []
  if (madeFrom === inputs && made.length > 0 && made.every((file) => existsSync(file))) return
  const results = await make()
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, [inputs, ...results].join('\n'))
}

async function hashOf(sources, circumstances) {
  const files = (await Promise.all(sources.map(filesIn))).flat()
  const hash = createHash('sha256').update(`${circumstances}\n`)
  for (const file of files.sort()) hash.update(`${file}\n`).update((await contentOf(file)) ?? '')
  return hash.digest('hex')
}

/** A folder and all that is in it; a file is only itself. */
async function filesIn(path) {
  const names = await readdir(path, { recursive: true }).catch(() => [])
  return [path, ...names.map((name) => join(path, name))]
}

function contentOf(file) {
  return readFile(file).catch(() => undefined)
}
