import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the project; its path is relative to the root, with forward slashes. */
export type ProjectFile = { path: string; text: string }

export const root = join(import.meta.dirname, '../../..')

/** The path of every file that is in the repository or about to be: tracked, or new and not ignored. */
export function projectPaths(): string[] {
  // A checkout may belong to another user than the one who tests it, which git otherwise refuses to read.
  const git = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const paths = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  return paths.filter((path) => existsSync(join(root, path)))
}

/** The text files among them. */
export function projectFiles(): ProjectFile[] {
  const files = projectPaths().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return files.filter((file) => !file.text.includes('\0'))
}

/** Files under one of these folders whose name ends in one of these endings. */
export function filesUnder(files: ProjectFile[], folders: string[], endings: string[]): ProjectFile[] {
  return files.filter(
    ({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)) && endings.some((ending) => path.endsWith(ending)),
  )
}
