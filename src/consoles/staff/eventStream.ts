import type { Response } from 'restify'

/** Bytes that may wait for a slow reader; one who is slower is cut off, and comes again. */
const MOST_WAITING = 1024 * 1024

const HEARTBEAT_MS = 15_000

/** Server-sent events to one browser. `closed` resolves when it is over, whoever ended it. */
export function openEventStream(res: Response) {
  let end: () => void = () => {}
  const closed = new Promise<void>((resolve) => {
    end = resolve
  })
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // nginx would keep the events back.
    'X-Accel-Buffering': 'no',
  })
  write('retry: 2000\n\n')
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS)
  res.once('close', () => {
    clearInterval(heartbeat)
    end()
  })

  function write(text: string): void {
    if (res.writableEnded || res.destroyed) return
    res.write(text)
    if (res.writableLength > MOST_WAITING) res.destroy()
  }

  return {
    closed,
    send: (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close(): void {
      if (!res.writableEnded) res.end()
    },
  }
}
