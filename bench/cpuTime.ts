import { readdir, readFile } from 'node:fs/promises'

const TICKS_PER_SECOND = 100

/** Processor time in seconds that processes have used so far, user and system, by the name they run under (Linux). */
export async function cpuSecondsByName(): Promise<Map<string, number>> {
  const used = new Map<string, number>()
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/.exec(stat.trim()) ?? []
    const fields = rest.split(' ')
    used.set(name, (used.get(name) ?? 0) + (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND)
  }
  return used
}

/** Processor time in seconds that one process has used so far. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
