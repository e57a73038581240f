import { readFile } from 'node:fs/promises'

/** Resident memory of a process in MB (Linux). */
export async function residentMB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** The mean of the last quarter of the samples over that of the second: near 1 when memory is flat, once a process has warmed up. */
export function growth(samples: number[]): number {
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  return mean(samples.slice(-quarter)) / mean(samples.slice(quarter, 2 * quarter))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
