import type { Alerts } from './alerts.ts'
import { applyList } from './applyList.ts'
import { applyPiece } from './applyPiece.ts'
import type { DraftsShown } from './drafts.ts'
import type { Reply } from './reply.ts'
import type { TalkLog } from './talkLog.ts'
import type { Update } from './update.ts'

/** Milliseconds before a lost connection is mentioned: most are back sooner. */
const GRACE_MS = 3_000
/** The browser tries again by itself while an answer was a stream; this is for when it was not. */
const AGAIN_MS = 4_000

type Deps = { alerts: Alerts; log: TalkLog; reply: Reply; drafts: DraftsShown }

/** Keeps the page as it is on the server. After a gap the whole state comes again, so nothing is missed. */
export function startLive({ alerts, log, reply, drafts }: Deps): void {
  const desk = document.getElementById('desk')
  if (!desk && !document.querySelector('.desk-nav')) return
  const address = desk?.dataset.events ?? '/staff/events'
  let source: EventSource | undefined
  let lostTimer: ReturnType<typeof setTimeout> | undefined
  let isLeader = !('locks' in navigator)
  let ended = false

  // A browser holds few connections to one server: of the tabs that nobody looks at, one keeps listening for all.
  if (!isLeader)
    void navigator.locks.request('desk-listens', () => {
      isLeader = true
      connect()
      return new Promise(() => {})
    })
  document.addEventListener('visibilitychange', () => (document.hidden && !isLeader ? disconnect() : connect()))
  connect()

  function connect(): void {
    if (ended || source || (document.hidden && !isLeader)) return
    const opened = new EventSource(address)
    source = opened
    opened.addEventListener('open', () => say(''))
    opened.addEventListener('update', (event) => {
      say('')
      apply(JSON.parse((event as MessageEvent<string>).data))
    })
    opened.addEventListener('signedOut', () => end('You are signed out.', location.pathname))
    opened.addEventListener('notAllowed', () => end('Reload the page to go on reading.', location.pathname))
    opened.addEventListener('error', () => {
      lostTimer ??= setTimeout(() => say('Not connected. Trying again…'), GRACE_MS)
      if (opened.readyState !== EventSource.CLOSED) return
      disconnect()
      setTimeout(connect, AGAIN_MS)
    })
  }

  function disconnect(): void {
    source?.close()
    source = undefined
  }

  function end(words: string, href: string): void {
    ended = true
    disconnect()
    say(words)
    const link = document.createElement('a')
    link.href = href
    link.textContent = 'Reload'
    document.getElementById('desk-connection')?.append(' ', link)
  }

  function say(words: string): void {
    if (!words) {
      clearTimeout(lostTimer)
      lostTimer = undefined
    }
    const line = document.getElementById('desk-connection')
    if (line && line.textContent !== words) line.textContent = words
  }

  function apply({ pieces, lists, waiting, arrived, seq }: Update): void {
    log.keeping(() => {
      for (const [id, piece] of Object.entries(pieces)) {
        if (id === 'talk-compose') reply.replace(piece)
        else if (id === 'talk-drafts') drafts.replace(piece)
        else applyPiece(id, piece)
      }
      for (const [id, list] of Object.entries(lists)) applyList(id, list, id === 'talk-items')
    })
    if (seq !== undefined) log.seen(seq)
    alerts.tell(waiting, arrived)
    document.dispatchEvent(new Event('desk:updated'))
  }
}
