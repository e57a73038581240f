import type { Piece, Update } from './browser/update.ts'
import type { PieceList } from './pieces.ts'
import type { QueueShown } from './queueView.ts'
import type { TalkShown } from './talkView.ts'

/** Which version of which piece a console has. */
export type Sent = Map<string, string>

export const hasPieces = ({ pieces, lists }: Update): boolean => Object.keys(pieces).length + Object.keys(lists).length > 0

export function addQueue(sent: Sent, update: Update, { tabs, rows, rest }: QueueShown): void {
  addPiece(sent, update, 'queue-tabs', tabs)
  addPiece(sent, update, 'queue-rest', rest)
  addList(sent, update, 'queue-rows', rows)
}

export function addTalk(sent: Sent, update: Update, shown: TalkShown, lastSeq: number): void {
  addPiece(sent, update, 'talk-header', shown.header)
  addPiece(sent, update, 'talk-window', shown.window)
  addPiece(sent, update, 'talk-drafts', shown.drafts)
  addPiece(sent, update, 'talk-compose', shown.compose)
  addPiece(sent, update, 'talk-card', shown.aside)
  addList(sent, update, 'talk-items', shown.items)
  update.seq = lastSeq
}

function addPiece(sent: Sent, update: Update, id: string, piece: Piece): void {
  if (sent.get(id) === piece.v) return
  sent.set(id, piece.v)
  update.pieces[id] = piece
}

/** The list's own version is its order with its items'. What is no longer in it is forgotten. */
function addList(sent: Sent, update: Update, id: string, { order, items }: PieceList): void {
  const version = order.map((item) => `${item} ${items.get(item)?.v}`).join('\n')
  if (sent.get(id) === version) return
  const changed = order.filter((item) => sent.get(`${id} ${item}`) !== items.get(item)?.v)
  for (const key of sent.keys()) if (key.startsWith(`${id} `) && !items.has(key.slice(id.length + 1))) sent.delete(key)
  for (const item of changed) sent.set(`${id} ${item}`, items.get(item)?.v ?? '')
  sent.set(id, version)
  update.lists[id] = { order, items: Object.fromEntries(changed.map((item) => [item, items.get(item) as Piece])) }
}
