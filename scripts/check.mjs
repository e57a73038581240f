/** Everything that can be judged without running the service: types, lint and format, and the rules of test/rules. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const checks = [
  { name: 'types', file: 'typescript/bin/tsc', args: [] },
  { name: 'types of the patient pages', file: 'typescript/bin/tsc', args: ['--project', 'src/consoles/patient/browser'] },
  { name: 'types of the console', file: 'typescript/bin/tsc', args: ['--project', 'src/consoles/staff/browser'] },
  { name: 'lint and format', file: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
  { name: 'rules', file: '../test/run.mjs', args: ['--selectProjects', 'rules'] },
]

const results = await Promise.all(checks.map(run))
for (const { name, passed, seconds, output } of results) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (!passed) console.log(`\n${output.trimEnd()}\n`)
}
if (results.some((result) => !result.passed)) {
  console.log('npm run format mends the format and the order of imports.')
  process.exitCode = 1
}

async function run({ name, file, args }) {
  const began = Date.now()
  const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { name, passed: code === 0, seconds: ((Date.now() - began) / 1000).toFixed(1), output }
}
