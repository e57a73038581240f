import { made } from './applyPiece.ts'
import { post } from './post.ts'
import type { Piece } from './update.ts'

/** Milliseconds for which keys do nothing after one of them, and after a draft has gone: the next comes into its place. */
const REST_MS = 600

const somebodyWas = 'It is settled already. Your words are kept here; they have not been sent.'

/** What the assistant has prepared: sent, changed or discarded without leaving the page. */
export function startDrafts() {
  let restsFrom = Number.NEGATIVE_INFINITY
  const settled = new Set<string>()
  const all = () => [...document.querySelectorAll<HTMLElement>('.talk-draft')]
  const waiting = new Set(all().map(({ id }) => id))

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const draft = form.closest<HTMLElement>('.talk-draft')
    if (!draft) return
    event.preventDefault()
    if (draft.hasAttribute('data-gone')) remove(draft)
    else void settle(draft, form)
  })
  document.addEventListener('keydown', (event) => {
    const box = event.target as HTMLElement
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !box.matches('.talk-draft textarea')) return
    event.preventDefault()
    box.closest('form')?.requestSubmit()
  })

  async function settle(draft: HTMLElement, form: HTMLFormElement): Promise<void> {
    if (draft.ariaBusy === 'true') return
    draft.ariaBusy = 'true'
    tellFault(draft, '')
    const words = form.querySelector('textarea')?.value
    const answer = await post(form.action, words === undefined ? {} : { text: words })
    draft.ariaBusy = null
    if (answer.kind === 'done') return remove(draft)
    tellFault(draft, answer.fault)
    if (!waiting.has(draft.id)) leave(draft)
  }

  /** Out of the way at once; whoever was in it is in the conversation then. */
  function remove(draft: HTMLElement): void {
    settled.add(draft.id)
    restsFrom = performance.now()
    const hadFocus = draft.contains(document.activeElement)
    draft.remove()
    if (hadFocus) document.getElementById('talk-log')?.focus({ preventScroll: true })
  }

  /** Somebody else has settled it. Words that were begun in its place stay until she puts them away. */
  function leave(draft: HTMLElement): void {
    if (draft.ariaBusy === 'true') return
    if (!isChanged(draft)) {
      remove(draft)
      return
    }
    draft.setAttribute('data-gone', '')
    for (const act of draft.querySelectorAll('[data-key]')) act.removeAttribute('data-key')
    draft.querySelector('.talk-draft__send')?.remove()
    draft.querySelector('.talk-draft__change button')?.remove()
    if (!draft.querySelector('.talk-draft__fault')?.textContent) tellFault(draft, somebodyWas)
  }

  return {
    /** A key of the oldest that waits. */
    press(key: 's' | 'c' | 'x'): void {
      const act = document.querySelector<HTMLElement>(`.talk-draft [data-key="${key}"]`)
      if (!act || performance.now() - restsFrom < REST_MS) return
      restsFrom = performance.now()
      const draft = act.closest('.talk-draft')
      const changed = draft?.querySelector<HTMLFormElement>('.talk-draft__change[open] form')
      const change = act.closest('details')
      // What she has changed is not sent as it was.
      if (key === 's' && changed) changed.requestSubmit()
      else if (change) {
        change.open = true
        const box = change.querySelector('textarea')
        box?.focus()
        box?.setSelectionRange(box.value.length, box.value.length)
      } else act.click()
    },
    /** What the server has now. A draft itself never changes, so whoever works in one is left alone. */
    replace(piece: Piece): void {
      const place = document.getElementById('talk-drafts')
      const fresh = made(piece.html)
      if (!place || !fresh || place.dataset.v === piece.v) return
      place.dataset.v = piece.v
      const now = new Map([...fresh.querySelectorAll<HTMLElement>('.talk-draft')].map((draft) => [draft.id, draft]))
      waiting.clear()
      for (const id of now.keys()) waiting.add(id)
      for (const draft of all()) {
        const same = now.get(draft.id)
        if (!same) leave(draft)
        else if (!isInUse(draft)) draft.replaceWith(same)
        now.delete(draft.id)
      }
      for (const [id, draft] of now) if (!settled.has(id)) place.append(draft)
    },
  }
}

export type DraftsShown = ReturnType<typeof startDrafts>

function tellFault(draft: HTMLElement, fault: string): void {
  const line = draft.querySelector('.talk-draft__fault')
  if (line) line.textContent = fault
}

const isChanged = (draft: HTMLElement): boolean =>
  [...draft.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue)

const isInUse = (draft: HTMLElement): boolean =>
  draft.contains(document.activeElement) || draft.querySelector('details[open]') !== null || isChanged(draft)
