import type { WebSocket } from 'ws'
import type { LiveEvents } from '../../conversation/liveEvents.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import type { ConversationLog } from './conversationLog.ts'
import { readActivitySet } from './readActivitySet.ts'
import type { Grant } from './tokens.ts'

/** Milliseconds between looks of its own at the log, and between signs of life. */
export type StreamTimes = { look: number; ping: number }

/** Bytes waiting for one slow client before it is let go; it comes back with its watermark and loses nothing. */
const mostBuffered = 256 * 1024

type StreamDeps = { conversationLog: ConversationLog; live: LiveEvents; clock: Clock; log: Log; times: StreamTimes }

/**
 * Sends a client what its conversation has after entry number `after`, and everything that comes, until it leaves, falls
 * silent, cannot keep up, or its token expires. What the client sends is only a sign that it is there.
 */
export function openStream(socket: WebSocket, { conversationId, expiresAt }: Grant, after: number, deps: StreamDeps): void {
  const { conversationLog, live, clock, log, times } = deps
  let position = after
  let looking = false
  let lookAgain = false
  let alive = true

  async function look(): Promise<void> {
    lookAgain = true
    if (looking) return
    looking = true
    try {
      while (lookAgain && isOpen()) {
        lookAgain = false
        const { set, reached, more } = await readActivitySet(conversationLog, conversationId, position)
        if (set.activities.length > 0) send(set)
        position = reached
        lookAgain ||= more
      }
    } catch (error) {
      log.warn('directline.streamReadFailed', { conversationId, cause: error instanceof Error ? error.name : 'unknown' })
    } finally {
      looking = false
    }
  }

  function send(body: unknown): void {
    if (!isOpen()) return
    socket.send(JSON.stringify(body))
    if (socket.bufferedAmount > mostBuffered) drop('slow')
  }

  function drop(reason: 'slow' | 'silent'): void {
    log.info('directline.streamDropped', { conversationId, reason })
    socket.terminate()
  }

  const isOpen = () => socket.readyState === socket.OPEN
  const isAlive = () => {
    alive = true
  }

  const unsubscribe = live.subscribe(conversationId, (event) => {
    if (event === 'changed') void look()
    else send({ activities: [{ type: 'typing', from: { id: 'bot', role: 'bot' }, conversation: { id: conversationId } }] })
  })
  const looks = setInterval(() => {
    if (clock.now().toMillis() >= expiresAt.getTime()) socket.close(1008, 'token expired')
    else void look()
  }, times.look)
  const pings = setInterval(() => {
    if (!alive) return drop('silent')
    alive = false
    socket.ping()
    socket.send('')
  }, times.ping)

  socket.on('pong', isAlive)
  socket.on('message', isAlive)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    unsubscribe()
    clearInterval(looks)
    clearInterval(pings)
  })
  void look()
}
