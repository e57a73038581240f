import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../kernel/makeFolder.ts'

/** The key of an embedded installation, made on first use and kept beside its database, readable by its owner only. */
export async function embeddedSecretKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret.key')
  await makeFolder(dataDir, 0o700)
  try {
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  await chmod(path, 0o600)
  return (await readFile(path, 'utf8')).trim()
}
