import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { freePort } from '../support/stores/freePort.ts'

const root = join(import.meta.dirname, '../..')

test('a SIGTERM to npm start alone stops the service in good order, and npm waits for its end', async () => {
  const port = String(await freePort())
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      HOST: '127.0.0.1',
      PORT: port,
      DATABASE_URL: '',
      REDIS_URL: '',
      DATA_DIR: await mkdtemp(join(tmpdir(), 'npm-start-')),
    },
  })
  let printed = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (printed += chunk))
  const isUp = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    return response?.ok ?? false
  }
  for (const deadline = Date.now() + 150_000; !(await isUp()); ) {
    if (npm.exitCode !== null || Date.now() > deadline) throw new Error(`npm start is not ready:\n${printed}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const ended = once(npm, 'exit')
  npm.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(printed).toContain('"event":"stop.done"')
  expect(await isUp()).toBe(false)
}, 200_000)
