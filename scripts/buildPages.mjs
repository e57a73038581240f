/** Builds what the chat page loads in the browser: build/chat.js and build/chat.css. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const root = join(import.meta.dirname, '..')
const script = join(root, 'src/consoles/patient/browser/chat.ts')
const style = join(root, 'src/consoles/patient/browser/chat.scss')
const output = join(root, 'build')

const missing = [script, style].filter((file) => !existsSync(file))
if (missing.length > 0) {
  console.error(`The chat page cannot be built: there is no ${missing.map((file) => relative(root, file)).join(' and no ')}.`)
  process.exit(1)
}

try {
  await Promise.all([buildScript(), buildStyle()])
} catch (error) {
  // esbuild has printed its errors; sass has not.
  if (!error.errors) console.error(error.message)
  process.exitCode = 1
}

async function buildScript() {
  await build({
    entryPoints: [script],
    outfile: join(output, 'chat.js'),
    bundle: true,
    minify: true,
    target: 'es2020',
    logLevel: 'warning',
  })
}

async function buildStyle() {
  const { css } = await compileAsync(style, { loadPaths: [join(root, 'node_modules')], style: 'compressed', quietDeps: true })
  await mkdir(output, { recursive: true })
  await writeFile(join(output, 'chat.css'), css)
}
