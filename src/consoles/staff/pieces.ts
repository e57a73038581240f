import { createHash } from 'node:crypto'
import type { Piece } from './browser/update.ts'
import type { RenderPage } from './renderPage.ts'

/** A list whose items come and go; each is an element of the id. */
export type PieceList = { order: string[]; items: Map<string, Piece> }

/** Pieces remembered: those of some thousand rows and messages. */
const MOST = 4_000

/** Renders parts of pages, each version once for everybody who is shown it. */
export function createPieces(render: Pick<RenderPage, 'fragment'>) {
  const known = new Map<string, string>()

  function piece(template: string, values: object): Piece {
    const v = createHash('sha256').update(template).update(JSON.stringify(values)).digest('base64url').slice(0, 16)
    const html = known.get(v) ?? render.fragment(template, { ...values, v })
    known.delete(v)
    known.set(v, html)
    if (known.size > MOST) known.delete(known.keys().next().value ?? '')
    return { v, html }
  }

  return {
    piece,
    list(template: string, items: { id: string }[]): PieceList {
      const made = items.map((item) => [item.id, piece(template, { item })] as const)
      return { order: items.map(({ id }) => id), items: new Map(made) }
    },
  }
}

export type Pieces = ReturnType<typeof createPieces>

/** All of a list in its order, for a whole page. */
export const htmlOf = ({ order, items }: PieceList): string => order.map((id) => items.get(id)?.html ?? '').join('\n')
