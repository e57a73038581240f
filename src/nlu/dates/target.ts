import { minuteOfDay } from './clock.ts'
import type { Limit, Piece } from './piece.ts'
import type { Statement } from './statement.ts'
import type { Days, Times } from './wish.ts'

/** What a limit bounds. */
export type Target =
  | { days: Days[] }
  | { weekday: number; each: boolean }
  | { weekdays: number[] }
  | { minute: number; bare: boolean; loose: boolean }
  | { times: Times[] }

/** A day or time, or two with "to" between them, from this piece on. */
export function phraseAt(
  pieces: Piece[],
  at: number,
  limit: Limit | undefined,
  before: Statement | undefined,
  isOld: boolean,
): { target: Target; end?: Target; next: number } | undefined {
  const target = targetAt(pieces, at, limit, before)
  if (!target) return undefined
  const joint = pieces[at + 1]
  const joins =
    !isOld &&
    (joint?.kind === 'to' ||
      (joint?.kind === 'limit' && (joint.limit === 'until' || (joint.limit === 'before' && limit === 'from'))) ||
      (limit === 'between' && joint?.kind === 'and'))
  if (joins) {
    const skip = pieces[at + 2]?.kind === 'word' || pieces[at + 2]?.kind === 'limit' ? 1 : 0
    const end = targetAt(pieces, at + 2 + skip, limit ?? 'between', before)
    if (end && sortOf(end) === sortOf(target)) return { target, end, next: at + 3 + skip }
  }
  return { target, next: at + 1 }
}

export const sortOf = (target: Target): 'days' | 'times' => ('minute' in target || 'times' in target ? 'times' : 'days')

function targetAt(pieces: Piece[], at: number, limit: Limit | undefined, before: Statement | undefined): Target | undefined {
  const piece = pieces[at]
  switch (piece?.kind) {
    case 'days':
      return { days: piece.days }
    case 'weekday':
      return { weekday: piece.weekday, each: piece.each }
    case 'weekdays':
      return { weekdays: piece.weekdays }
    case 'times':
      return { times: piece.times }
    case 'clock':
      return { minute: piece.minute, bare: piece.bare, loose: piece.loose ?? false }
    case 'number':
      return numberAsTime(piece, pieces, at, limit, before)
  }
  return undefined
}

/** A number is a time only where something says so: "after 3", "10 to 12", "Tuesday 3", "at 10 or 11". */
function numberAsTime(
  piece: Extract<Piece, { kind: 'number' }>,
  pieces: Piece[],
  at: number,
  limit: Limit | undefined,
  before: Statement | undefined,
): Target | undefined {
  const minute = piece.value >= 1 && piece.value <= 20 ? minuteOfDay(piece.value, 0) : undefined
  if (
    minute === undefined ||
    limit === 'weekOf' ||
    limit === 'weekAfter' ||
    limit === 'weekBefore' ||
    limit === 'dayAfter' ||
    limit === 'dayBefore'
  )
    return undefined
  const [last, next, second] = [pieces[at - 1], pieces[at + 1], pieces[at + 2]]
  const inList = (last?.kind === 'or' || last?.kind === 'and' || last?.kind === 'comma') && before?.times !== undefined && piece.value <= 12
  const inRange =
    (next?.kind === 'to' || (next?.kind === 'limit' && next.limit === 'until')) &&
    (second?.kind === 'clock' || (second?.kind === 'number' && !piece.inWords && piece.value <= 12))
  const afterDay = !piece.inWords && piece.value <= 12 && (last?.kind === 'days' || last?.kind === 'weekday')
  const beforeClock = (next?.kind === 'or' || next?.kind === 'and') && second?.kind === 'clock'
  const ofDay = (next?.kind === 'or' || next?.kind === 'and') && second?.kind === 'number' && pieces.slice(at + 3, at + 5).some(isDay)
  const isOpen = next?.kind === 'onwards'
  return limit || inList || inRange || afterDay || beforeClock || ofDay || isOpen
    ? { minute, bare: piece.value < 13, loose: false }
    : undefined
}

const isDay = ({ kind }: Piece): boolean => kind === 'days' || kind === 'weekday'
