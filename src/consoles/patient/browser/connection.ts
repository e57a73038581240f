import type { ActivitySet } from './activity.ts'
import { directLine, Refused, waitAfter } from './directLine.ts'
import { endPauses, pause } from './pause.ts'
import { openStream } from './stream.ts'

type ConnectionDeps = {
  onSet(set: ActivitySet): void
  onOnline(): void
  onLost(): void
  /** The conversation cannot be gone on with. The connection has ended by then. */
  onExpired(): void
}

/** After so many WebSockets in a row that would not open, the page asks every few seconds instead. */
const triesBeforePolling = 2
const pollEvery = 3000
/** How long to poll before a WebSocket is tried again. */
const pollFor = 120_000

/**
 * Keeps in touch with the conversation from its beginning: by WebSocket, by polling where those are blocked, again and
 * again when the connection is lost.
 */
export function keepInTouch({ onSet, onOnline, onLost, onExpired }: ConnectionDeps): { stop(): void; reconnect(): void } {
  let watermark = '0'
  let stopped = false
  let failedSockets = 0
  let closeStream = () => {}

  function receive(set: ActivitySet): void {
    onSet(set)
    if (set.watermark) watermark = set.watermark
  }

  async function listen(path: string): Promise<boolean> {
    const { done, close } = openStream(path, onOnline, receive)
    closeStream = close
    const opened = await done
    closeStream = () => {}
    failedSockets = opened ? 0 : failedSockets + 1
    return opened
  }

  async function poll(): Promise<boolean> {
    const until = Date.now() + pollFor
    while (!stopped && Date.now() < until) {
      const set = await directLine.read(watermark)
      onOnline()
      receive(set)
      if (!set.activities?.length) await pause(pollEvery)
    }
    failedSockets = triesBeforePolling - 1
    return true
  }

  async function run(): Promise<void> {
    let attempt = 0
    while (!stopped) {
      let failure: unknown
      try {
        const path = await directLine.enter(watermark)
        if (stopped) return
        if (failedSockets < triesBeforePolling ? await listen(path) : await poll()) attempt = 0
      } catch (error) {
        if (!stopped && error instanceof Refused && error.isExpired) return onExpired()
        failure = error
      }
      if (stopped) return
      onLost()
      await pause(waitAfter(failure, attempt++))
    }
  }

  void run()
  return {
    stop() {
      stopped = true
      closeStream()
      endPauses()
    },
    reconnect: () => closeStream(),
  }
}
