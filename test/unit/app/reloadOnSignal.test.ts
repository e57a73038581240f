import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { reloadOnSignal } from '../../../src/app/reloadOnSignal.ts'
import { ContentError } from '../../../src/content/contentError.ts'
import type { Log } from '../../../src/kernel/log.ts'

let lines: object[]
let log: Log
beforeEach(() => {
  lines = []
  const at = (level: string) => (event: string, facts?: object) => void lines.push({ level, event, ...facts })
  log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
})
afterEach(() => {
  process.removeAllListeners('SIGHUP')
})

const signal = () => process.emit('SIGHUP')
const settled = () => new Promise((resolve) => setTimeout(resolve, 10))

test('a signal reloads the pack', async () => {
  let reloads = 0
  reloadOnSignal(async () => {
    reloads += 1
  }, log)
  signal()
  await settled()
  expect({ reloads, lines }).toEqual({ reloads: 1, lines: [{ level: 'info', event: 'pack.reloaded' }] })
})

test('the faults of a pack are logged, each, and the next signal reloads again', async () => {
  const results = [() => Promise.reject(new ContentError(['a.yaml: wrong.', 'b.yaml: wrong.'])), () => Promise.resolve()]
  reloadOnSignal(() => results.shift()?.() ?? Promise.reject(new Error('too often')), log)
  signal()
  await settled()
  signal()
  await settled()
  expect(lines).toEqual([
    { level: 'error', event: 'pack.refused', faults: ['a.yaml: wrong.', 'b.yaml: wrong.'] },
    { level: 'info', event: 'pack.reloaded' },
  ])
})

test('of anything else that fails, the kind is logged, never its words', async () => {
  reloadOnSignal(() => Promise.reject(Object.assign(new Error('marmalade'), { code: 'EACCES' })), log)
  signal()
  await settled()
  expect(lines).toEqual([expect.objectContaining({ level: 'error', event: 'pack.refused', cause: 'EACCES' })])
  expect(JSON.stringify(lines)).not.toContain('marmalade')
})

test('a signal during a reload makes one more after it, never two at a time', async () => {
  let atOnce = 0
  let most = 0
  let reloads = 0
  reloadOnSignal(async () => {
    atOnce += 1
    most = Math.max(most, atOnce)
    await settled()
    atOnce -= 1
    reloads += 1
  }, log)
  signal()
  signal()
  await settled()
  await settled()
  await settled()
  expect({ reloads, most }).toEqual({ reloads: 2, most: 1 })
})
