import type { DraftsShown } from './drafts.ts'

/** Keys that act wherever somebody is, but not while she types, and never with Ctrl, Alt or Meta. */
export function startShortcuts(drafts: DraftsShown): void {
  const help = document.getElementById('desk-help') as HTMLDialogElement | null
  if (!help) return
  markShown()
  document.addEventListener('desk:updated', markShown)
  const acts: Record<string, () => void> = {
    j: () => moveInQueue(1),
    k: () => moveInQueue(-1),
    t: () => click('act-take'),
    h: () => click('act-hand-back'),
    s: () => drafts.press('s'),
    c: () => drafts.press('c'),
    x: () => drafts.press('x'),
    r: () => document.getElementById('reply')?.focus(),
    n: () => openAnd('note-box', 'note'),
    '/': () => openAnd('answers-box', 'answers-query'),
    '?': () => help.showModal(),
  }
  document.getElementById('desk-help-open')?.addEventListener('click', () => help.showModal())
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event
    if (ctrlKey || altKey || metaKey || help.open) return
    const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
    if (isTyping) {
      if (key === 'Escape') target.blur()
      return
    }
    const act = acts[key]
    if (!act) return
    event.preventDefault()
    // A key that is held down would act on one after the other; only going through the list is meant so.
    if (!event.repeat || key === 'j' || key === 'k') act()
  })
}

/** The row of the conversation that is shown, which the server renders alike for everybody. */
function markShown(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.queue-row__name')) {
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

/** To the next conversation of the list; from nowhere to the first. */
function moveInQueue(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('.queue-row__name')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))
  links[next]?.focus()
}

function click(id: string): void {
  document.getElementById(id)?.click()
}

function openAnd(boxId: string, fieldId: string): void {
  const box = document.getElementById(boxId) as HTMLDetailsElement | null
  if (!box) return
  box.open = true
  document.getElementById(fieldId)?.focus()
}
