import { made } from './applyPiece.ts'
import { post } from './post.ts'

/** Pixels from the end within which somebody counts as being there. */
const NEAR = 80
/** Milliseconds between two words to the server that somebody has seen what came. */
const REST_MS = 1_500

/** The conversation on the screen: kept at its end for who is there, and where it is for who reads further up. */
export function startTalkLog() {
  const log = document.getElementById('talk-log')
  const desk = document.getElementById('desk')
  let told = Number(desk?.dataset.seq ?? 0)
  let newest = told
  let isDue = false

  /** On a phone the page scrolls, not the log. */
  const scroller = () => (log && getComputedStyle(log).overflowY === 'auto' ? log : window)
  const isAtEnd = () => {
    if (!log) return false
    if (scroller() === log) return log.scrollHeight - log.clientHeight - log.scrollTop < NEAR
    return Math.abs((document.querySelector('.talk')?.getBoundingClientRect().bottom ?? 0) - window.innerHeight) < NEAR
  }
  const toEnd = () => {
    if (scroller() === log) return log?.scrollTo(0, log.scrollHeight)
    // The card stands below the conversation.
    const end = document.querySelector('.talk')?.getBoundingClientRect().bottom ?? 0
    window.scrollTo(0, window.scrollY + end - window.innerHeight)
  }
  let wasAtEnd = true
  if (log && document.getElementById('talk-items')) {
    toEnd()
    log.addEventListener('scroll', () => {
      wasAtEnd = isAtEnd()
    })
    // What is opened below takes room from it.
    new ResizeObserver(() => scroller() === log && wasAtEnd && toEnd()).observe(log)
  }

  document.getElementById('talk-earlier')?.addEventListener('click', async (event) => {
    event.preventDefault()
    const link = event.currentTarget as HTMLAnchorElement
    const answer = await fetch(link.href).catch(() => undefined)
    if (!answer?.ok) return location.assign(link.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const items = document.getElementById('talk-items')
    const before = (log?.scrollHeight ?? 0) - (log?.scrollTop ?? 0)
    const old = [...page.querySelectorAll('#talk-old > li')].flatMap((item) => made(item.outerHTML) ?? [])
    items?.prepend(...old.filter(({ id }) => !document.getElementById(id)))
    const next = page.querySelector<HTMLAnchorElement>('#talk-earlier')
    if (next) link.href = next.href
    else link.remove()
    if (log) log.scrollTop = log.scrollHeight - before
  })

  function tellSeen(): void {
    isDue = false
    if (document.hidden || newest <= told || !desk?.dataset.path) return
    told = newest
    void post(`${desk.dataset.path}/seen`, { seq: String(newest) })
  }
  document.addEventListener('visibilitychange', tellSeen)

  return {
    /** Changes the page; who was at the end is there afterwards. */
    keeping(change: () => void): void {
      const isThere = isAtEnd()
      change()
      if (isThere) toEnd()
    },
    /** The newest entry that is on the screen. */
    seen(seq: number): void {
      newest = Math.max(newest, seq)
      if (newest <= told || isDue) return
      isDue = true
      setTimeout(tellSeen, REST_MS)
    },
  }
}

export type TalkLog = ReturnType<typeof startTalkLog>
