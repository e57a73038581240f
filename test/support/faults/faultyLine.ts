import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findMitmdump } from '../../../setup/findPrograms.mjs'
import { freePort } from '../stores/freePort.ts'

/** What a line does to the traffic on it; see `faultyLine.py`. */
export type Fault = {
  delayMs?: number
  silent?: boolean
  refuse?: boolean
  cut?: boolean
  /** Changes one bit right behind this text, in what the server sends or in what the client sends. */
  spoil?: string
  spoilSent?: string
  /** Changes one bit somewhere in this share of the pieces from the server. */
  flip?: number
}

/** A TCP line to the server at `url` that delays, cuts, silences and corrupts when told to: a mitmdump of its own. */
export async function openFaultyLine(url: string) {
  const program = findMitmdump()
  if (!program) throw new Error('mitmproxy is not installed. Run: node setup.mjs --for-tests')
  const server = new URL(url)
  const port = await freePort()
  const options = ['tcp_hosts=.*', 'connection_strategy=eager', `confdir=${join(tmpdir(), 'screening-messenger-mitmproxy')}`]
  const listen = ['--listen-host', '127.0.0.1', '--listen-port', String(port), '--mode', `reverse:http://${server.host}`]
  const args = [
    '--quiet',
    ...listen,
    ...options.flatMap((option) => ['--set', option]),
    '--scripts',
    join(import.meta.dirname, 'faultyLine.py'),
  ]
  const line = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface(line.stdout)
  const ended = once(line, 'exit').then(([code]) => Promise.reject(new Error(`mitmdump ended (${code}).`)))
  ended.catch(() => {})
  const answer = async () => String((await Promise.race([once(answers, 'line'), ended]))[0])
  await answer()
  server.host = `127.0.0.1:${port}`
  return {
    url: server.href.replace(/\/$/, ''),
    /** Takes the place of the fault before it; resolves when it holds, with how many pieces have been corrupted so far. */
    async set(fault: Fault): Promise<number> {
      line.stdin.write(`${JSON.stringify(fault)}\n`)
      return Number((await answer()).split(' ')[1])
    },
    async close(): Promise<void> {
      const exit = once(line, 'exit')
      line.stdin.end()
      await exit
    },
  }
}

export type FaultyLine = Awaited<ReturnType<typeof openFaultyLine>>
