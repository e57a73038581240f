import { spawn } from 'node:child_process'

/** Something that the person at the keyboard can put right; its message is all they see. */
export class SetupProblem extends Error {}

/** The Node that the project brings along, which runs TypeScript; the one that runs the set-up may be older. */
export const projectNode = 'node_modules/.bin/node'.replaceAll('/', process.platform === 'win32' ? '\\' : '/')

const heartbeatMs = 5000

/** Says what happens, as one line. */
export function say(line) {
  console.log(`setup: ${line}`)
}

/**
 * Runs a command with its output shown, and a line every few seconds so that silence never looks like a hang.
 * Throws a `SetupProblem` with `advice` when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} advice
 * @param {{ environment?: NodeJS.ProcessEnv, folder?: string }} [where]
 * @returns {Promise<void>}
 */
export function run(command, args, advice, { environment = process.env, folder = '.' } = {}) {
  const began = Date.now()
  const heartbeat = setInterval(() => say(`… ${Math.round((Date.now() - began) / 1000)} s`), heartbeatMs)
  return new Promise((resolve, reject) => {
    // npm is a script on Windows, which only a shell can start.
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment,
      cwd: folder,
      shell: process.platform === 'win32',
    })
    child.on('error', () => reject(new SetupProblem(`${command} cannot be started. ${advice}`)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new SetupProblem(`${[command, ...args].join(' ')} failed. ${advice}`))))
  }).finally(() => clearInterval(heartbeat))
}
