import { DAY_END, type Times } from './wish.ts'

/** Somebody who says "at three" can come at three and a little after; "about three" allows as much before. */
export const ABOUT = 30

export function namedTime(minute: number, loose: boolean): Times {
  return { from: Math.max(0, loose ? minute - ABOUT : minute), to: Math.min(DAY_END, minute + ABOUT) }
}
