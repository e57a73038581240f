import { randomUUID } from 'node:crypto'
import { readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../kernel/makeFolder.ts'
import { type Finding, fault, ok, type Trouble, warning } from './finding.ts'

export const freeSpaceLimits = { warningBytes: 500e6, faultBytes: 50e6 } as const

const what = 'DATA_DIR'

/** The embedded database's folder: can it be written to, is there room? A folder that has to be made for that is removed again. */
export async function checkDataFolder(folder: string): Promise<Finding[]> {
  const trial = join(folder, `doctor-trial-${randomUUID()}`)
  let made: string | undefined
  try {
    made = await makeFolder(folder, 0o700)
    await writeFile(trial, 'x'.repeat(64 * 1024), { flag: 'wx' })
    const { bavail, bsize } = await statfs(folder)
    return [ok(what, 'Can be written to.'), ...judgeFreeSpace(bavail * bsize)]
  } catch (error) {
    const unknown = { says: 'DATA_DIR cannot be written to.', advice: 'Check the folder, or set DATA_DIR to another.' }
    return [{ what, state: 'fault', ...(folderTrouble(error) ?? unknown) }]
  } finally {
    await rm(made ?? trial, { recursive: true, force: true }).catch(() => {})
  }
}

export function judgeFreeSpace(bytes: number): Finding[] {
  if (bytes >= freeSpaceLimits.warningBytes) return []
  const says = `Only ${Math.floor(bytes / 1e6)} MB are free on the disk of DATA_DIR.`
  const advice = 'Make room, or set DATA_DIR to a folder on another disk.'
  return [bytes < freeSpaceLimits.faultBytes ? fault(what, says, advice) : warning(what, says, advice)]
}

const denied: Trouble = {
  says: 'DATA_DIR cannot be written to: the right is missing.',
  advice: 'Give the folder to the user the service runs as (chown), or set DATA_DIR to another.',
}
const notAFolder: Trouble = { says: 'DATA_DIR is, or lies in, a file and not a folder.', advice: 'Set DATA_DIR to a folder.' }

const troubles: Record<string, Trouble> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: {
    says: 'DATA_DIR lies on a disk that is read-only.',
    advice: 'Set DATA_DIR to a folder that can be written to, such as a volume.',
  },
  ENOSPC: { says: 'The disk of DATA_DIR is full.', advice: 'Make room, or set DATA_DIR to a folder on another disk.' },
  EDQUOT: { says: 'The disk of DATA_DIR is full: its quota is used.', advice: 'Make room, or set DATA_DIR to a folder on another disk.' },
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  ENOENT: { says: 'DATA_DIR cannot be made where it is.', advice: 'Set DATA_DIR to a folder that can be made.' },
}

/** Why the folder does not serve, in plain words; undefined for an error of another kind. */
export function folderTrouble(error: unknown): Trouble | undefined {
  const { code, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return code && path !== undefined ? troubles[code] : undefined
}

/** Who has locked the folder, as the lock says; undefined when nobody has. */
export async function lockedBy(folder: string): Promise<string | undefined> {
  const content = await readFile(join(folder, 'in-use-by'), 'utf8').catch(() => undefined)
  return content === undefined ? undefined : (content.split(' ')[0] ?? '')
}
