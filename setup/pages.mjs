import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, say } from './run.mjs'

const sources = 'src/consoles/patient/browser'
const results = ['build/chat.js', 'build/chat.css']
const stamp = 'build/.stamp'

/** Builds the chat page's script and style unless they were built from exactly these sources and packages. */
export async function buildPages() {
  const inputs = await hashOf(['package-lock.json', 'scripts/buildPages.mjs', ...(await filesIn(sources))])
  if (await isBuiltFrom(inputs)) return
  say('building the chat page')
  await run('npm', ['run', '--silent', 'build:pages'], `What is wrong in ${sources} is named above.`)
  await mkdir('build', { recursive: true })
  await writeFile(stamp, inputs)
}

async function isBuiltFrom(inputs) {
  const [builtFrom, ...built] = await Promise.all([stamp, ...results].map(contentOf))
  return builtFrom?.toString() === inputs && built.every((content) => content !== undefined)
}

async function filesIn(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.map((name) => join(folder, name))
}

async function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\n`).update((await contentOf(file)) ?? '')
  return hash.digest('hex')
}

function contentOf(file) {
  return readFile(file).catch(() => undefined)
}
