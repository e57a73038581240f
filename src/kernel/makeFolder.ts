import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder, and those it lies in, with `mode` for each; answers with the outermost that was made, undefined when it was
 * there. Not `mkdir` with `recursive`, which never ends where a folder refuses to hold another as if it were not there itself,
 * as in `/proc`. Throws what the file system says: ENOENT in such a place, ENOTDIR or EEXIST where there is a file.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<string | undefined> {
  const missing: string[] = []
  let folder = resolve(path)
  while (!(await exists(folder))) {
    missing.unshift(folder)
    folder = dirname(folder)
  }
  for (const each of missing) await mkdir(each, { mode }).catch((error) => acceptMade(each, error))
  if (!(await stat(path)).isDirectory()) throw Object.assign(new Error('It is a file.'), { code: 'EEXIST', path })
  return missing[0]
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Another process may have made it at the same moment. */
async function acceptMade(path: string, error: unknown): Promise<void> {
  if (!(await exists(path))) throw error
}
