/**
 * `npm test`: the checks, then every test. With arguments, only Jest with these: `npm test -- test/unit/x.test.ts`.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const jestArguments = process.argv.slice(2)

const passed = jestArguments.length > 0 ? jest(jestArguments) : node(['scripts/check.mjs']) && jest(['--ci', '--ignoreProjects', 'rules'])
process.exitCode = passed ? 0 : 1

function jest(args) {
  const nodeOptions = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
  return node(['node_modules/jest/bin/jest.js', ...args], { NODE_OPTIONS: nodeOptions.filter(Boolean).join(' ') })
}

function node(args, environment = {}) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0
}
