import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

export type ServerProcess = {
  stop(): Promise<void>
  /** Hangs it with its children, and lets it go on. */
  freeze(): void
  thaw(): void
}

/** Starts a server and waits until it prints `ready`. Throws with what it printed when it ends before that. */
export async function startServerProcess(command: string, args: string[], ready: string, options: SpawnOptions): Promise<ServerProcess> {
  const server = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk
      if (printed.includes(ready)) resolve()
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('error', reject)
    server.on('close', (code) => reject(new Error(`${command} ended (${code}) before it was ready:\n${printed}`)))
  })
  return { stop: () => stop(server), freeze: () => signalAll(server, 'SIGSTOP'), thaw: () => signalAll(server, 'SIGCONT') }
}

/** What these servers hold is thrown away, or kept as after a crash, so they need no time to put it in order. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const closed = once(server, 'close')
  server.kill('SIGQUIT')
  const force = setTimeout(() => server.kill('SIGKILL'), 3000)
  await closed
  clearTimeout(force)
}

function signalAll(server: ChildProcess, signal: NodeJS.Signals): void {
  server.kill(signal)
  for (const child of childrenOf(server)) process.kill(child, signal)
}

/** Each of PostgreSQL's connections is a process of its own. */
function childrenOf({ pid }: ChildProcess): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map(Number)
  } catch {
    return []
  }
}
