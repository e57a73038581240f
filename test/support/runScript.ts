import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type Ended = { code: number; out: string; err: string }

/** Runs a program of the project with these settings only, in an empty folder, so that no `.env` is read. Answers with how it ended. */
export function runScript(program: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const cwd = mkdtempSync(join(tmpdir(), 'script-'))
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, program), ...args], { cwd, env: { PATH: process.env.PATH ?? '', ...env } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    )
  })
}
