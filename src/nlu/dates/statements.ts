import type { Limit, Moment, Piece } from './piece.ts'
import { type State, stated, toTheEnd } from './stated.ts'
import type { Statement } from './statement.ts'
import { phraseAt } from './target.ts'

/** Reads pieces in order; what does not suit holds until something says that it is over. */
export function statementsOf(pieces: Piece[], moment: Moment): Statement[] {
  const statements: Statement[] = []
  let state: State = 'suits'
  let join: Statement['join'] = 'none'
  let begins = 0
  let limit: Limit | undefined
  let i = 0
  const flipRun = () => {
    for (const said of statements.slice(begins)) said.suits = false
    begins = statements.length
  }
  while (i < pieces.length) {
    const piece = pieces[i] as Piece
    const found = phraseAt(pieces, i, limit, statements.at(-1), state === 'old')
    if (found) {
      // "Not Tuesdays after 4" denies those hours, "not after 4" all that is later.
      const turns = !(join === 'none' && statements.length > begins && statements.at(-1)?.suits === false)
      if (state !== 'old')
        statements.push(...stated(found.target, found.end, limit, state, turns, moment).map((said) => ({ ...said, join })))
      join = 'none'
      limit = undefined
      i = found.next
      continue
    }
    i++
    switch (piece.kind) {
      case 'limit':
        limit = piece.limit === 'at' || (piece.limit === 'around' && limit) ? (limit ?? piece.limit) : piece.limit
        break
      case 'or':
      case 'and':
        join = piece.kind
        break
      case 'comma':
        join = 'comma'
        if (state !== 'suits' && !goesOn(pieces, i)) state = 'suits'
        break
      case 'stop':
        join = join === 'or' ? 'or' : 'comma'
        state = 'suits'
        limit = undefined
        begins = statements.length
        break
      case 'free':
        if (state !== 'suits') begins = statements.length
        state = 'suits'
        break
      case 'suits':
        begins = statements.length
        state = 'suits'
        break
      case 'not':
      case 'busy':
        if (statements.length > begins && !saysMore(pieces, i)) flipRun()
        else {
          state = piece.kind
          begins = statements.length
        }
        break
      case 'unsuitable':
        if (statements.length > begins) {
          flipRun()
          state = 'suits'
        } else state = saysMore(pieces, i) ? 'not' : 'suits'
        break
      case 'old':
        state = 'old'
        break
      case 'onwards':
        toTheEnd(statements.at(-1))
        break
      case 'to':
        if (state === 'old') state = 'suits'
        break
    }
  }
  return statements
}

const isTarget = (piece: Piece | undefined): boolean =>
  piece !== undefined && ['days', 'weekday', 'weekdays', 'clock', 'times', 'number', 'limit'].includes(piece.kind)

/** Whether what was denied is still to come: "I can't do Tuesday", not "Tuesday I can't". */
function saysMore(pieces: Piece[], from: number): boolean {
  const next = pieces
    .slice(from)
    .find(({ kind }) => kind !== 'word' && kind !== 'and' && kind !== 'or' && kind !== 'not' && kind !== 'busy')
  return isTarget(next)
}

/** After a comma a list of what does not suit goes on only if it looks like one: "not Mondays, Tuesdays or Fridays". */
function goesOn(pieces: Piece[], from: number): boolean {
  const rest = pieces.slice(from)
  const ends = rest.findIndex(({ kind }) => kind === 'stop' || kind === 'free' || kind === 'suits' || kind === 'comma')
  const clause = ends < 0 ? rest : rest.slice(0, ends)
  if (ends >= 0 && rest[ends]?.kind === 'suits') return false
  const next = clause.find(({ kind }) => kind !== 'word')
  return isTarget(next) && (clause.some(({ kind }) => kind === 'or' || kind === 'and') || (next?.kind === 'weekday' && next.each))
}
