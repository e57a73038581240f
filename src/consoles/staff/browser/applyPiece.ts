import type { Piece } from './update.ts'

/** Pieces that somebody is using just now, put off until she leaves them. */
const putOff = new Map<string, Piece>()

/** An element made of what our own server rendered. */
export function made(html: string): HTMLElement | undefined {
  const template = document.createElement('template')
  template.innerHTML = html
  return (template.content.firstElementChild as HTMLElement | null) ?? undefined
}

/** Puts a piece in the place of the element with this id, without disturbing whoever works in it. */
export function applyPiece(id: string, piece: Piece): void {
  const old = document.getElementById(id)
  if (!old || old.dataset.v === piece.v) return
  const focused = document.activeElement
  if (focused instanceof HTMLElement && old.contains(focused) && isFilledIn(focused)) {
    if (!putOff.has(id)) focused.addEventListener('blur', () => setTimeout(() => applyPutOff(id)), { once: true })
    putOff.set(id, piece)
    return
  }
  const fresh = made(piece.html)
  if (!fresh) return
  for (const details of old.querySelectorAll<HTMLDetailsElement>('details[id][open]'))
    fresh.querySelector<HTMLDetailsElement>(`#${details.id}`)?.setAttribute('open', '')
  const focusId = old.contains(focused) ? focused?.id : undefined
  old.replaceWith(fresh)
  if (focusId) document.getElementById(focusId)?.focus({ preventScroll: true })
}

function applyPutOff(id: string): void {
  const piece = putOff.get(id)
  putOff.delete(id)
  if (piece) applyPiece(id, piece)
}

function isFilledIn(element: HTMLElement): boolean {
  return element.matches('input, select, textarea')
}
