import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The Redis server to test with, or undefined. Valkey is the same program under its later name. */
export function findRedisServer() {
  return onPath('redis-server') ?? onPath('valkey-server')
}

/** The browser to test with, or undefined. */
export function findChromium() {
  const fixed = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(isExecutable)
  return fixed ?? onPath('chromium') ?? onPath('google-chrome')
}

/** The proxy that stands for a bad network in tests, or undefined. */
export function findMitmdump() {
  return onPath('mitmdump')
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
