import { made } from './applyPiece.ts'
import type { Update } from './update.ts'

/**
 * Brings a list to its new order: changed items are replaced, new ones put in, and those that are gone taken out. Items before the first
 * that the server knows stay: they are older than what it tells of. An item with the focus keeps it.
 */
export function applyList(id: string, { order, items }: Update['lists'][string], keepsOlder: boolean): void {
  const list = document.getElementById(id)
  if (!list) return
  const focusId = list.contains(document.activeElement) ? document.activeElement?.id : undefined
  const known = new Set(order)
  const first = keepsOlder ? [...list.children].findIndex((child) => known.has(child.id)) : 0
  const older = new Set([...list.children].slice(0, Math.max(0, first)))
  for (const child of [...list.children]) if (!known.has(child.id) && !older.has(child)) child.remove()
  let after: Element | null = [...older].pop() ?? null
  for (const itemId of order) {
    const old = document.getElementById(itemId)
    const piece = items[itemId]
    const fresh = piece && old?.dataset.v !== piece.v ? made(piece.html) : undefined
    const item = fresh ?? old
    if (!item) continue
    if (fresh && old) old.replaceWith(fresh)
    const place: Element | null = after ? after.nextElementSibling : list.firstElementChild
    if (place !== item) list.insertBefore(item, place)
    after = item
  }
  if (focusId && document.activeElement?.id !== focusId) document.getElementById(focusId)?.focus({ preventScroll: true })
}
