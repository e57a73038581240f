import { byId } from './element.ts'

/** Pixels from the end within which the reader counts as being there. */
const near = 200
/** Pixels above a message that is shown: the bar's, and some air. */
const margin = 64

/**
 * Follows the conversation for a reader who is at its end, and keeps the end in sight when what is below it grows; one
 * who reads further up is told that there is more.
 */
export function createScrolling() {
  const newest = byId('chat-newest')
  const form = byId('chat-form')
  const page = document.documentElement
  let unseen: HTMLElement | undefined
  let wasNear = true

  const distance = () => page.scrollHeight - window.innerHeight - window.scrollY

  function jump(top: number): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    window.scrollTo({ top, behavior: still ? 'auto' : 'smooth' })
  }

  function seen(): void {
    wasNear = distance() < near
    if (!wasNear) return
    unseen = undefined
    newest.hidden = true
  }

  newest.addEventListener('click', () => {
    const first = unseen
    newest.hidden = true
    byId('chat-log').focus({ preventScroll: true })
    jump(first ? window.scrollY + first.getBoundingClientRect().top - margin : page.scrollHeight)
  })
  window.addEventListener('scroll', seen, { passive: true })
  for (const below of [form, byId('chat-typing')]) {
    let height = below.offsetHeight
    new ResizeObserver(() => {
      const grown = below.offsetHeight - height
      height = below.offsetHeight
      if (grown > 0 && wasNear) window.scrollBy(0, grown)
    }).observe(below)
  }

  return {
    /** To the end, at once: for a conversation that was there before. */
    toEnd: () => window.scrollTo(0, page.scrollHeight),
    /** Shows a new message from its first line on; `own` ones wherever the reader is. */
    follow(message: HTMLElement, own: boolean): void {
      if (own || wasNear) {
        const top = window.scrollY + message.getBoundingClientRect().top - margin
        jump(Math.min(top, page.scrollHeight - window.innerHeight))
      } else {
        unseen ??= message
        newest.hidden = form.hidden
      }
    },
  }
}
