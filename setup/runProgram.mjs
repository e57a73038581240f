import { spawn } from 'node:child_process'
import { projectNode } from './run.mjs'

/**
 * Runs a program of the project on the project's own Node until it ends, and passes on the signals that end it, so that
 * `npm start` can be stopped by whoever started it. Resolves with its exit code. Not `exec` in the script's line, which
 * Windows does not have.
 *
 * @param {string} program
 * @returns {Promise<number>}
 */
export function runProgram(program) {
  // A script on Windows, which only a shell can start; the program has no way to be asked to stop there but Ctrl+C.
  const child = spawn(projectNode, [program], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
