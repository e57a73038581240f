import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './stores/freePort.ts'

export type ServiceProcess = {
  baseUrl: string
  pid: number
  hasEnded(): boolean
  /** What it printed so far. */
  printed(): string
  /** Resolves with its exit code when it has ended, null when a signal ended it. */
  exited: Promise<number | null>
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** Ends it in good order. */
  stop(): Promise<void>
  signal(name: NodeJS.Signals): void
}

/** A server in a process of its own, ready to answer. `program` gets its port as PORT. Throws with what it printed when it ends first. */
export async function startProcess(program: string, env: Record<string, string>, ready = '/readyz'): Promise<ServiceProcess> {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', ...env, PORT: port },
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  child.stderr.on('data', (chunk) => (printed += chunk))
  const baseUrl = `http://127.0.0.1:${port}`
  while (!(await isReady(baseUrl + ready))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${program} ended before it was ready:\n${printed}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return {
    baseUrl,
    pid: child.pid ?? 0,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    printed: () => printed,
    exited,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    signal: (name) => void child.kill(name),
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
