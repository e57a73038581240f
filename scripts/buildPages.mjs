/** Builds what the pages load in the browser: build/chat.js, chat.css, check.css, staff.js and staff.css. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const root = join(import.meta.dirname, '..')
const scripts = ['patient/browser/chat.ts', 'staff/browser/staff.ts'].map(inConsoles)
const styles = ['patient/browser/chat.scss', 'patient/browser/check.scss', 'staff/browser/staff.scss'].map(inConsoles)
const output = join(root, 'build')

const missing = [...scripts, ...styles].filter((file) => !existsSync(file))
if (missing.length > 0) {
  console.error(`The pages cannot be built: there is no ${missing.map((file) => relative(root, file)).join(' and no ')}.`)
  process.exit(1)
}

try {
  await Promise.all([...scripts.map(buildScript), ...styles.map(buildStyle)])
} catch (error) {
  // esbuild has printed its errors; sass has not.
  if (!error.errors) console.error(error.message)
  process.exitCode = 1
}

async function buildScript(script) {
  await build({
    entryPoints: [script],
    outfile: join(output, `${basename(script, '.ts')}.js`),
    bundle: true,
    minify: true,
    target: 'es2020',
    logLevel: 'warning',
  })
}

async function buildStyle(style) {
  const { css } = await compileAsync(style, { loadPaths: [join(root, 'node_modules')], style: 'compressed', quietDeps: true })
  await mkdir(output, { recursive: true })
  await writeFile(join(output, `${basename(style, '.scss')}.css`), css)
}

function inConsoles(file) {
  return join(root, 'src/consoles', file)
}
