import { applyPiece, made } from './applyPiece.ts'
import { newKey, post } from './post.ts'
import type { Piece } from './update.ts'

/** Left of the characters from which on they are counted down. */
const NEAR_LIMIT = 300
/** Milliseconds between two words to the server that somebody writes. */
const ATTEND_MS = 60_000

/** The box in which a colleague writes to the patient: counted, kept while she is away, and sent without leaving the page. */
export function startReply() {
  const desk = document.getElementById('desk')
  const path = desk?.dataset.path
  const kept = `reply ${path}`
  let attended = Number.NEGATIVE_INFINITY
  let isSending = false
  /** As the server has it now; the box may still be that of before. */
  let mode: string | undefined

  const form = () => document.getElementById('reply-form') as HTMLFormElement | null
  const box = () => document.getElementById('reply') as HTMLTextAreaElement | null
  const button = () => document.getElementById('reply-send') as HTMLButtonElement | null

  function begin(): void {
    const now = box()
    if (!now || !path) return
    now.value = withKept(now.value)
    const key = form()?.elements.namedItem('key') as HTMLInputElement | null
    if (key && !key.value) key.value = newKey()
    now.addEventListener('input', changed)
    now.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        if (!button()?.disabled) void send()
      }
    })
    form()?.addEventListener('submit', (event) => {
      if ((event as SubmitEvent).submitter?.hasAttribute('formaction')) return
      event.preventDefault()
      void send()
    })
    grow()
    count()
  }

  /** What she had written before stays, also when words are brought by a link; that they came is told once. */
  function withKept(brought: string): string {
    const before = sessionStorage.getItem(kept) ?? ''
    if (!brought || before.includes(brought)) return before || brought
    const words = [before, brought].filter(Boolean).join('\n\n')
    sessionStorage.setItem(kept, words)
    return words
  }

  function changed(): void {
    sessionStorage.setItem(kept, box()?.value ?? '')
    tellLost()
    grow()
    count()
    tellFault('')
    if (performance.now() - attended < ATTEND_MS || !path) return
    attended = performance.now()
    void post(`${path}/attend`, {})
  }

  function grow(): void {
    const now = box()
    if (!now) return
    now.style.height = 'auto'
    now.style.height = `${Math.min(now.scrollHeight + 4, window.innerHeight * 0.4)}px`
  }

  function count(): void {
    const line = document.getElementById('reply-count')
    const longest = Number(line?.dataset.longest ?? 2000)
    const left = longest - (box()?.value.trim().length ?? 0)
    if (!line) return
    line.textContent = left > NEAR_LIMIT ? '' : left >= 0 ? `${left} characters left` : `${-left} characters too many`
    line.toggleAttribute('data-over', left < 0)
  }

  function tellFault(fault: string): void {
    const line = document.getElementById('reply-fault')
    if (!line) return
    line.hidden = fault === ''
    line.textContent = fault
    box()?.setAttribute('aria-describedby', fault ? 'reply-count reply-fault' : 'reply-count')
    box()?.classList.toggle('nhsuk-textarea--error', fault !== '')
  }

  /** Words that cannot go: somebody else has the conversation, or its channel takes nothing, which the line above the box says. */
  function tellLost(isKept = box() !== null): void {
    const hadIt = document.getElementById('talk-compose')?.dataset.mode === 'mine'
    const isLost = isKept && hadIt && (mode === 'other' || mode === 'closed')
    const words = [mode === 'other' ? somebodyHasIt : '', box()?.value.trim() ? wordsAreKept : '']
    const line = document.getElementById('talk-lost')
    const told = isLost ? words.filter(Boolean).join(' ') : ''
    if (line && line.textContent !== told) line.textContent = told
  }

  async function send(): Promise<void> {
    const now = box()
    const key = form()?.elements.namedItem('key') as HTMLInputElement | null
    if (!now || !key || !path || isSending || !now.value.trim()) return
    isSending = true
    button()?.setAttribute('aria-disabled', 'true')
    const answer = await post(`${path}/reply`, { key: key.value, text: now.value })
    isSending = false
    button()?.removeAttribute('aria-disabled')
    if (answer.kind === 'refused') {
      tellFault(answer.fault)
      box()?.focus()
      return
    }
    sessionStorage.removeItem(kept)
    const after = box()
    if (after) after.value = ''
    key.value = newKey()
    grow()
    count()
    tellFault('')
    after?.focus()
    const log = document.getElementById('talk-log')
    log?.scrollTo(0, log.scrollHeight)
  }

  begin()
  // Reloading brings nothing a second time.
  if (path && /[?&](say|insert|canned)=/.test(location.search)) history.replaceState(null, '', path)

  return {
    /** What the server has in its place now. Words that somebody has begun stay, and it is told that they cannot go. */
    replace(piece: Piece): void {
      mode = made(piece.html)?.dataset.mode
      const now = box()
      const send = button()
      const isKept = now !== null && mode !== 'mine' && (now.value.trim() !== '' || document.activeElement === now)
      tellLost(isKept)
      if (isKept && send) {
        send.disabled = true
        return
      }
      if (now && mode === 'mine') {
        if (send) send.disabled = false
        return
      }
      const hadFocus = document.getElementById('talk-compose')?.contains(document.activeElement)
      applyPiece('talk-compose', piece)
      begin()
      if (hadFocus) box()?.focus()
    },
    /** Puts a text where the cursor is. */
    insert(text: string): void {
      const now = box()
      if (!now) return
      const gap = now.value && !/\s$/.test(now.value.slice(0, now.selectionStart)) ? '\n\n' : ''
      now.focus()
      now.setRangeText(`${gap}${text}`, now.selectionStart, now.selectionEnd, 'end')
      changed()
    },
  }
}

const somebodyHasIt = 'You do not have this conversation any more.'
const wordsAreKept = 'Your words are kept here; they have not been sent.'

export type Reply = ReturnType<typeof startReply>
