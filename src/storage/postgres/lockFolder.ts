import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { SettingsError } from '../../kernel/settingsError.ts'

/**
 * Keeps a second process out of an embedded database's folder. The lock names its process; the lock of a process that
 * is gone is taken over. Throws `SettingsError` when the other process lives. Returns the function that unlocks.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'in-use-by')
  for (;;) {
    try {
      await writeFile(path, `${process.pid} ${hostname()}`, { flag: 'wx' })
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const content = await readFile(path, 'utf8').catch(() => '')
    const [pid, host] = content.split(' ')
    const holder = Number(pid)
    const isOurs = host === hostname()
    if (content && (!isOurs || (holder !== process.pid && isAlive(holder))))
      throw new SettingsError([
        `DATA_DIR (${folder}) is in use by another process (number ${holder}${isOurs ? '' : ` on ${host}`}). Stop that one, choose another DATA_DIR, or use DATABASE_URL to run several. If that process is something else, delete ${path}.`,
      ])
    await moveAway(path, content)
  }
}

/** Takes a stale lock away, unless another process has done so and put its own there meanwhile. */
async function moveAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await readFile(aside, 'utf8')
  if (moved !== stale) await rename(aside, path)
  else await rm(aside, { force: true })
}

function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
