import { readFile, rm, writeFile } from 'node:fs/promises'
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
      await writeFile(path, String(process.pid), { flag: 'wx' })
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder !== process.pid && isAlive(holder))
      throw new SettingsError([
        `DATA_DIR (${folder}) is in use by another process (number ${holder}). Stop that one, choose another DATA_DIR, or use DATABASE_URL to run several. If that process is something else, delete ${path}.`,
      ])
    await rm(path, { force: true })
  }
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
