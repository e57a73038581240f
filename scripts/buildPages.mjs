/** Builds what the patients' pages load in the browser: build/chat.js, build/chat.css and build/check.css. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const root = join(import.meta.dirname, '..')
const script = join(root, 'src/consoles/patient/browser/chat.ts')
const styles = ['chat', 'check'].map((name) => join(root, `src/consoles/patient/browser/${name}.scss`))
const output = join(root, 'build')

const missing = [script, ...styles].filter((file) => !existsSync(file))
if (missing.length > 0) {
  console.error(`The patients' pages cannot be built: there is no ${missing.map((file) => relative(root, file)).join(' and no ')}.`)
  process.exit(1)
}

try {
  await Promise.all([buildScript(), ...styles.map(buildStyle)])
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

async function buildStyle(style) {
  const { css } = await compileAsync(style, { loadPaths: [join(root, 'node_modules')], style: 'compressed', quietDeps: true })
  await mkdir(output, { recursive: true })
  await writeFile(join(output, `${basename(style, '.scss')}.css`), css)
}
