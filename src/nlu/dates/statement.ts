import type { Days, Times } from './wish.ts'

/** One day or time that was said, and how it is joined to the one before. */
export type Statement = {
  join: 'or' | 'and' | 'comma' | 'none'
  suits: boolean
  /** Was said as what does not suit, and turned round: "not before 11". */
  turned?: boolean
  days?: Days[]
  weekdays?: number[]
  /** A weekday by itself, which is the coming one unless a longer time is said with it. */
  single?: number
  times?: Times[]
  edge?: 'lower' | 'upper' | undefined
}
