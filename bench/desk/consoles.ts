import { setTimeout } from 'node:timers/promises'
import { createVisitor, type Visitor } from '../../test/support/visitor.ts'

/** A console that somebody looks at: tells each mark that it shows for the first time. */
export type OpenConsole = { close(): Promise<void> }

export type Shows = (mark: string, at: number) => void

/** Who looks, and the conversation that is open beside the list of what the colleague has. */
export type Desk = { visitor: Visitor; conversation: string }

const MARK = /bench-\d+/g

/** Makes the first account with the code that the service printed, and signs in as often as there are consoles. */
export async function signIn(url: string, code: string, consoles: number): Promise<Visitor[]> {
  const email = 'bench@example.org'
  const password = 'heron lantern gravel 7'
  const first = createVisitor(url, '203.0.113.1')
  await first.fill('/staff/join', '/staff/join', { code, email, firstName: 'Bea', password, again: password })
  const visitors = Array.from({ length: consoles }, (_, n) => createVisitor(url, `203.0.113.${n + 1}`))
  for (const visitor of visitors) {
    const answer = await visitor.signIn(email, password)
    if (visitor.to(answer) !== '303 /staff') throw new Error(`Signing in led to ${visitor.to(answer)}.`)
  }
  return visitors
}

/** As our pages do it: what changes is sent. With `breakEveryMs` the connection is lost again and again. */
export async function liveConsole({ visitor, conversation }: Desk, shows: Shows, breakEveryMs?: number): Promise<OpenConsole> {
  const closing = new AbortController()
  const reading = keepReading()

  async function keepReading(): Promise<void> {
    while (!closing.signal.aborted) {
      const lost = breakEveryMs === undefined ? [] : [AbortSignal.timeout(breakEveryMs)]
      await readStream(visitor, conversation, shows, AbortSignal.any([closing.signal, ...lost])).catch(() => {})
    }
  }
  await setTimeout(0)
  return {
    async close() {
      closing.abort()
      await reading
    },
  }
}

async function readStream(visitor: Visitor, conversation: string, shows: Shows, signal: AbortSignal): Promise<void> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const address = `${visitor.url}/staff/events?show=mine&page=1&conversation=${conversation}`
  const answer = await fetch(address, { headers: { Accept: 'text/event-stream', Cookie: cookie }, signal })
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of answer.body ?? []) {
    const events = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    const at = performance.now()
    for (const event of events) for (const [mark] of event.matchAll(MARK)) shows(mark, at)
  }
}

/** The plain way: the whole page is fetched anew, again and again. */
export async function pollingConsole({ visitor, conversation }: Desk, shows: Shows, everyMs: number): Promise<OpenConsole> {
  let closed = false
  const polling = keepPolling()

  async function keepPolling(): Promise<void> {
    // Not all at the same instant.
    await setTimeout(Math.random() * everyMs)
    while (!closed) {
      const began = performance.now()
      const html = await (await visitor.get(`/staff/conversations/${conversation}?show=mine`)).text()
      const at = performance.now()
      for (const [mark] of html.matchAll(MARK)) shows(mark, at)
      await setTimeout(Math.max(0, everyMs - (performance.now() - began)))
    }
  }
  return {
    async close() {
      closed = true
      await polling
    },
  }
}
